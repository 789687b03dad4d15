/** What `require('electron')` gives a preload script. Runs inside the page (as source text), so it is self-contained. */
import type { Codec } from './codec.ts'
import type { Bridge } from './world-bridge.ts'

/** Page → main, and main → page, each as one encoded value. */
export type WorldMessage =
  | { kind: 'ready' }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; call: number; channel: string; args: unknown[] }
  | { kind: 'reply'; call: number; ok: true; value: unknown }
  | { kind: 'reply'; call: number; ok: false; message: string }

export interface PreloadSetup {
  binding: string
  receiver: string
  chunkSize: number
  process: Record<string, unknown>
}

type Listener = (event: unknown, ...args: unknown[]) => void
export type PreloadScript = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void

export function startPreload(
  setup: PreloadSetup,
  codec: Codec,
  bridge: Bridge,
  preload: PreloadScript,
): void {
  const scope = globalThis as unknown as Record<string, unknown>
  const toMain = scope[setup.binding] as (text: string) => void
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>()
  let nextCall = 1
  let parts = ''

  function post(message: WorldMessage): void {
    const text = codec.encode(message)
    let start = 0
    for (; text.length - start > setup.chunkSize; start += setup.chunkSize) {
      toMain(`+${text.slice(start, start + setup.chunkSize)}`)
    }
    toMain(`=${text.slice(start)}`)
  }

  function on(channel: string, listener: Listener, once: boolean): unknown {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }

  function off(channel: string, listener: Listener): unknown {
    const kept = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener)
    listeners.set(channel, kept)
    return ipcRenderer
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const call = nextCall++
        post({ kind: 'invoke', call, channel, args })
        calls.set(call, {
          resolve,
          reject: (reason) =>
            reject(new Error(`Error invoking remote method '${channel}': ${reason.message}`)),
        })
      }),
    send: (channel: string, ...args: unknown[]): void => post({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => on(channel, listener, false),
    once: (channel: string, listener: Listener) => on(channel, listener, true),
    off,
    removeListener: off,
    removeAllListeners: (channel: string): unknown => {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  function deliver(message: WorldMessage): void {
    if (message.kind === 'reply') {
      const call = calls.get(message.call)
      calls.delete(message.call)
      if (message.ok) call?.resolve(message.value)
      else call?.reject(new Error(message.message))
    } else if (message.kind === 'send') {
      const entries = listeners.get(message.channel) ?? []
      for (const { listener, once } of entries) {
        if (once) off(message.channel, listener)
        listener({ sender: ipcRenderer, ports: [] }, ...message.args)
      }
    }
  }

  scope[setup.receiver] = (part: string): void => {
    parts += part.slice(1)
    if (!part.startsWith('=')) return
    const text = parts
    parts = ''
    deliver(codec.decode(text) as WorldMessage)
  }

  const contextBridge = {
    exposeInMainWorld: (key: string, value: unknown): void => bridge.expose(key, value),
  }
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${id}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports, setup.process)
  post({ kind: 'ready' })
}
