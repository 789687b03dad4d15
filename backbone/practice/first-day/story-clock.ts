import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import { addWorkingDays } from '#shared/domain/calendar/working-calendar.ts'
import { localDateOf, instantFrom, VIETNAM_OFFSET_MINUTES, type LocalDate } from '#shared/kernel/instant.ts'
import type { Clock } from '../../ports.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000

/** Tells the days before the first day, then the present; never goes back. */
export interface StoryClock extends Clock {
  /** Moves to an hour of the working day that lies so many working days back, within this year; then a moment passes with each look. */
  goTo(workingDaysAgo: number, hour: number, minute?: number): void
  /** Someone was busy for so long; the present is not passed. */
  pass(minutes: number): void
  /** The day that lies so many working days after the present one. */
  dayAhead(workingDays: number): LocalDate
  /** From now on the present. */
  arrive(): void
}

export function storyClock(present: Clock): StoryClock {
  let told: number | undefined = 0
  const year = localDateOf(instantFrom(present.now())).slice(0, 4)
  const newYear = Date.parse(`${year}-01-01T00:00:00.000Z`) - VIETNAM_OFFSET_MINUTES * MINUTE_MS
  return {
    goTo: (workingDaysAgo, hour, minute = 0) => {
      if (told === undefined) throw new RangeError('the story is over')
      const wanted = workingDayBefore(present.now(), workingDaysAgo) + (hour * 60 + minute) * MINUTE_MS
      // In the first days of January the story is short: everything happens on New Year's morning.
      told = Math.max(told, Math.min(Math.max(wanted, newYear), present.now() - MINUTE_MS))
    },
    pass: (minutes) => {
      if (told !== undefined) told = Math.min(told + minutes * MINUTE_MS, present.now() - MINUTE_MS)
    },
    dayAhead: (workingDays) => {
      const today = localDateOf(instantFrom(present.now()))
      return addWorkingDays(workingCalendar(undefined, today), today, workingDays)
    },
    arrive: () => {
      told = undefined
    },
    now: () => {
      if (told === undefined) return present.now()
      told = Math.min(told + 250, present.now())
      return told
    },
  }
}

/** Midnight in Vietnam of the working day that lies so many working days back. */
function workingDayBefore(nowMs: number, days: number): number {
  const offset = VIETNAM_OFFSET_MINUTES * MINUTE_MS
  let midnight = Math.floor((nowMs + offset) / DAY_MS) * DAY_MS
  for (let left = days; left > 0;) {
    midnight -= DAY_MS
    const weekday = new Date(midnight).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return midnight - offset
}
