import { z } from 'zod'
import type { SealedFiles } from '../sealing/sealed-files.ts'
import { byAgency, type ByAgency } from './by-agency.ts'
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

/** Calendar servers for weekly schedules, sealed with the node's key. */
export type CalendarServers = ByAgency<CalendarServer>

export const calendarServers = (files: Pick<SealedFiles, 'read' | 'write'>): CalendarServers =>
  byAgency(files, 'calendar-servers', calendarServer)
