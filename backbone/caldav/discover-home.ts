import { calendarRequest, CalendarServerRefused, type CalendarServer } from './calendar-request.ts'
import { readDav } from './read-dav.ts'

const DAV = 'DAV:'
const CALDAV = 'urn:ietf:params:xml:ns:caldav'
const asking = (property: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:" xmlns:C="${CALDAV}"><prop>${property}</prop></propfind>`

/**
 * Where the server keeps this user's calendars (RFC 5397; RFC 4791, 6.2.1); undefined when it does not say, or names another server. Rejects with
 * `CalendarServerRefused` when it is away or does not know the user.
 */
export async function calendarHome({ url, user, password }: CalendarServer): Promise<string | undefined> {
  const ask = calendarRequest({ user, password })
  const told = async (address: string, property: string, name: Name): Promise<string | undefined> => {
    const headers = { depth: '0', 'content-type': 'application/xml; charset=utf-8' }
    const { status, bytes } = await ask('PROPFIND', address, headers, asking(property))
    if (status === 401 || status >= 500) throw new CalendarServerRefused('PROPFIND', status)
    const href = status === 207 ? hrefIn(bytes, name) : undefined
    return href === undefined ? undefined : onSameServer(href, address)
  }
  const principal = await told(url, '<current-user-principal/>', {
    uri: DAV,
    local: 'current-user-principal',
  })
  if (principal === undefined) return undefined
  return told(principal, '<C:calendar-home-set/>', { uri: CALDAV, local: 'calendar-home-set' })
}

interface Name {
  readonly uri: string
  readonly local: string
}

function onSameServer(href: string, address: string): string | undefined {
  if (!URL.canParse(href, address)) return undefined
  const { origin, pathname } = new URL(href, address)
  if (origin !== new URL(address).origin) return undefined
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`
}

/** The first address that a property of an answer to PROPFIND names. */
function hrefIn(bytes: Uint8Array, name: Name): string | undefined {
  let [isInside, text, found] = [false, '', undefined as string | undefined]
  try {
    readDav(bytes, {
      opens: ({ uri, local }) => {
        if (uri === name.uri && local === name.local) isInside = true
        text = ''
      },
      text: (part) => {
        text += part
      },
      closes: ({ uri, local }) => {
        if (uri === name.uri && local === name.local) isInside = false
        if (isInside && uri === DAV && local === 'href' && text.trim() !== '') found ??= text.trim()
      },
    })
  } catch (error) {
    throw new CalendarServerRefused('PROPFIND', 207, error)
  }
  return found
}
