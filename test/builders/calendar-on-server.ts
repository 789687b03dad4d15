import { calDavClient } from '../../backbone/caldav/caldav-client.ts'
import type { CalendarServer } from '../../backbone/caldav/calendar-request.ts'
import { componentsOf, textOf, type JComponent } from '../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../shared/exchange/calendar/read-calendar.ts'

/** An object of a collection as a calendar program finds it. */
export interface FoundEntry {
  readonly name: string
  readonly etag: string
  readonly text: string
  readonly events: readonly JComponent[]
}

/** What lies in a collection, by the summary of its first event. */
export async function onServer(server: CalendarServer): Promise<ReadonlyMap<string, FoundEntry>> {
  const client = calDavClient(server)
  const found = new Map<string, FoundEntry>()
  for (const { name, etag } of (await client.list()) ?? []) {
    const bytes = (await client.get(name))?.bytes ?? new Uint8Array()
    const read = readCalendar(bytes)
    const events = read.ok ? componentsOf(read.calendar, 'vevent') : []
    const summary = (events[0] && textOf(events[0], 'summary')) ?? name
    if (found.has(summary)) throw new Error(`twice on the server: ${summary}`)
    found.set(summary, { name, etag, text: Buffer.from(bytes).toString('utf8'), events })
  }
  return found
}

/** An object that another program lays there. */
export const foreignBytes = (uid: string, summary: string): Uint8Array =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//T//T//VI',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'DTSTAMP:20261120T030000Z',
      'DTSTART:20261123T010000Z',
      `SUMMARY:${summary}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
