import {
  calendarEntry,
  entryUnder,
  type CalendarEntry,
} from '../../../domain/schedule/personal/calendar-entry.ts'
import { linesIn, secretMarkIn } from '../../../domain/law/secret-marks.ts'
import type { CalendarError } from '../errors.ts'
import { eventOf, inShort, type CalendarEvent, type EventProblem } from '../event.ts'
import { attendeesOf } from '../itip/components.ts'
import { methodOf, type ItipMethod } from '../itip/message.ts'
import { receiveMessage } from '../itip/receive.ts'
import type { Reading, Received } from '../itip/received.ts'
import { componentsOf, textOf, withComponents, type JComponent } from '../jcal.ts'
import { readCalendar } from '../read-calendar.ts'
import { seriesOf, type Series } from '../series.ts'
import { zonesOf } from '../zones.ts'
import { calendarOf } from './entry-calendar.ts'

/** What keeping an event of a file would mean. */
export type FileRowState = 'new' | 'changed' | 'same' | 'refused'

/** An event of a calendar file beside what is known of it. */
export interface FileRow {
  readonly uid: string
  readonly state: FileRowState
  /** Why it is refused: unreadable, too large, it bears a secrecy mark, or guests were called to it here, who would not be told. */
  readonly reason: EventProblem | 'too-large' | 'secret' | 'has-guests' | null
  /** In short. */
  readonly event: CalendarEvent | undefined
  readonly entry: CalendarEntry
}

/** What a calendar file is: events to be kept, or a message about one of them. */
export type OpenedFile =
  | { readonly kind: 'unread'; readonly error: CalendarError }
  | { readonly kind: 'events'; readonly rows: readonly FileRow[]; readonly leftOut: number }
  | { readonly kind: 'message'; readonly message: CalendarMessage }

/** A scheduling message (RFC 5546) as it was read. */
export interface CalendarMessage {
  readonly method: ItipMethod
  readonly uid: string
  /** In short. */
  readonly event: CalendarEvent | undefined
  /** Addresses of those it names as called. */
  readonly called: readonly string[]
  readonly calendar: JComponent
}

type Entries = Readonly<Record<string, CalendarEntry>>

/** Reads a calendar file of any origin; costs bounded work, changes nothing. */
export function openCalendarFile(bytes: Uint8Array, entries: Entries): OpenedFile {
  const read = readCalendar(bytes)
  return read.ok ? openCalendar(read.calendar, entries) : { kind: 'unread', error: read.error }
}

/** The same for a calendar that was read. */
export function openCalendar(
  calendar: JComponent,
  entries: Entries,
): Exclude<OpenedFile, { readonly kind: 'unread' }> {
  const method = methodOf(calendar)
  const [first] = componentsOf(calendar, 'vevent')
  if (method !== undefined && method !== 'PUBLISH' && first !== undefined) {
    const event = eventOf(first)
    const called = componentsOf(calendar, 'vevent').flatMap(attendeesOf)
    return {
      kind: 'message',
      message: {
        method,
        uid: textOf(first, 'uid') ?? '',
        event: typeof event === 'object' ? inShort(event) : undefined,
        called: [...new Set(called.map(({ address }) => address))],
        calendar,
      },
    }
  }
  const series = seriesOf(calendar)
  const events = componentsOf(calendar, 'vevent').length
  const taken = series.reduce((sum, { master, overrides }) => sum + overrides.length + (master ? 1 : 0), 0)
  const others = calendar[2].filter(([name]) => name !== 'vevent' && name !== 'vtimezone').length
  const clocks = withComponents(calendar, componentsOf(calendar, 'vtimezone'))
  return {
    kind: 'events',
    rows: series.map((one) => rowOf(one, clocks, entries)),
    leftOut: others + events - taken,
  }
}

/** What a message does to what is known of its event; `me`: the addresses of who reads it. A file proves no sender. */
export function receivedIn(
  { calendar, uid }: CalendarMessage,
  entries: Entries,
  me: readonly string[],
  nowMs: number,
): { readonly reading: Reading; readonly received: Received } {
  const known = entryUnder(entries, uid)
  const own = calendarOf(known === undefined ? [] : [known])
  const reading: Reading = {
    calendar: own,
    zones: zonesOf(withClocks(own, calendar)),
    me,
    from: undefined,
    nowMs,
  }
  return { reading, received: receiveMessage(calendar, reading) }
}

/** The entry that a calendar holds of an event, with the clocks it names; undefined when it has none of it. */
export function entryIn(calendar: JComponent, uid: string, clocksOf: JComponent): CalendarEntry | undefined {
  const series = seriesOf(calendar).find((one) => one.uid === uid)
  return series && entryOf(series, withClocks(calendar, clocksOf), 'message')
}

function withClocks(calendar: JComponent, other: JComponent): JComponent {
  const [name, properties, components] = calendar
  const known = new Set(componentsOf(calendar, 'vtimezone').map((one) => textOf(one, 'tzid')))
  const more = componentsOf(other, 'vtimezone').filter((one) => !known.has(textOf(one, 'tzid')))
  return [name, properties, [...more, ...components]]
}

function rowOf(series: Series, clocks: JComponent, entries: Entries): FileRow {
  const { uid, master, overrides } = series
  const known = entryUnder(entries, uid)
  const entry = entryOf(series, clocks, 'file')
  const about = master ?? overrides[0]
  const event = about === undefined ? 'start-unreadable' : eventOf(about)
  const row = { uid, entry, event: typeof event === 'object' ? inShort(event) : undefined }
  const refused = (reason: FileRow['reason']): FileRow => ({ ...row, state: 'refused', reason })
  if (typeof event === 'string') return refused(event)
  if (secretMarkIn(linesIn(entry)) !== undefined) return refused('secret')
  if (!calendarEntry.safeParse(entry).success) return refused('too-large')
  if (known === undefined) return { ...row, state: 'new', reason: null }
  if (isSame(known, entry)) return { ...row, state: 'same', reason: null }
  return known.guests === undefined ? { ...row, state: 'changed', reason: null } : refused('has-guests')
}

const isSame = (one: CalendarEntry, other: CalendarEntry): boolean =>
  JSON.stringify(eventsOf(one)) === JSON.stringify(eventsOf(other))
const eventsOf = ({ components }: CalendarEntry) => components.filter(([name]) => name === 'vevent')

/** Its events and the clocks they name. */
function entryOf(
  { uid, master, overrides }: Series,
  calendar: JComponent,
  source: CalendarEntry['source'],
): CalendarEntry {
  const events = master === undefined ? overrides : [master, ...overrides]
  const named = new Set(events.flatMap(([, properties]) => properties.map(([, { tzid }]) => tzid)))
  const clocks = componentsOf(calendar, 'vtimezone').filter((one) => named.has(textOf(one, 'tzid') ?? ''))
  return { uid, source, components: [...clocks, ...events] }
}
