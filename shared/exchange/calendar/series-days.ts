import { addDays } from '../../domain/calendar/days.ts'
import { isWorkingDay, workingDayFrom, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { MOST_DATES, type SeriesPattern, type SeriesRule } from '../../domain/meetings/series/series.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { expandRule } from './expand-rule.ts'
import { MOST_EFFORT } from './limits.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'
import { daysIn } from './rule-days.ts'

/** A date of a series before it is called: the day of the rule, and the day it takes place; null: left out, because the offices are closed. */
export interface PlannedDate {
  readonly on: LocalDate
  readonly day: LocalDate | null
  readonly isDayOff: boolean
}

/** A series is called no further ahead. */
export const LONGEST_SERIES_DAYS = 731

const DAY_MS = 86_400_000
const NONE: Omit<RecurrenceRule, 'every' | 'interval'> = {
  count: undefined,
  until: undefined,
  months: [],
  weeks: [],
  yearDays: [],
  monthDays: [],
  days: [],
  hours: [],
  minutes: [],
  seconds: [],
  positions: [],
  weekStart: 1,
}

/** The pattern as RFC 5545 knows rules. */
export function ruleOfPattern(pattern: SeriesPattern): RecurrenceRule {
  switch (pattern.kind) {
    case 'weekly':
      return { ...NONE, every: 'week', interval: pattern.interval }
    case 'monthDay':
      return { ...NONE, every: 'month', interval: 1, monthDays: [pattern.day] }
    case 'monthWeekday':
      return { ...NONE, every: 'month', interval: 1, days: [{ weekday: pattern.weekday, nth: pattern.nth }] }
  }
}

/** The first day of a pattern on or after this one; months may lack a day, none lacks it for long. */
export function firstDayOf(pattern: SeriesPattern, from: LocalDate): LocalDate {
  if (pattern.kind === 'weekly') return from
  const first = dayNumber(from)
  const [day] = daysIn(ruleOfPattern(pattern), first, { first, last: first + 2 * 62 })
  return day === undefined ? from : dateOf(day)
}

/** The days of a pattern from `first` until `last`, both in it. */
export function daysOfPattern(
  pattern: SeriesPattern,
  first: LocalDate,
  last: LocalDate,
): readonly LocalDate[] {
  const window = { fromMs: wallOf(first), toMs: wallOf(last) }
  const { startsMs } = expandRule(ruleOfPattern(pattern), window.fromMs, undefined, window, {
    timesLeft: MOST_EFFORT,
  })
  return startsMs.map((ms) => dateOf(ms / DAY_MS))
}

/** The dates of a series in order; one that falls on a day off is moved to the next working day, left out or kept, and left out where the next date comes first. `isCut`: the rule goes on behind what is called. */
export function plannedDates(
  rule: SeriesRule,
  calendar: WorkingCalendar,
): { readonly dates: readonly PlannedDate[]; readonly isCut: boolean } {
  const furthest = addDays(rule.first, LONGEST_SERIES_DAYS)
  const last = rule.until !== null && rule.until < furthest ? rule.until : furthest
  const days = daysOfPattern(rule.pattern, rule.first, last)
  const most = rule.count ?? MOST_DATES
  const dates: PlannedDate[] = []
  let taken = 0
  for (const [index, on] of days.entries()) {
    if (taken === most) return { dates, isCut: rule.count === null }
    const isDayOff = !isWorkingDay(calendar, on)
    const day = isDayOff ? dayInstead(rule, calendar, on, days[index + 1]) : on
    dates.push({ on, day, isDayOff })
    if (day !== null) taken += 1
  }
  const isWhole = rule.count === null ? rule.until !== null && rule.until <= furthest : taken === rule.count
  return { dates, isCut: !isWhole }
}

function dayInstead(
  { daysOff }: SeriesRule,
  calendar: WorkingCalendar,
  on: LocalDate,
  next: LocalDate | undefined,
): LocalDate | null {
  if (daysOff === 'keep') return on
  if (daysOff === 'skip') return null
  const day = workingDayFrom(calendar, on)
  return next !== undefined && day >= next ? null : day
}

const wallOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`)
const dayNumber = (date: LocalDate): number => wallOf(date) / DAY_MS
const dateOf = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10)
