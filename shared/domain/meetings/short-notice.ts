import { workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { localDateOf, type LocalDate } from '../../kernel/instant.ts'
import type { Meeting } from './meeting.ts'

/** Working days an invitation and its papers are sent ahead (Decision 45/2018, Art 10; working regulations of most agencies). */
export const CALLED_AHEAD_WORKING_DAYS = 3

/** Whether a meeting called today is called later than that, so that it says why. */
export const isShortNotice = (
  calendar: WorkingCalendar,
  today: LocalDate,
  { from }: Pick<Meeting, 'from'>,
): boolean => workingDaysBetween(calendar, today, localDateOf(from)) < CALLED_AHEAD_WORKING_DAYS
