import type { CalendarEntry, EntryProperty } from '../../shared/domain/schedule/personal/calendar-entry.ts'

interface Change {
  readonly summary?: string
  /** On the clock of `zone`. */
  readonly start?: string
  readonly end?: string
  readonly zone?: string
  readonly more?: readonly EntryProperty[]
}

/** An appointment as a calendar has it, an hour on a Monday morning. */
export function anAppointment(uid: string, change: Change = {}): CalendarEntry {
  const { zone = 'Asia/Ho_Chi_Minh', summary = 'Họp tổ', more = [] } = change
  const { start = '2026-11-23T09:30:00', end = '2026-11-23T10:30:00' } = change
  const properties: readonly EntryProperty[] = [
    ['uid', {}, 'text', uid],
    ['dtstamp', {}, 'date-time', '2026-11-20T00:00:00Z'],
    ['dtstart', { tzid: zone }, 'date-time', start],
    ['dtend', { tzid: zone }, 'date-time', end],
    ['summary', {}, 'text', summary],
    ...more,
  ]
  return { uid, source: 'own', components: [['vevent', properties, []]] }
}
