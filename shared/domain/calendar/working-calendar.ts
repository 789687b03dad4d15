import { instantFrom, localDateOf, millisOf, VIETNAM_OFFSET_MINUTES } from '../../kernel/instant.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { addDays, daysBetween, weekdayOf } from './days.ts'

/** A span of office hours, minutes after midnight at the agency. */
export interface OfficeHours {
  readonly from: number
  readonly to: number
}

/**
 * Which days and hours are worked. Working days come from labour law and the notices of each year, so they are data (records rules H):
 * Monday to Friday, less `holidays`, and `makeUpDays` that are worked in place of a bridged day.
 */
export interface WorkingCalendar {
  readonly holidays: readonly LocalDate[]
  readonly makeUpDays: readonly LocalDate[]
  readonly hours: readonly OfficeHours[]
}

/** A calendar that stops counting after this many days without a working one is wrong data, not a long holiday. */
const LONGEST_BREAK_DAYS = 60

/** Whether the offices are open on this day. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  if (calendar.makeUpDays.includes(date)) return true
  if (calendar.holidays.includes(date)) return false
  return !isWeekend(date)
}

/** `date` itself when it is worked, else the next day that is. Throws RangeError when the calendar has none within 60 days. */
export function workingDayFrom(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  for (let ahead = 0; ahead <= LONGEST_BREAK_DAYS; ahead++) {
    const day = addDays(date, ahead)
    if (isWorkingDay(calendar, day)) return day
  }
  throw new RangeError(`no working day within ${LONGEST_BREAK_DAYS} days of ${date}`)
}

/** The working day that lies `count` working days behind `date`; `date` itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  let at = date
  for (let left = count; left > 0; left--) at = workingDayFrom(calendar, addDays(at, 1))
  return at
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. Counted by weeks: years apart cost no more than days. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  const isWithin = (day: LocalDate): boolean => from < day && day <= to
  const made = new Set(calendar.makeUpDays.filter((day) => isWithin(day) && isWeekend(day)))
  const off = new Set(
    calendar.holidays.filter((day) => isWithin(day) && !isWeekend(day) && !calendar.makeUpDays.includes(day)),
  )
  return weekdaysBetween(from, to) + made.size - off.size
}

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(weekdayOf(day))

/** Mondays to Fridays after `from` up to and with `to`, which is not earlier. */
function weekdaysBetween(from: LocalDate, to: LocalDate): number {
  const days = daysBetween(from, to)
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let ahead = weeks * 7 + 1; ahead <= days; ahead++) if (!isWeekend(addDays(from, ahead))) count++
  return count
}

/** The deadline of a clock that stood from one day to another: later by the working days that it stood. */
export function deadlineAfterStop(
  calendar: WorkingCalendar,
  deadline: LocalDate,
  stoppedOn: LocalDate,
  resumedOn: LocalDate,
): LocalDate {
  return addWorkingDays(calendar, deadline, Math.max(0, workingDaysBetween(calendar, stoppedOn, resumedOn)))
}

/** Minutes of office hours between two moments; 0 when `to` is not later. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  if (to <= from) return 0
  const [first, last] = [localDateOf(from), localDateOf(to)]
  const between = (day: LocalDate, begin: number, end: number): number =>
    isWorkingDay(calendar, day)
      ? calendar.hours.reduce(
          (sum, hours) => sum + Math.max(0, Math.min(end, hours.to) - Math.max(begin, hours.from)),
          0,
        )
      : 0
  if (first === last) return between(first, minuteOf(from, first), minuteOf(to, last))
  const whole = Math.max(
    0,
    workingDaysBetween(calendar, first, last) - (isWorkingDay(calendar, last) ? 1 : 0),
  )
  return (
    between(first, minuteOf(from, first), DAY_MINUTES) +
    whole * minutesOfDay(calendar) +
    between(last, 0, minuteOf(to, last))
  )
}

/** The moment at which so many office minutes after `from` are over. Throws RangeError when no day is worked within 60 days. */
export function afterOfficeMinutes(calendar: WorkingCalendar, from: Instant, minutes: number): Instant {
  const first = localDateOf(from)
  let left = minutes
  for (let day = workingDayFrom(calendar, first); ; day = workingDayFrom(calendar, addDays(day, 1))) {
    for (const hours of calendar.hours) {
      const begin = day === first ? Math.max(hours.from, minuteOf(from, day)) : hours.from
      const worked = Math.max(0, hours.to - begin)
      if (worked > 0 && left <= worked) return atMinute(day, begin + left)
      left -= worked
    }
  }
}

/** Office minutes of a whole working day. */
export function minutesOfDay(calendar: WorkingCalendar): number {
  return calendar.hours.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** A minute of a day at the agency. */
export const atMinute = (day: LocalDate, minute: number): Instant =>
  instantFrom(millisOf(`${day}T00:00:00.000Z`) + (minute - VIETNAM_OFFSET_MINUTES) * 60_000)

const DAY_MINUTES = 1440
const minuteOf = (instant: Instant, day: LocalDate): number =>
  Math.floor((millisOf(instant) - millisOf(`${day}T00:00:00.000Z`)) / 60_000) + VIETNAM_OFFSET_MINUTES
