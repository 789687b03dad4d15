import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { merged, type Span } from '../../../domain/free/span.ts'
import type { Effort } from '../expand-rule.ts'
import { CALENDAR_LIMITS, type CalendarLimits } from '../limits.ts'
import { CalendarErrorCode } from '../errors.ts'
import { textOf } from '../jcal.ts'
import type { InstantWindow } from '../occurrences.ts'
import { openCalendar } from '../personal/open-file.ts'
import { cheapFirst, entriesReader, takenBy } from '../personal/personal-occurrences.ts'
import { readCalendar } from '../read-calendar.ts'

/** Room for a year of a full desk; each of them is looked at whenever another week is shown. */
const MOST_EVENTS = 5000
/** Looking at a whole calendar once, in times of days; a calendar of five thousand daily events costs less. */
const MOST_JUDGING_EFFORT = 3_000_000
/** Stretches that a full desk is busy in a year, and more; they are read each time somebody looks for a time. */
const MOST_BUSY = 5000
const LIMITS: CalendarLimits = { ...CALENDAR_LIMITS, components: 2 * MOST_EVENTS }

/** Why nothing of a calendar that somebody else wrote is taken. */
export const calendarFaults = ['not-calendar', 'too-large', 'too-costly', 'secret'] as const
export type CalendarFault = (typeof calendarFaults)[number]

/** What a calendar that somebody else wrote holds. */
export type SubscribedCalendar =
  | {
      readonly ok: true
      /** What it calls itself; empty when it does not. */
      readonly name: string
      readonly entries: readonly CalendarEntry[]
      /** Events of which nothing is shown. */
      readonly unreadable: number
    }
  | { readonly ok: false; readonly problem: Exclude<CalendarFault, 'too-costly'> }

/** Reads a subscribed calendar in bounded work, whatever was sent. One secrecy mark in it, and nothing of it is taken. */
export function readSubscribed(bytes: Uint8Array): SubscribedCalendar {
  const read = readCalendar(bytes, LIMITS)
  if (!read.ok) return { ok: false, problem: tooLarge.has(read.error.code) ? 'too-large' : 'not-calendar' }
  const opened = openCalendar(read.calendar, {})
  if (opened.kind !== 'events') return { ok: false, problem: 'not-calendar' }
  if (opened.rows.length > MOST_EVENTS) return { ok: false, problem: 'too-large' }
  if (opened.rows.some(({ reason }) => reason === 'secret')) return { ok: false, problem: 'secret' }
  const shown = opened.rows.filter(({ state }) => state !== 'refused')
  return {
    ok: true,
    name: (textOf(read.calendar, 'x-wr-calname') ?? textOf(read.calendar, 'name') ?? '').trim(),
    entries: shown.map(({ entry }) => entry),
    unreadable: opened.rows.length - shown.length,
  }
}

const tooLarge: ReadonlySet<CalendarErrorCode> = new Set([
  CalendarErrorCode.tooLarge,
  CalendarErrorCode.lineTooLong,
  CalendarErrorCode.tooManyComponents,
  CalendarErrorCode.tooManyProperties,
  CalendarErrorCode.tooManyParameters,
  CalendarErrorCode.tooDeep,
])

/** What is known of a calendar once it was looked at. */
export interface JudgedCalendar {
  readonly name: string
  readonly events: number
  readonly unshown: number
  /** When it keeps its reader busy within the window: not by whole days, by what is kept free or was called off. */
  readonly busy: readonly Span[]
}

/** Looks at a whole calendar once, before anybody is shown any of it. */
export function judgeCalendar(bytes: Uint8Array, window: InstantWindow): JudgedCalendar | CalendarFault {
  const read = readSubscribed(bytes)
  if (!read.ok) return read.problem
  const effort: Effort = { timesLeft: MOST_JUDGING_EFFORT }
  const look = entriesReader(read.entries, effort)
  const busy: Span[] = []
  let unshown = read.unreadable
  for (const entry of cheapFirst(read.entries)) {
    const { occurrences, isWhole, isSpent } = look(entry, window)
    if (isSpent) return 'too-costly'
    if (!isWhole) unshown += 1
    for (const one of occurrences) busy.push(...takenBy(one, window))
  }
  const taken = merged(busy)
  if (taken.length > MOST_BUSY) return 'too-costly'
  return {
    name: read.name.slice(0, 100),
    events: read.entries.length,
    unshown,
    busy: taken,
  }
}
