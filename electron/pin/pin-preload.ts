import { contextBridge, ipcRenderer } from 'electron'
import { INVOKE_CHANNEL } from '#shared/ipc/channels.ts'

contextBridge.exposeInMainWorld('pinSay', (message: unknown) =>
  ipcRenderer.invoke(INVOKE_CHANNEL, 'pin.say', message),
)
