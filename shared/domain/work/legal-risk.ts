import { workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Urgency } from '../documents/document.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'

/**
 * Why a piece of work stands where it does, gravest first: a deadline broken; express and urgent matters, which the law wants handled at once
 * (Decree 30 Art 24.2); due today; pressed for; from the superior body; sent back; soon due; somebody waits for it; the rest.
 */
export const riskReasons = [
  'overdue',
  'express',
  'dueToday',
  'urgent',
  'chased',
  'superior',
  'returned',
  'dueSoon',
  'awaited',
  'ordinary',
] as const
export type RiskReason = (typeof riskReasons)[number]

/** What the rank is made from. */
export interface RiskFacts {
  readonly deadline: LocalDate | null
  /** The clock stands: the deadline presses nobody. */
  readonly isStopped: boolean
  readonly urgency: Urgency
  readonly isChased: boolean
  readonly isFromSuperior: boolean
  readonly isReturned: boolean
  /** Others cannot go on before it is done: to initial, to sign, to direct, an extension asked for. */
  readonly isAwaited: boolean
  readonly since: Instant
}

const SOON_WORKING_DAYS = 3

/** The gravest reason that holds today. */
export function riskOf(facts: RiskFacts, today: LocalDate, calendar: WorkingCalendar): RiskReason {
  const deadline = facts.isStopped ? null : facts.deadline
  if (deadline !== null && deadline < today) return 'overdue'
  if (facts.urgency === 'express') return 'express'
  if (deadline === today) return 'dueToday'
  if (facts.urgency !== 'normal') return 'urgent'
  if (facts.isChased) return 'chased'
  if (facts.isFromSuperior) return 'superior'
  if (facts.isReturned) return 'returned'
  if (deadline !== null && workingDaysBetween(calendar, today, deadline) <= SOON_WORKING_DAYS)
    return 'dueSoon'
  return facts.isAwaited ? 'awaited' : 'ordinary'
}

const NEVER = '9999-12-31'

/** Sorts by reason, then by deadline, then by who has waited longest. */
export function rankByRisk<T extends RiskFacts>(
  items: readonly T[],
  today: LocalDate,
  calendar: WorkingCalendar,
): readonly (readonly [item: T, reason: RiskReason])[] {
  return items
    .map((item) => [item, riskOf(item, today, calendar)] as const)
    .toSorted(([one, because], [other, why]) => {
      const byReason = riskReasons.indexOf(because) - riskReasons.indexOf(why)
      if (byReason !== 0) return byReason
      const [a, b] = [`${one.deadline ?? NEVER} ${one.since}`, `${other.deadline ?? NEVER} ${other.since}`]
      return a < b ? -1 : a > b ? 1 : 0
    })
}
