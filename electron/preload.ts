import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#shared/ipc/channels.ts'

type Listener = (payload: unknown) => void

const invoke = (name: string, input: unknown): Promise<unknown> =>
  ipcRenderer.invoke(INVOKE_CHANNEL, name, input)

contextBridge.exposeInMainWorld('congso', {
  invoke,
  subscribe: (name: string, listener: Listener): (() => void) => {
    const forward = (_event: unknown, told: unknown, payload: unknown): void => {
      if (told === name) listener(payload)
    }
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward)
  },
  tokenForFile: async (file: File): Promise<unknown> =>
    invoke('blobs.offer', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
})
