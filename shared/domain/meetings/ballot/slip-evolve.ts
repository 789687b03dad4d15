import { sha256Hex } from '../../../kernel/hash.ts'
import type { Slip, SlipEvent } from './slip.ts'

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
      if (state.answer !== null && at < state.answer.at) return state
      const { choice, reasons, signed, isLate, by } = event
      return { ...state, answer: { choice, reasons, signed, isLate, at, by }, rejected: null }
    }
    case 'chased':
      return { ...state, chasedAt: at }
    case 'lapsed':
      return { ...state, lapsed: event.as }
    case 'signatureChecked':
    case 'signatureRejected': {
      const { answer } = state
      if (answer === null || sha256Hex(answer.signed.text) !== event.statement) return state
      if (event.type === 'signatureRejected')
        return { ...state, answer: null, rejected: { findings: event.findings, at } }
      return { ...state, answer: { ...answer, check: { verdict: event.verdict, at, trust: event.trust } } }
    }
  }
}
