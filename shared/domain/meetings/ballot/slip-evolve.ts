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
      return { ...withAnswers(state, [answer, ...answersOf(state)]), rejected: null }
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
      const check = { verdict: event.verdict, at, trust: event.trust }
      return withAnswers(
        state,
        answers.map((one) => (one === answer ? { ...one, check } : one)),
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

/** What lies behind an answer whose signature was looked at never comes back. */
function withAnswers(state: Slip, answers: readonly SlipAnswer[]): Slip {
  const known = answers.findIndex(({ check }) => check !== undefined)
  const [answer = null, ...earlier] = known < 0 ? answers : answers.slice(0, known + 1)
  return { ...state, answer, earlier }
}
