import { z } from 'zod'
import type { SealedFiles } from '../sealing/sealed-files.ts'
import { byAgency, type ByAgency } from './by-agency.ts'
import { calendarServerAddress } from './calendar-servers.ts'

/** Where people may publish their calendars: everything of theirs lies below it. */
export const peopleServer = calendarServerAddress.transform((url) => {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`
})

/** The server for people's calendars, as the operator of the node named it. */
export type PeopleServers = ByAgency<string>

export const peopleServers = (files: Pick<SealedFiles, 'read' | 'write'>): PeopleServers =>
  byAgency(files, 'people-calendar-servers', z.string())

/**
 * The collection of this path on the server that was named; undefined when it lies elsewhere. The node speaks to no other server than the one its operator named,
 * whatever is typed.
 */
export function collectionBelow(base: string, path: string): string | undefined {
  const typed = path.endsWith('/') ? path : `${path}/`
  if (!URL.canParse(typed, base)) return undefined
  const url = new URL(typed, base)
  const { origin, pathname, username, password, search, hash } = url
  // A server, or what stands before it, may read a written slash as one, and leave the path by the dots behind it.
  const isPlain =
    [username, password, search, hash].every((part) => part === '') && !/%2f|%5c/i.test(pathname)
  const root = new URL(base)
  const isBelow = pathname.startsWith(root.pathname) && pathname.length > root.pathname.length
  return isPlain && origin === root.origin && isBelow ? `${origin}${pathname}` : undefined
}

/** The collection below which the calendars of this user lie, where the server does not say so itself; undefined for a name that leads elsewhere. */
export const collectionOfUser = (base: string, user: string): string | undefined =>
  collectionBelow(base, `./${encodeURIComponent(user)}/`)

/** Whether an address lies on the server that was named; what its owner's server says of itself may lie beside the path. */
export const isOnServer = (base: string | undefined, url: string): boolean =>
  base !== undefined && new URL(url).origin === new URL(base).origin
