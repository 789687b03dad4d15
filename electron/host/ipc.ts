import { EventEmitter } from 'node:events'
import { HostEvent } from './event.ts'
import { WebContents } from './web-contents.ts'

type Handler = (event: never, ...args: unknown[]) => unknown

interface IpcEvent extends HostEvent {
  type: 'frame'
  sender: WebContents
  senderFrame: WebContents['mainFrame']
  frameId: number
  processId: number
}

function eventFrom(sender: WebContents): IpcEvent {
  return Object.assign(new HostEvent(), {
    type: 'frame' as const,
    sender,
    senderFrame: sender.mainFrame,
    frameId: sender.id,
    processId: sender.id,
  })
}

class IpcMain extends EventEmitter {
  #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  async invoke(sender: WebContents, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return await handler(eventFrom(sender) as never, ...args)
  }
}

export const ipcMain = new IpcMain()

WebContents.onMessage = (contents, message, reply) => {
  if (message.kind === 'send') ipcMain.emit(message.channel, eventFrom(contents), ...message.args)
  if (message.kind !== 'invoke') return
  const { call, channel, args } = message
  const refuse = (error: unknown): void => reply({ kind: 'reply', call, ok: false, message: String(error) })
  ipcMain
    .invoke(contents, channel, args)
    .then((value) => reply({ kind: 'reply', call, ok: true, value }))
    .catch(refuse)
}
