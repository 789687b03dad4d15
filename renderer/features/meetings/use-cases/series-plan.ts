import { daysBetween, addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { AgendaItem, CallDetails } from '#shared/domain/meetings/meeting.ts'
import {
  meetingOfSeries,
  MOST_DATES,
  type InSeries,
  type SeriesPattern,
  type SeriesRule,
} from '#shared/domain/meetings/series/series.ts'
import { deadlineFromWords } from '#shared/domain/work/deadline-words.ts'
import type { PlannedDate } from '#shared/exchange/calendar/series-days.ts'
import {
  instantFrom,
  localDateOf,
  millisOf,
  partsOf,
  type Instant,
  type LocalDate,
} from '#shared/kernel/instant.ts'
import type { OneAct } from '../../../workplace/tasks/use-many-acts.ts'

/** How a meeting can come again, as it is chosen. */
export const repeatKinds = ['none', 'weekly', 'fortnightly', 'monthDay', 'monthWeekday'] as const
export type RepeatKind = (typeof repeatKinds)[number]

/** The series that is to be called, and why at short notice. */
export interface SeriesPlan {
  readonly rule: SeriesRule
  readonly dates: readonly PlannedDate[]
  readonly shortNotice: string
}

/** The pattern that this choice means for a first meeting on this day. */
export function patternOf(kind: Exclude<RepeatKind, 'none'>, day: LocalDate): SeriesPattern {
  const nth = Math.floor((partsOf(day).day - 1) / 7) + 1
  switch (kind) {
    case 'weekly':
      return { kind: 'weekly', interval: 1 }
    case 'fortnightly':
      return { kind: 'weekly', interval: 2 }
    case 'monthDay':
      return { kind: 'monthDay', day: partsOf(day).day }
    case 'monthWeekday':
      return {
        kind: 'monthWeekday',
        nth: nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : -1,
        weekday: weekdayOf(day),
      }
  }
}

/** Until when a series goes: a number of meetings, or a day; undefined for what is neither. */
export function endFromWords(
  words: string,
  today: LocalDate,
  calendar: WorkingCalendar,
): Pick<SeriesRule, 'count' | 'until'> | undefined {
  const text = words.trim()
  if (/^\d{1,3}$/.test(text)) {
    const count = Number(text)
    return count >= 1 && count <= MOST_DATES ? { count, until: null } : undefined
  }
  const until = deadlineFromWords(text, today, calendar)
  return until === undefined ? undefined : { count: null, until }
}

/** Acts that call each date of a series; `id` becomes that of the series. */
export function actsOfPlan(
  { rule, dates, shortNotice }: SeriesPlan,
  id: string,
  details: CallDetails,
  items: readonly AgendaItem[],
): readonly OneAct[] {
  const held = dates.flatMap(({ on, day }) => (day === null ? [] : [{ on, day }]))
  return held.flatMap(({ on, day }, index) => {
    const series: InSeries = { id, on, number: index + 1, of: held.length, rule }
    const called = schedule(series, onDay(details, day), items, index === 0 ? shortNotice : '')
    return [called, ...holdingRooms(called.aggregate.id, details.rooms)]
  })
}

/** The act that calls one date of a series. */
export function schedule(
  series: InSeries,
  details: CallDetails,
  items: readonly AgendaItem[],
  shortNotice: string,
): OneAct {
  return {
    aggregate: { kind: 'meeting', id: meetingOfSeries(series) },
    type: 'meeting.schedule',
    payload: { details, items, shortNotice, series },
  }
}

/** Acts that hold rooms and equipment for a meeting at its time. */
export const holdingRooms = (meeting: string, rooms: readonly string[] = []): readonly OneAct[] =>
  rooms.map((id) => ({ aggregate: { kind: 'room', id }, type: 'room.book', payload: { meeting } }))

/** Of so many meetings these acts are. */
export const meetingsIn = (acts: readonly OneAct[]): number =>
  new Set(acts.flatMap(({ aggregate }) => (aggregate.kind === 'meeting' ? [aggregate.id] : []))).size

/** The same invitation on another day. */
export function onDay(details: CallDetails, day: LocalDate): CallDetails {
  const days = daysBetween(localDateOf(details.from), day)
  return { ...details, from: later(details.from, days), until: later(details.until, days) }
}

/** When a meeting is after the change that was made to another one: on its own day as far as the other stayed on its own, at the new hours where they changed. */
export function movedAlike(
  own: Pick<CallDetails, 'from' | 'until'>,
  before: Pick<CallDetails, 'from' | 'until'>,
  after: Pick<CallDetails, 'from' | 'until'>,
): Pick<CallDetails, 'from' | 'until'> {
  const days = daysBetween(localDateOf(before.from), localDateOf(after.from))
  const hoursStay = later(before.from, days) === after.from && later(before.until, days) === after.until
  if (hoursStay) return { from: later(own.from, days), until: later(own.until, days) }
  const shift = daysBetween(localDateOf(after.from), addDays(localDateOf(own.from), days))
  return { from: later(after.from, shift), until: later(after.until, shift) }
}

const later = (at: Instant, days: number): Instant => instantFrom(millisOf(at) + days * 86_400_000)
