import { calendarRequest, CalendarServerRefused, type CalendarServer } from './calendar-request.ts'
import { readListing, type ListedEntry } from './read-listing.ts'

/** What is said to a collection. Each call rejects with `CalendarServerRefused`; all may be repeated. */
export interface CalDavClient {
  /** What lies there, by name; undefined when there is no such collection. */
  list(): Promise<readonly ListedEntry[] | undefined>
  /** Makes the collection (RFC 4791, 5.3.1). */
  make(displayName: string): Promise<void>
  get(name: string): Promise<{ readonly bytes: Uint8Array; readonly etag: string } | undefined>
  /**
   * Lays an entry there, only over the one with this tag, or where there is none: another's change is never overwritten. Answers its tag; empty where the
   * server does not tell, as when it keeps something else than was sent (RFC 4791, 5.3.4).
   */
  put(name: string, bytes: Uint8Array, over: string | undefined): Promise<string>
  /** Takes out the entry with this tag; what is gone already is no error. */
  remove(name: string, etag: string): Promise<void>
}

const LISTED = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>`

/** Speaks to one collection; after `until` nothing more is asked. */
export function calDavClient(server: CalendarServer, until?: AbortSignal): CalDavClient {
  const collection = server.url.endsWith('/') ? server.url : `${server.url}/`
  const ask = calendarRequest(server, until)
  const of = (name: string): string => `${collection}${encodeURIComponent(name)}`

  return {
    list: async () => {
      const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' }
      const { status, bytes } = await ask('PROPFIND', collection, headers, LISTED)
      if (status === 404) return undefined
      if (status !== 207) throw new CalendarServerRefused('PROPFIND', status)
      try {
        return readListing(bytes)
      } catch (error) {
        throw new CalendarServerRefused('PROPFIND', status, error)
      }
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
      const { status, etag } = await ask('PUT', of(name), headers, bytes)
      if (status !== 201 && status !== 204 && status !== 200) throw new CalendarServerRefused('PUT', status)
      return etag
    },
    remove: async (name, etag) => {
      const { status } = await ask('DELETE', of(name), { 'if-match': etag })
      if (status !== 200 && status !== 204 && status !== 404)
        throw new CalendarServerRefused('DELETE', status)
    },
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
