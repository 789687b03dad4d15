/**
 * Plain Chromium has no custom standard schemes, so `app://bundle/x` is `https://bundle.app.invalid/x` inside the engine.
 * The name can never resolve (RFC 6761), and nothing but the interceptor answers it.
 */
const schemes = new Set<string>()
const SUFFIX = '.invalid'

export function registerScheme(scheme: string): void {
  schemes.add(scheme)
}

export function isRegistered(scheme: string): boolean {
  return schemes.has(scheme)
}

/** App address → engine address. Addresses of other schemes stay as they are. */
export function toEngineUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  const [, scheme = '', host = '', rest = ''] = match ?? []
  return schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme}${SUFFIX}${rest}` : url
}

/** Engine address → app address. Addresses that are not mapped stay as they are. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([^/?#.]+)\.invalid(?=[/?#]|$)(.*)$/i.exec(url)
  const [, host = '', scheme = '', rest = ''] = match ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** Whether an engine address is one of the app's. */
export function isMapped(engineUrl: string): boolean {
  return toAppUrl(engineUrl) !== engineUrl
}

/** `app://bundle` for a mapped address, else the usual origin. */
export function originOf(appUrl: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(appUrl)
  const [, scheme = '', host = ''] = match ?? []
  if (schemes.has(scheme)) return `${scheme}://${host}`
  return URL.canParse(appUrl) ? new URL(appUrl).origin : 'null'
}
