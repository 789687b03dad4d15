import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { receiptLimit, registerLimit, standingOf, type LegalLimit } from '../law/limits.ts'
import type { RuleId } from '../law/rules.ts'
import { localDateOf, type Instant } from '../../kernel/instant.ts'
import type { DeliveryTo } from './dispatch.ts'

type Owing = Pick<DeliveryTo, 'state' | 'steps' | 'chases'>

/**
 * Until when a receiver owes the next word about a document: that it arrived, on the day it was sent (Decree 30 Art 21.2c); then that it was
 * accepted, which is its entry in the incoming register, by the next working day (Art 4.2c, 22). Null: nothing is owed to the sender.
 */
export function acceptanceLimit({ state, steps }: Owing, calendar: WorkingCalendar): LegalLimit | null {
  const since = steps.find((step) => step.state === state)?.at
  if (since === undefined) return null
  if (state === 'sent') return receiptLimit(since)
  return state === '01' ? registerLimit(since, 'normal', calendar) : null
}

/** Whether that time is over. */
export function isLateToAccept(to: Owing, calendar: WorkingCalendar, now: Instant): boolean {
  const limit = acceptanceLimit(to, calendar)
  return limit !== null && standingOf(limit, null, now) === 'late'
}

/** What keeps the sender from chasing a receiver for a document now: nothing is owed, it is not late, or it was chased on this working day. */
export function whyNotChased(to: Owing, calendar: WorkingCalendar, now: Instant): RuleId | undefined {
  if (acceptanceLimit(to, calendar) === null) return 'chase-nothing-owed'
  if (!isLateToAccept(to, calendar, now)) return 'chase-in-time'
  const last = to.chases?.at(-1)
  const isAgain = last !== undefined && localDateOf(now) < addWorkingDays(calendar, localDateOf(last.at), 1)
  return isAgain ? 'receiver-chased-today' : undefined
}
