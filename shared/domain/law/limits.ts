import { addDays } from '../calendar/days.ts'
import {
  addWorkingDays,
  afterOfficeMinutes,
  atMinute,
  type OfficeHours,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'
import type { Urgency } from '../documents/document.ts'
import { instantFrom, localDateOf, millisOf, type Instant, type LocalDate } from '../../kernel/instant.ts'
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
  /** The agency's own, earlier than that of the law. */
  readonly isOwn?: true
}

/** Acts for which an agency may set limits of its own, in the order of the work. */
export const limitedActs = ['register', 'present', 'number', 'send'] as const
export type LimitedAct = (typeof limitedActs)[number]

/** Minutes for what bears no mark of urgency (of office hours) and for what does (of the clock: it does not wait for the next day); null: none. */
export type OwnLimits = Readonly<
  Record<LimitedAct, { readonly normal: number | null; readonly marked: number | null }>
>
export const NO_OWN_LIMITS = {
  register: { normal: null, marked: null },
  present: { normal: null, marked: null },
  number: { normal: null, marked: null },
  send: { normal: null, marked: null },
} as const satisfies OwnLimits

/** What limits are counted by. */
export interface LimitFrame {
  readonly calendar: WorkingCalendar
  readonly own: OwnLimits
}

/** Until when an act is owed since a moment: by the law, or earlier when the agency says so. */
export function limitOf(
  act: LimitedAct,
  since: Instant,
  urgency: Urgency,
  { calendar, own }: LimitFrame,
): LegalLimit {
  const law = ofLaw[act](since, urgency, calendar)
  const minutes = own[act][urgency === 'normal' ? 'normal' : 'marked']
  if (minutes === null) return law
  const until =
    urgency === 'normal'
      ? afterOfficeMinutes(calendar, since, minutes)
      : instantFrom(millisOf(since) + minutes * 60_000)
  return until < law.until ? { ...law, until, isOwn: true } : law
}

/**
 * The longest own limit, in minutes, that is later than that of the law at no moment it may begin: a whole day's office hours where the law
 * gives until the end of the next working day, the morning's where it gives until noon.
 */
export function longestOwnLimit(act: LimitedAct, hours: readonly OfficeHours[]): number {
  const end = act === 'send' ? NOON : Number.POSITIVE_INFINITY
  return hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from), 0)
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

const ofLaw: Readonly<
  Record<LimitedAct, (since: Instant, urgency: Urgency, calendar: WorkingCalendar) => LegalLimit>
> = {
  register: registerLimit,
  present: presentLimit,
  number: (since, _urgency, calendar) => numberLimit(since, calendar),
  send: sendLimit,
}

/** “Buổi sáng” has no hour in the decision. */
const NOON = 12 * 60
/** The last minute of a day. */
const endOf = (day: LocalDate): Instant => atMinute(addDays(day, 1), -1)
const endOfNextWorkingDay = (from: Instant, calendar: WorkingCalendar): Instant =>
  endOf(addWorkingDays(calendar, localDateOf(from), 1))
