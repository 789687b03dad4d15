import { daysBetween } from '../calendar/days.ts'
import { workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import type { Urgency } from '../documents/document.ts'

/** How a deadline stands. `days`: calendar days left, or overdue. */
export type DeadlineStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'inTime' | 'soon' | 'overdue'; readonly days: number }
  | { readonly kind: 'today' }

const SOON_WORKING_DAYS = 3
const SOON_WORKING_DAYS_URGENT = 5

/** Soon = at most 3 working days left, 5 when marked urgent. */
export function deadlineStanding(
  calendar: WorkingCalendar,
  deadline: LocalDate | null,
  today: LocalDate,
  urgency: Urgency,
): DeadlineStanding {
  if (deadline === null) return { kind: 'none' }
  const days = daysBetween(today, deadline)
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today' }
  const limit = urgency === 'normal' ? SOON_WORKING_DAYS : SOON_WORKING_DAYS_URGENT
  return { kind: workingDaysBetween(calendar, today, deadline) <= limit ? 'soon' : 'inTime', days }
}
