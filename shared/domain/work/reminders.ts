import { workingDayFrom, workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { LocalDate } from '../../kernel/instant.ts'

/** The ladder: overdue, today, and 1, 3, 7 working days ahead. */
export const reminderSteps = ['overdue', 'today', 'in1', 'in3', 'in7'] as const
export type ReminderStep = (typeof reminderSteps)[number]

const STEP_BY_DAYS: Readonly<Record<number, ReminderStep>> = { 0: 'today', 1: 'in1', 3: 'in3', 7: 'in7' }

/** The step a deadline stands on; null between steps, so that nobody is reminded daily. On a day off that of the next working day. */
export function reminderStep(
  deadline: LocalDate | null,
  today: LocalDate,
  calendar: WorkingCalendar,
): ReminderStep | null {
  if (deadline === null) return null
  if (deadline < today) return 'overdue'
  const day = workingDayFrom(calendar, today)
  return STEP_BY_DAYS[Math.max(0, workingDaysBetween(calendar, day, deadline))] ?? null
}

/** One line of the digest. */
export interface DigestLine<T> {
  readonly step: ReminderStep
  readonly items: readonly T[]
}

/** Everything one person is reminded of on a day, in one notice; empty steps are left out. */
export function reminderDigest<
  T extends { readonly deadline: LocalDate | null; readonly isStopped: boolean },
>(items: readonly T[], today: LocalDate, calendar: WorkingCalendar): readonly DigestLine<T>[] {
  const stepOf = (item: T): ReminderStep | null =>
    item.isStopped ? null : reminderStep(item.deadline, today, calendar)
  return reminderSteps
    .map((step) => ({ step, items: items.filter((item) => stepOf(item) === step) }))
    .filter((line) => line.items.length > 0)
}
