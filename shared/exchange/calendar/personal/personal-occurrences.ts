import {
  unitsOf,
  type CalendarEntry,
  type EntrySource,
} from '../../../domain/schedule/personal/calendar-entry.ts'
import { addDays } from '../../../domain/calendar/days.ts'
import type { Span } from '../../../domain/free/span.ts'
import { instantFrom, type LocalDate } from '../../../kernel/instant.ts'
import { eventOf, type CalendarEvent } from '../event.ts'
import type { Effort } from '../expand-rule.ts'
import { propertyOf, textOf } from '../jcal.ts'
import { MOST_ENTRY_EFFORT, MOST_PERSONAL_EFFORT } from '../limits.ts'
import { occurrencesOf, type InstantWindow, type Occurrence } from '../occurrences.ts'
import type { Series } from '../series.ts'
import { instantMsOf, zonesOf, type Zones } from '../zones.ts'
import { calendarOf, seriesIn } from './entry-calendar.ts'
import { reminderOf } from './reminder.ts'

/** Handling so much text of an entry costs as much as looking at a day. */
const UNITS_AS_A_DAY = 100

/** One time an appointment takes place. */
export interface PersonalOccurrence {
  readonly uid: string
  readonly source: EntrySource
  readonly title: string
  readonly place: string
  readonly startMs: number
  /** The first moment that is not in it. */
  readonly endMs: number
  /** First and last day where it is of whole days, otherwise null. */
  readonly days: { readonly first: LocalDate; readonly last: LocalDate } | null
  /** By the start its series would give it, where it is one of several; otherwise null. */
  readonly originalMs: number | null
  /** Its time is kept free for others (`TRANSPARENT`), or it is called off. */
  readonly isFree: boolean
  readonly isCancelled: boolean
  /** Minutes before it begins at which one is reminded; null: never. */
  readonly reminder: number | null
  readonly event: CalendarEvent
}

/** What takes place, in order, and of how many entries something could not be shown. */
export interface PersonalOccurrences {
  readonly occurrences: readonly PersonalOccurrence[]
  readonly unshown: readonly string[]
}

/** What looking at one entry found; `isSpent` when the effort did not reach: it may take place at any time. */
interface EntryOccurrences {
  readonly occurrences: readonly PersonalOccurrence[]
  readonly isWhole: boolean
  readonly isSpent: boolean
}

/** What an occurrence takes of the time of its person within a stretch; nothing by whole days and by what is kept free. */
export function takenBy(
  { isFree, days, startMs, endMs }: PersonalOccurrence,
  { fromMs, toMs }: InstantWindow,
): readonly Span[] {
  if (isFree || days !== null || endMs <= startMs) return []
  return [{ from: instantFrom(Math.max(startMs, fromMs)), until: instantFrom(Math.min(endMs, toMs)) }]
}

/** When entries take place within a stretch of time. Costs no more than so much, whatever they say: what is beyond it is told as not shown. */
export function occurrencesIn(
  entries: readonly CalendarEntry[],
  window: InstantWindow,
  effort: Effort = { timesLeft: MOST_PERSONAL_EFFORT },
): PersonalOccurrences {
  const occurrences: PersonalOccurrence[] = []
  const unshown: string[] = []
  const look = entriesReader(entries, effort)
  for (const entry of cheapFirst(entries)) {
    const found = look(entry, window)
    if (!found.isWhole) unshown.push(entry.uid)
    for (const one of found.occurrences) occurrences.push(one)
  }
  return { occurrences: occurrences.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs), unshown }
}

/** Looks at entries one by one on the clocks they name, each for a share of the effort. */
export function entriesReader(
  entries: readonly CalendarEntry[],
  effort: Effort,
): (entry: CalendarEntry, window: InstantWindow) => EntryOccurrences {
  const share: Effort = { timesLeft: 0 }
  const zones = zonesOf(calendarOf(entries), share)
  return (entry, window) => {
    const most = Math.min(effort.timesLeft, MOST_ENTRY_EFFORT)
    if (most <= 0) return { occurrences: [], isWhole: false, isSpent: true }
    share.timesLeft = most - unitsOf(entry) / UNITS_AS_A_DAY
    const series = seriesIn(entry)
    const found = occurrencesOf(series, window, zones, share)
    effort.timesLeft -= most - Math.max(0, share.timesLeft)
    // What was told when nothing was left may stand on a wrong clock.
    if (share.timesLeft <= 0) return { occurrences: [], isWhole: false, isSpent: true }
    const repeated = isRepeated(series)
    return {
      occurrences: found.occurrences.filter(isWithin(window)).map((one) => shown(entry, repeated, one)),
      isWhole: found.problems.length === 0,
      isSpent: found.problems.includes('too-many-occurrences'),
    }
  }
}

/** What takes place once before what has a rule or many dates: no series keeps it from being looked at. */
export function cheapFirst(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const isPlain = ({ components }: CalendarEntry): boolean =>
    components.every(([, properties]) =>
      properties.every(([name]) => name !== 'rrule' && name !== 'rdate' && name !== 'recurrence-id'),
    )
  const plain = new Set(entries.filter(isPlain))
  return [...plain, ...entries.filter((one) => !plain.has(one))]
}

/** The zones that an entry names. */
export const zonesIn = (entry: CalendarEntry): Zones => zonesOf(calendarOf([entry]))

/** Whether it comes more than once. */
export const isRepeated = ({ master, overrides }: Series): boolean =>
  master === undefined
    ? overrides.length > 0
    : propertyOf(master, 'rrule') !== undefined || propertyOf(master, 'rdate') !== undefined

/** What only ends where the window begins is not in it. */
const isWithin =
  ({ fromMs, toMs }: InstantWindow) =>
  ({ startMs, endMs }: Occurrence): boolean =>
    startMs < toMs && (endMs > fromMs || (endMs === startMs && startMs >= fromMs))

function shown({ uid, source }: CalendarEntry, repeated: boolean, one: Occurrence): PersonalOccurrence {
  const { event } = one
  const { start, end } = event
  const isCancelled = event.status === 'CANCELLED'
  return {
    uid,
    source,
    title: event.summary,
    place: event.location ?? '',
    startMs: one.startMs,
    endMs: Math.max(one.startMs, one.endMs),
    days: start.kind === 'date' && end.kind === 'date' ? daysFrom(one) : null,
    originalMs: repeated ? one.originalMs : null,
    isFree: isCancelled || textOf(one.component, 'transp') === 'TRANSPARENT',
    isCancelled,
    reminder: reminderOf(one.component),
    event,
  }
}

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000

function daysFrom({ startMs, endMs }: Occurrence): { readonly first: LocalDate; readonly last: LocalDate } {
  const first = new Date(startMs + OFFSET_MS).toISOString().slice(0, 10)
  return { first, last: addDays(first, Math.max(1, Math.round((endMs - startMs) / DAY_MS)) - 1) }
}

/** When the first of several begins, in milliseconds; undefined when it cannot be read. */
export function firstStartMs(entry: CalendarEntry): number | undefined {
  const { master } = seriesIn(entry)
  const event = master === undefined ? undefined : eventOf(master)
  return typeof event === 'object' ? instantMsOf(event.start, zonesIn(entry)) : undefined
}
