import { app, type WebContents } from 'electron'
import type { Log } from '../services/log/log.port.ts'

/** Says in the log that a page tried what no page may. */
function refuse(log: Log, what: string, url: string): void {
  log.warn(`${what} refused`, { url: url.slice(0, 200) })
}

function guard(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(({ url }) => {
    refuse(log, 'new window', url)
    return { action: 'deny' }
  })
  // Windows are loaded by main, which these events do not report: every navigation seen here comes from a page.
  contents.on('will-frame-navigate', (event) => {
    if (event.url === contents.getURL()) return
    event.preventDefault()
    refuse(log, 'navigation', event.url)
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    refuse(log, 'redirect', event.url)
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    refuse(log, 'webview', '')
  })
}

/** For every page that will ever exist, so that no window can be forgotten: no navigation, no new window, no webview. */
export function guardAllContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log))
}
