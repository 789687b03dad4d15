import { addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'

/** Days that follow each other, but for weekends, and change in the same way. */
export interface DayRun {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly isWorked: boolean
  readonly count: number
}

/** Puts days, in order, together into runs. */
export function dayRunsOf(
  days: readonly { readonly date: LocalDate; readonly isWorked: boolean }[],
): readonly DayRun[] {
  const runs: DayRun[] = []
  for (const { date, isWorked } of days) {
    const last = runs.at(-1)
    if (last !== undefined && last.isWorked === isWorked && dayBehind(last.until, date) === date)
      runs[runs.length - 1] = { ...last, until: date, count: last.count + 1 }
    else runs.push({ from: date, until: date, isWorked, count: 1 })
  }
  return runs
}

/** The next day that is no weekend, or `wanted` when it comes before that. */
function dayBehind(day: LocalDate, wanted: LocalDate): LocalDate {
  let next = addDays(day, 1)
  while (next !== wanted && [0, 6].includes(weekdayOf(next))) next = addDays(next, 1)
  return next
}
