import { z } from 'zod'
import type { SealedFiles } from '../sealing/sealed-files.ts'
import type { CalendarServer } from './calendar-request.ts'

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Passwords travel over TLS, or not beyond this machine. */
export const calendarServerAddress = z.url({ protocol: /^https?$/, abort: true }).refine((url) => {
  const { protocol, hostname, username, password } = new URL(url)
  return username === '' && password === '' && (protocol === 'https:' || LOOPBACK.has(hostname))
})

/** Where an agency publishes its weekly schedule, as the operator of the node set it. */
export const calendarServer = z.strictObject({
  url: calendarServerAddress,
  user: z.string().min(1).max(200),
  password: z.string().max(1000),
})
const servers = z.record(z.string(), calendarServer)

const NAME = 'calendar-servers'

/** Calendar servers by agency, sealed with the node's key. */
export interface CalendarServers {
  of(workspace: string): Promise<CalendarServer | undefined>
  /** Undefined takes it away. */
  set(workspace: string, server: CalendarServer | undefined): Promise<void>
}

/** Read anew each time, so that what the operator sets holds for a node that runs. */
export function calendarServers(files: Pick<SealedFiles, 'read' | 'write'>): CalendarServers {
  const all = async (): Promise<Readonly<Record<string, CalendarServer>>> => {
    const bytes = await files.read(NAME)
    return bytes === undefined ? {} : servers.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  }
  return {
    of: async (workspace) => (await all())[workspace],
    set: async (workspace, server) => {
      const others = Object.entries(await all()).filter(([id]) => id !== workspace)
      const next = server === undefined ? others : [...others, [workspace, server] as const]
      await files.write(NAME, JSON.stringify(Object.fromEntries(next)))
    },
  }
}
