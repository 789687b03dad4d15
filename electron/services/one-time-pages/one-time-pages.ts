import { randomBytes } from 'node:crypto'

/** Origins whose pages are made while the program runs. */
type PageHost = 'print' | 'viewer'

/** What is served once, under an address that cannot be guessed. */
export interface OneTimePages {
  /** The whole address. */
  offer(host: PageHost, content: Uint8Array, type: string): string
  /** What was offered under this path of the host, at its first request only. */
  take(host: string, path: string): { readonly content: Uint8Array; readonly type: string } | undefined
}

const FOLDER = '/once/'
/** What is not fetched in this time is dropped. */
const KEPT_MS = 120_000

export function oneTimePages(): OneTimePages {
  const offered = new Map<string, { content: Uint8Array; type: string }>()
  return {
    offer(host, content, type) {
      const address = `app://${host}${FOLDER}${randomBytes(16).toString('hex')}`
      offered.set(address, { content, type })
      setTimeout(() => offered.delete(address), KEPT_MS).unref()
      return address
    },
    take(host, path) {
      const address = `app://${host}${path}`
      const page = offered.get(address)
      offered.delete(address)
      return page
    },
  }
}
