import { addDays } from '../calendar/days.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Urgency } from '../documents/document.ts'
import { localDateOf, VIETNAM_OFFSET_MINUTES, type Instant, type LocalDate } from '../../kernel/instant.ts'
import type { RuleId } from './rules.ts'

/** The rules that set a time. */
export type LimitRule = Extract<
  RuleId,
  | `${'number' | 'send' | 'receipt' | 'register' | 'present'}-late`
  | `${'send' | 'register' | 'present'}-at-once`
>

/** A time the law sets for an act: the last moment for it, and the rule that says so. Passing it is shown, never refused: the act is still owed. */
export interface LegalLimit {
  readonly rule: LimitRule
  readonly until: Instant
}

/** How an act stands to its limit: done in it or after it; still to do, on its last day, or overdue. */
export type LimitStanding = 'kept' | 'broken' | 'open' | 'lastDay' | 'late'

/** Where an act stands that was done at `doneAt` (null: not yet). */
export function standingOf({ until }: LegalLimit, doneAt: Instant | null, now: Instant): LimitStanding {
  if (doneAt !== null) return doneAt <= until ? 'kept' : 'broken'
  if (now > until) return 'late'
  return localDateOf(now) === localDateOf(until) ? 'lastDay' : 'open'
}

/** A number is given after the signature and by the end of the next working day (Decree 30 Art 15.2). */
export function numberLimit(signedAt: Instant, calendar: WorkingCalendar): LegalLimit {
  return { rule: 'number-late', until: endOfNextWorkingDay(signedAt, calendar) }
}

/**
 * An electronic document is sent on the day of its signature, at latest in the morning of the next working day (Decision 28 Art 6.2); a marked one
 * at once after signing (Decree 30 Art 18.1), which names no hour: the day of the signature is taken for it.
 */
export function sendLimit(signedAt: Instant, urgency: Urgency, calendar: WorkingCalendar): LegalLimit {
  if (urgency !== 'normal') return { rule: 'send-at-once', until: endOf(localDateOf(signedAt)) }
  const day = addWorkingDays(calendar, localDateOf(signedAt), 1)
  return { rule: 'send-late', until: atMinute(day, NOON) }
}

/** A letter is registered on the day it came, at latest on the next working day; a marked one at once (Decree 30 Art 4.2c, 22). */
export function registerLimit(arrivedAt: Instant, urgency: Urgency, calendar: WorkingCalendar): LegalLimit {
  if (urgency !== 'normal') return { rule: 'register-at-once', until: endOf(localDateOf(arrivedAt)) }
  return { rule: 'register-late', until: endOfNextWorkingDay(arrivedAt, calendar) }
}

/** A letter is presented on the day it came, at latest on the next working day; a marked one at once (Decree 30 Art 23.1). */
export function presentLimit(arrivedAt: Instant, urgency: Urgency, calendar: WorkingCalendar): LegalLimit {
  if (urgency !== 'normal') return { rule: 'present-at-once', until: endOf(localDateOf(arrivedAt)) }
  return { rule: 'present-late', until: endOfNextWorkingDay(arrivedAt, calendar) }
}

/** The receiver says on the same day that it arrived (Decree 30 Art 21.2c). */
export function receiptLimit(sentAt: Instant): LegalLimit {
  return { rule: 'receipt-late', until: endOf(localDateOf(sentAt)) }
}

/** “Buổi sáng” has no hour in the decision. */
const NOON = 12 * 60
/** The last minute of a day. */
const endOf = (day: LocalDate): Instant => atMinute(addDays(day, 1), -1)
const endOfNextWorkingDay = (from: Instant, calendar: WorkingCalendar): Instant =>
  endOf(addWorkingDays(calendar, localDateOf(from), 1))
const atMinute = (day: LocalDate, minute: number): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (minute - VIETNAM_OFFSET_MINUTES) * 60_000).toISOString()
