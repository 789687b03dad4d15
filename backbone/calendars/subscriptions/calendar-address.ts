/** How programs write the address of a calendar that is subscribed to. */
const WEBCAL = /^webcals?:/i
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Of a name in the DNS (RFC 1035, 2.3.4). */
const MOST_HOST = 253

/** Where a calendar is read; undefined when nobody reads there: another protocol, a host that can have no such name, or a name and password in the address. */
export function calendarAddress(text: string): URL | undefined {
  const written = text.trim().replace(WEBCAL, 'https:')
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  url.hash = ''
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  const isPlain = url.username === '' && url.password === '' && url.hostname.length <= MOST_HOST
  return isWeb && isPlain ? url : undefined
}

/** Whether the operator of the node named this very origin: it may lie in a private network, and without TLS. */
export type IsNamed = (url: URL) => boolean

/** `origins` as URL.origin writes them; with `isOwnMachineNamed` programs on the machine of the node itself are named, too. */
export const namedBy =
  (origins: readonly string[], isOwnMachineNamed: boolean): IsNamed =>
  (url) =>
    origins.includes(url.origin) || (isOwnMachineNamed && LOOPBACK.has(url.hostname))
