import { readListing, type ListedEntry } from './read-listing.ts'

/** A collection of a calendar server (RFC 4791) and who writes there. */
export interface CalendarServer {
  /** Of the collection; https, or http to this very machine. */
  readonly url: string
  readonly user: string
  readonly password: string
}

/** The server did something else than was asked: `status` of HTTP, 0 when there was no answer. */
export class CalendarServerRefused extends Error {
  override readonly name = 'CalendarServerRefused'
  readonly status: number

  constructor(what: string, status: number, cause?: unknown) {
    super(`${what}: ${status === 0 ? 'no answer' : status}`, { cause })
    this.status = status
  }
}

/** What is said to a collection. Each call rejects with `CalendarServerRefused`; all may be repeated. */
export interface CalDavClient {
  /** What lies there, by name; undefined when there is no such collection. */
  list(): Promise<readonly ListedEntry[] | undefined>
  /** Makes the collection (RFC 4791, 5.3.1). */
  make(displayName: string): Promise<void>
  get(name: string): Promise<{ readonly bytes: Uint8Array; readonly etag: string } | undefined>
  /** Lays an entry there, only over the one with this tag, or where there is none: another's change is never overwritten. */
  put(name: string, bytes: Uint8Array, over: string | undefined): Promise<void>
  /** Takes out the entry with this tag; what is gone already is no error. */
  remove(name: string, etag: string): Promise<void>
}

const TIMEOUT_MS = 20_000
/** A listing of a year of weeks is some hundred kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024
const LISTED = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>`

/** Redirections are not followed: the password is for this server alone. After `until` nothing more is asked. */
export function calDavClient({ url, user, password }: CalendarServer, until?: AbortSignal): CalDavClient {
  const collection = url.endsWith('/') ? url : `${url}/`
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
  const of = (name: string): string => `${collection}${encodeURIComponent(name)}`

  const ask = async (
    method: string,
    address: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | Uint8Array,
  ): Promise<{ readonly status: number; readonly etag: string; readonly bytes: Uint8Array }> => {
    try {
      const answer = await fetch(address, {
        method,
        headers: { authorization, ...headers },
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(until === undefined ? [] : [until])]),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
      })
      return {
        status: answer.status,
        etag: answer.headers.get('etag') ?? '',
        bytes: await bounded(answer),
      }
    } catch (error) {
      throw error instanceof CalendarServerRefused ? error : new CalendarServerRefused(method, 0, error)
    }
  }

  return {
    list: async () => {
      const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' }
      const { status, bytes } = await ask('PROPFIND', collection, headers, LISTED)
      if (status === 404) return undefined
      if (status !== 207) throw new CalendarServerRefused('PROPFIND', status)
      return readListing(bytes)
    },
    make: async (displayName) => {
      const body = `<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><displayname>${escapeXml(displayName)}</displayname></prop></set></C:mkcalendar>`
      const headers = { 'content-type': 'application/xml; charset=utf-8' }
      const { status } = await ask('MKCALENDAR', collection, headers, body)
      if (status !== 201) throw new CalendarServerRefused('MKCALENDAR', status)
    },
    get: async (name) => {
      const { status, etag, bytes } = await ask('GET', of(name))
      if (status === 404) return undefined
      if (status !== 200) throw new CalendarServerRefused('GET', status)
      return { bytes, etag }
    },
    put: async (name, bytes, over) => {
      const condition = over === undefined ? { 'if-none-match': '*' } : { 'if-match': over }
      const headers = { 'content-type': 'text/calendar; charset=utf-8', ...condition }
      const { status } = await ask('PUT', of(name), headers, bytes)
      if (status !== 201 && status !== 204 && status !== 200) throw new CalendarServerRefused('PUT', status)
    },
    remove: async (name, etag) => {
      const { status } = await ask('DELETE', of(name), { 'if-match': etag })
      if (status !== 200 && status !== 204 && status !== 404)
        throw new CalendarServerRefused('DELETE', status)
    },
  }
}

async function bounded(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array
    length += bytes.length
    if (length > MOST_BYTES) throw new CalendarServerRefused('too large', answer.status)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
