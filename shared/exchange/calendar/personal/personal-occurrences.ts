import type { CalendarEntry, EntrySource } from '../../../domain/schedule/personal/calendar-entry.ts'
import { addDays } from '../../../domain/calendar/days.ts'
import type { LocalDate } from '../../../kernel/instant.ts'
import { timeOf } from '../calendar-time.ts'
import { eventOf, type CalendarEvent } from '../event.ts'
import type { Effort } from '../expand-rule.ts'
import { propertyOf, textOf, type JComponent } from '../jcal.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrencesOf, type InstantWindow, type Occurrence } from '../occurrences.ts'
import type { Series } from '../series.ts'
import { instantMsOf, zonesOf, type Zones } from '../zones.ts'
import { calendarOf, seriesIn } from './entry-calendar.ts'

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
  readonly event: CalendarEvent
}

/** What takes place, in order, and of how many entries something could not be shown. */
export interface PersonalOccurrences {
  readonly occurrences: readonly PersonalOccurrence[]
  readonly unshown: readonly string[]
}

/** When entries take place within a stretch of time. Costs no more than so much, whatever they say: what is beyond it is told as not shown. */
export function occurrencesIn(
  entries: readonly CalendarEntry[],
  window: InstantWindow,
  effort: Effort = { timesLeft: MOST_EFFORT },
): PersonalOccurrences {
  const zones = zonesOf(calendarOf(entries))
  const occurrences: PersonalOccurrence[] = []
  const unshown: string[] = []
  for (const entry of entries) {
    const series = seriesIn(entry)
    const found = occurrencesOf(series, window, zones, effort)
    if (found.problems.length > 0) unshown.push(entry.uid)
    occurrences.push(...found.occurrences.filter(isWithin(window)).map((one) => shown(entry, series, one)))
  }
  return { occurrences: occurrences.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs), unshown }
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

function shown({ uid, source }: CalendarEntry, series: Series, one: Occurrence): PersonalOccurrence {
  const { event } = one
  const { start, end } = event
  const component = componentOf(series, event)
  const isCancelled = event.status === 'CANCELLED'
  return {
    uid,
    source,
    title: event.summary,
    place: event.location ?? '',
    startMs: one.startMs,
    endMs: Math.max(one.startMs, one.endMs),
    days: start.kind === 'date' && end.kind === 'date' ? daysFrom(one) : null,
    originalMs: isRepeated(series) ? one.originalMs : null,
    isFree: isCancelled || (component !== undefined && textOf(component, 'transp') === 'TRANSPARENT'),
    isCancelled,
    event,
  }
}

function componentOf({ master, overrides }: Series, { recurrenceId }: CalendarEvent): JComponent | undefined {
  if (recurrenceId === undefined) return master
  const told = JSON.stringify(recurrenceId)
  return overrides.find((one) => {
    const property = propertyOf(one, 'recurrence-id')
    return property !== undefined && JSON.stringify(timeOf(property)) === told
  })
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
