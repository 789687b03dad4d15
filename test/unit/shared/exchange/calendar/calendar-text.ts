import { utf8ToBytes } from '@noble/hashes/utils.js'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'

/** Lines of components, wrapped in a calendar. */
export function calendarBytes(...lines: string[]): Uint8Array {
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//test//EN', ...lines, 'END:VCALENDAR']
  return utf8ToBytes(`${all.join('\r\n')}\r\n`)
}

/** Lines of one event, with what every event has. */
export function eventLines(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT']
}

export function calendarOf(...lines: string[]): JComponent {
  const read = readCalendar(calendarBytes(...lines))
  if (!read.ok) throw new Error(read.error.code)
  return read.calendar
}
