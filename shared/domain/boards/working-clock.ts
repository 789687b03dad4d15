import { addDays, daysBetween } from '../calendar/days.ts'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { localDateOf, millisOf, VIETNAM_OFFSET_MINUTES, type Instant } from '../../kernel/instant.ts'

const DAY_MINUTES = 1440

/** Office minutes between two moments from `first` on, as `workingMinutesBetween`, at a cost that does not grow with the span. */
export type WorkingClock = (from: Instant, to: Instant) => number

/** A clock for moments between `first` and `last`; one outside counts as the nearer of the two days. */
export function workingClock(calendar: WorkingCalendar, first: Instant, last: Instant): WorkingClock {
  const begin = localDateOf(first)
  const days = Math.max(0, daysBetween(begin, localDateOf(last)))
  const isWorked: boolean[] = []
  const before = new Int32Array(days + 2)
  const whole = calendar.hours.reduce((sum, { from, to }) => sum + to - from, 0)
  for (let index = 0; index <= days; index++) {
    const worked = isWorkingDay(calendar, addDays(begin, index))
    isWorked.push(worked)
    before[index + 1] = (before[index] ?? 0) + (worked ? whole : 0)
  }
  const base = Math.floor(millisOf(`${begin}T00:00:00.000Z`) / 60_000)
  const upTo = (at: Instant): number => {
    const minute = Math.floor(millisOf(at) / 60_000) + VIETNAM_OFFSET_MINUTES - base
    const day = Math.min(Math.max(0, Math.floor(minute / DAY_MINUTES)), days)
    const total = before[day] ?? 0
    if (isWorked[day] !== true) return total
    const inDay = minute - day * DAY_MINUTES
    return calendar.hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(inDay, to) - from), total)
  }
  return (from, to) => Math.max(0, upTo(to) - upTo(from))
}
