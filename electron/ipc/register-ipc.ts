import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { INVOKE_CHANNEL } from '#shared/ipc/channels.ts'
import type { Router } from './router.ts'
import type { Sender, WindowName } from './trusted-senders.ts'

/** Which window of ours a page is; undefined for any other. */
export type WindowNames = (page: number) => WindowName | undefined

function senderOf(event: IpcMainInvokeEvent, names: WindowNames): Sender {
  const frame = event.senderFrame
  return {
    page: event.sender.id,
    window: names(event.sender.id),
    origin: frame?.origin,
    isMainFrame: frame !== null && frame.parent === null,
  }
}

/** The only registration of the program: every request of every window comes through here. */
export function registerIpc(router: Router, names: WindowNames): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, name: unknown, input: unknown) =>
    router(senderOf(event, names), name, input),
  )
}
