import { session } from 'electron'

/** What our pages need: a copy button, and to tell of a meeting while another window is in front. */
const GRANTED: readonly string[] = ['clipboard-sanitized-write', 'notifications']
const MAIN_ORIGIN = 'app://bundle'

const originOf = (url: string): string =>
  URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : ''

/** Asked for no page in particular, or for one of ours. */
const isOurs = (url: string | undefined): boolean =>
  url === undefined || url === '' || originOf(url) === MAIN_ORIGIN

/** Electron grants by default: here everything else is denied, asked for or checked, and so are devices. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(GRANTED.includes(permission) && isOurs(requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.includes(permission) && isOurs(origin),
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
