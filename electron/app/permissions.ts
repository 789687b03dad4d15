import { session } from 'electron'

/** The one permission our pages need: a copy button. */
const GRANTED = 'clipboard-sanitized-write'
const MAIN_ORIGIN = 'app://bundle'

const originOf = (url: string): string =>
  URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : ''

/** Electron grants by default: here everything else is denied, asked for or checked, and so are devices. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === GRANTED),
  )
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === GRANTED && (origin === '' || originOf(origin) === MAIN_ORIGIN),
  )
  defaultSession.setDevicePermissionHandler(() => false)
}

/** Files leave through `blobs.saveAs` only, with the user's dialog. */
export function denyDownloads(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault())
}

/** Our pages load from our scheme only; whatever else asks for the network is stopped before it leaves. */
export function denyNetwork(onDenied: (url: string) => void): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = /^(app|blob|data|devtools):/.test(url)
    if (!isOurs) onDenied(url)
    answer({ cancel: !isOurs })
  })
}
