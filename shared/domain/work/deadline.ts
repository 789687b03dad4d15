import type { LocalDate } from '../../kernel/instant.ts'
import type { Urgency } from '../documents/document.ts'

/** How a deadline stands. `days`: calendar days left, or overdue. */
export type DeadlineStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'inTime' | 'soon' | 'overdue'; readonly days: number }
  | { readonly kind: 'today' }

const SOON_WORKING_DAYS = 3
const SOON_WORKING_DAYS_URGENT = 5

/** Soon = at most 3 working days left, 5 when marked urgent. Working days here are Monday to Friday. */
export function deadlineStanding(
  deadline: LocalDate | null,
  today: LocalDate,
  urgency: Urgency,
): DeadlineStanding {
  if (deadline === null) return { kind: 'none' }
  const days = daysBetween(today, deadline)
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today' }
  const limit = urgency === 'normal' ? SOON_WORKING_DAYS : SOON_WORKING_DAYS_URGENT
  return { kind: workingDaysUntil(today, deadline) <= limit ? 'soon' : 'inTime', days }
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((dayNumber(b) - dayNumber(a)) / DAY_MS)
}

/** `date` moved by whole days. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(dayNumber(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** `date` moved on by working days (Monday to Friday). */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let at = date
  for (let left = days; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

function workingDaysUntil(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count++
  return count
}

const DAY_MS = 86_400_000
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`)
const isWorkingDay = (date: LocalDate): boolean => ![0, 6].includes(new Date(dayNumber(date)).getUTCDay())
