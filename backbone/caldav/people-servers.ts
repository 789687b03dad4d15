import { z } from 'zod'
import type { SealedFiles } from '../sealing/sealed-files.ts'
import { calendarServerAddress } from './calendar-servers.ts'

/** Where people may publish their calendars: everything of theirs lies below it. */
export const peopleServer = calendarServerAddress.transform((url) => {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`
})
const servers = z.record(z.string(), z.string())

const NAME = 'people-calendar-servers'

/** The server for people's calendars, by agency, as the operator of the node named it. */
export interface PeopleServers {
  of(workspace: string): Promise<string | undefined>
  /** Undefined takes it away. */
  set(workspace: string, base: string | undefined): Promise<void>
}

/** Read anew each time, so that what the operator sets holds for a node that runs. */
export function peopleServers(files: Pick<SealedFiles, 'read' | 'write'>): PeopleServers {
  const all = async (): Promise<Readonly<Record<string, string>>> => {
    const bytes = await files.read(NAME)
    return bytes === undefined ? {} : servers.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  }
  return {
    of: async (workspace) => (await all())[workspace],
    set: async (workspace, base) => {
      const others = Object.entries(await all()).filter(([id]) => id !== workspace)
      const next = base === undefined ? others : [...others, [workspace, base] as const]
      await files.write(NAME, JSON.stringify(Object.fromEntries(next)))
    },
  }
}

/**
 * The collection of this path on the server that was named; undefined when it lies elsewhere. The node speaks to no other server than the one its operator named,
 * whatever is typed.
 */
export function collectionBelow(base: string, path: string): string | undefined {
  const typed = path.endsWith('/') ? path : `${path}/`
  if (!URL.canParse(typed, base)) return undefined
  const url = new URL(typed, base)
  const { origin, pathname, username, password, search, hash } = url
  const isPlain = username === '' && password === '' && search === '' && hash === ''
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
