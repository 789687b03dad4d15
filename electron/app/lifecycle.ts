import { setTimeout } from 'node:timers/promises'
import { app, Menu } from 'electron'
import type { Windows } from './windows.ts'

/** What counts is on disk at any moment; a service that does not end in this time is left to the system. */
const ENOUGH_MS = 10_000

/** One window, one program: a second start brings the first to the front, and closing the window ends it, except on a Mac. */
export function followLifecycle(windows: Windows, onCalled: () => void, onEnd: () => Promise<void>): void {
  let hasEnded = false
  // The menu is drawn by the page; Electron's own would offer to reload and to inspect it. A Mac needs one to quit.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  app.on('second-instance', () => {
    void windows.openMain()
    onCalled()
  })
  app.on('activate', () => void windows.openMain())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (hasEnded) return
    event.preventDefault()
    void Promise.race([onEnd(), setTimeout(ENOUGH_MS)]).finally(() => {
      hasEnded = true
      app.quit()
    })
  })
}
