import { workingCalendar } from '../../../../../../shared/domain/calendar/vietnam-calendar.ts'
import {
  numberLimit,
  presentLimit,
  receiptLimit,
  registerLimit,
  sendLimit,
  standingOf,
  type LegalLimit,
} from '../../../../../../shared/domain/law/limits.ts'
import { lawCase, type LawCase } from './office.ts'

/** A Friday, 16:30 in Hà Nội. */
const FRIDAY = '2026-11-13T09:30:00.000Z'
const calendar = workingCalendar(undefined, '2026-11-13')
/** The rule that is broken when the act is done at this moment. */
const doneAt = (limit: LegalLimit, at: string) => () =>
  standingOf(limit, at, at) === 'kept' ? null : limit.rule

const limit = (of: LegalLimit, inTime: string, tooLate: string): LawCase =>
  lawCase(of.rule, doneAt(of, tooLate), doneAt(of, inTime))

/** Times of the law: what keeps them, and the first minute that does not. */
export const limits: readonly LawCase[] = [
  limit(numberLimit(FRIDAY, calendar), '2026-11-16T16:59:00.000Z', '2026-11-16T17:00:00.000Z'),
  limit(sendLimit(FRIDAY, 'normal', calendar), '2026-11-16T04:59:00.000Z', '2026-11-16T05:01:00.000Z'),
  limit(sendLimit(FRIDAY, 'express', calendar), '2026-11-13T10:00:00.000Z', '2026-11-13T17:01:00.000Z'),
  limit(registerLimit(FRIDAY, 'normal', calendar), '2026-11-16T10:00:00.000Z', '2026-11-17T01:00:00.000Z'),
  limit(registerLimit(FRIDAY, 'urgent', calendar), '2026-11-13T09:40:00.000Z', '2026-11-16T01:00:00.000Z'),
  limit(presentLimit(FRIDAY, 'normal', calendar), '2026-11-16T10:00:00.000Z', '2026-11-17T01:00:00.000Z'),
  limit(
    presentLimit(FRIDAY, 'very-urgent', calendar),
    '2026-11-13T12:00:00.000Z',
    '2026-11-14T01:00:00.000Z',
  ),
  limit(receiptLimit(FRIDAY), '2026-11-13T16:59:00.000Z', '2026-11-13T17:01:00.000Z'),
]
