import { MOST_DAYS_LOOKED_AT, MOST_OCCURRENCES } from './limits.ts'
import { daysIn, periodAt, periodBefore, type DayNumber } from './rule-days.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'

const DAY_MS = 86_400_000

/** What is left of the work that one answer may cost, in times of days looked at; shared by all events of a calendar. */
export interface Effort {
  timesLeft: number
}

/** Readings of the wall, both ends in it. */
export interface WallWindow {
  readonly fromMs: number
  readonly toMs: number
}

/** `isCut` when the rule would go on, but the limits of one answer are reached. */
export interface Expanded {
  readonly startsMs: readonly number[]
  readonly isCut: boolean
}

/**
 * The starts within a window, in order, as readings of the wall. The first day is always the first occurrence and counts as one (RFC 5545,
 * 3.8.5.3). Ends for every rule, also for one that never comes true: it looks at so many days and no more.
 */
export function expandRule(
  rule: RecurrenceRule,
  startMs: number,
  untilMs: number | undefined,
  window: WallWindow,
  effort: Effort,
): Expanded {
  const startDay = Math.floor(startMs / DAY_MS)
  const lastMs = Math.min(window.toMs, untilMs ?? Infinity)
  const last = Math.floor(lastMs / DAY_MS)
  const startsMs: number[] = startMs >= window.fromMs && startMs <= window.toMs ? [startMs] : []
  const times = timesOf(rule, startMs)
  const weight = weightOf(rule)
  let counted = 1
  const skipped = rule.count === undefined ? periodBefore(rule, startDay, window.fromMs / DAY_MS) : 0
  for (let index = skipped; counted < (rule.count ?? Infinity); index += 1) {
    const period = periodAt(rule, startDay, index)
    if (period.first > last) return { startsMs, isCut: false }
    const days = (period.last - period.first + 1) * times.length * weight
    const isTooFar = rule.count !== undefined && period.first - startDay > MOST_DAYS_LOOKED_AT
    if (effort.timesLeft < days || isTooFar) return { startsMs, isCut: true }
    effort.timesLeft -= days
    for (const ms of startsIn(rule, times, daysIn(rule, startDay, period))) {
      if (ms <= startMs) continue
      if (ms > lastMs || counted === rule.count) return { startsMs, isCut: false }
      counted += 1
      if (ms < window.fromMs) continue
      if (startsMs.length === MOST_OCCURRENCES) return { startsMs, isCut: true }
      startsMs.push(ms)
    }
  }
  return { startsMs, isCut: false }
}

/** Each day is held against all that the rule lists. */
const weightOf = ({ months, weeks, yearDays, monthDays, days, positions }: RecurrenceRule): number =>
  1 +
  Math.floor(
    [months, weeks, yearDays, monthDays, days, positions].reduce((sum, { length }) => sum + length, 0) / 40,
  )

/** Days and times of a period in order, and of them those whose positions the rule names. */
function startsIn(
  rule: RecurrenceRule,
  times: readonly number[],
  days: readonly DayNumber[],
): readonly number[] {
  const starts = days.flatMap((day) => times.map((time) => day * DAY_MS + time))
  const { positions } = rule
  if (positions.length === 0) return starts
  return starts.filter(
    (_, index) => positions.includes(index + 1) || positions.includes(index - starts.length),
  )
}

function timesOf({ hours, minutes, seconds }: RecurrenceRule, startMs: number): readonly number[] {
  const start = new Date(startMs)
  const orOwn = (list: readonly number[], own: number): readonly number[] =>
    list.length === 0 ? [own] : [...new Set(list)].sort((a, b) => a - b)
  return orOwn(hours, start.getUTCHours()).flatMap((hour) =>
    orOwn(minutes, start.getUTCMinutes()).flatMap((minute) =>
      orOwn(seconds, start.getUTCSeconds()).map((second) => ((hour * 60 + minute) * 60 + second) * 1000),
    ),
  )
}
