import { sha256Hex } from '../../../kernel/hash.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { readStatement } from '../statement.ts'
import type { Slip, SlipAnswer, SlipEvent } from './slip.ts'

/** What a slip is after an event. An answer that arrives behind a later one changes nothing. */
export function evolveSlip(state: Slip | undefined, event: SlipEvent, id: string): Slip {
  if (event.type === 'handed') {
    const { ballot, member, question, from, due, until, seenBy, at } = event
    const blank = { answer: null, chasedAt: null, lapsed: null, rejected: null }
    return { id, ballot, member, question, from, due, until, seenBy, handedAt: at, ...blank }
  }
  if (state === undefined) throw new Error('a slip begins with being handed out')
  const { at } = event
  switch (event.type) {
    case 'answered': {
      const { choice, reasons, signed, isLate, isClaimed, by } = event
      const answer = { choice, reasons, signed, isLate, at, by, ...(isClaimed && { isClaimed }) }
      if (state.answer !== null && saidAt(answer) < saidAt(state.answer)) return state
      const next = { ...withAnswers(state, [answer, ...answersOf(state)]), rejected: null }
      return isFirm(answer) ? next : { ...next, afterwards: (state.afterwards ?? 0) + 1 }
    }
    case 'chased':
      return { ...state, chasedAt: at }
    case 'lapsed':
      return { ...state, lapsed: event.as }
    case 'signatureChecked':
    case 'signatureRejected': {
      const answers = answersOf(state)
      const answer = answers.find((one) => statementOf(one) === event.statement)
      if (answer === undefined) return state
      if (event.type === 'signatureRejected') {
        const rest = answers.filter((one) => one !== answer)
        return { ...withAnswers(state, rest), rejected: { findings: event.findings, at } }
      }
      const { verdict, trust, stampedAt } = event
      const check = { verdict, at, trust, ...(stampedAt !== undefined && { stampedAt }) }
      const looked = proven({ ...answer, check }, state.until)
      return withAnswers(
        state,
        answers.map((one) => (one === answer ? looked : one)),
      )
    }
  }
}

/** When an answer was given, by what was signed. */
export const saidAt = ({ signed, at }: Pick<SlipAnswer, 'signed' | 'at'>): Instant =>
  readStatement(signed.text)?.at ?? at

/** How the node names an answer: SHA-256 of the text that was signed, hex. */
export const statementOf = ({ signed }: Pick<SlipAnswer, 'signed'>): string => sha256Hex(signed.text)

/** The answer of a slip and those that would stand in its place, latest first. */
export const answersOf = ({ answer, earlier = [] }: Slip): readonly SlipAnswer[] =>
  answer === null ? [] : [answer, ...earlier]

/** Whether an answer was there in time by more than the word of its desk. */
const isFirm = ({ isLate, isClaimed }: SlipAnswer): boolean => !isLate && isClaimed !== true

/** What came after the deadline was given in time when a trusted time stamp over its signature is not later than that. */
function proven(answer: SlipAnswer, until: Instant): SlipAnswer {
  const { choice, reasons, signed, at, by, check } = answer
  if (isFirm(answer) || check?.verdict !== 'good') return answer
  if (check.stampedAt === undefined || check.stampedAt > until) return answer
  return { choice, reasons, signed, at, by, check, isLate: false, isProven: true }
}

/**
 * The last answer whose signature was looked at stands; one that came after the deadline without proof gives way to one behind it that was there in time. What
 * was not looked at yet may be proven, so it is kept; all else behind the one that stands never comes back.
 */
function withAnswers(state: Slip, answers: readonly SlipAnswer[]): Slip {
  const looked = answers.filter(({ check }) => check !== undefined)
  const standing = looked.find(isFirm) ?? looked[0]
  const behind = standing !== undefined && isFirm(standing) ? answers.indexOf(standing) + 1 : answers.length
  const [answer = null, ...earlier] = answers
    .slice(0, behind)
    .filter((one) => one.check === undefined || one === standing)
  return { ...state, answer, earlier }
}
