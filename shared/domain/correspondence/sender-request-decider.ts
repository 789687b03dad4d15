import { z } from 'zod'
import type { Post } from '../directory/directory.ts'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import { codeOfLetter, type Letter } from './letter.ts'
import { senderRequest, type RegisteredLine, type SenderRequest } from './sender-request.ts'
import { parserOf } from '../parse-command.ts'

const requestCommands = {
  'sender-request.receive': senderRequest,
  'sender-request.agree': z.strictObject({}),
  'sender-request.refuse': z.strictObject({ decidedBy: z.string().max(64), reason: z.string().max(2000) }),
  /** Puts aside what speaks of a letter that never came. */
  'sender-request.settle': z.strictObject({}),
} as const
type RequestCommandType = keyof typeof requestCommands
export type SenderRequestCommand = {
  [T in RequestCommandType]: { readonly type: T; readonly payload: z.infer<(typeof requestCommands)[T]> }
}[RequestCommandType]

/** Stored for ever: a changed meaning is a new type. */
export type SenderRequestEvent = Happened &
  (
    | (z.infer<typeof senderRequest> & { readonly type: 'received' })
    | {
        readonly type: 'agreed'
        readonly line: RegisteredLine | null
        /** What comes into the place of the letter. */
        readonly update: SenderRequest['update']
      }
    | { readonly type: 'refused'; readonly decidedBy: string; readonly reason: string }
    | { readonly type: 'settled' }
  )

/**
 * A recall obliges the receiver to destroy the document and to say so (Decree 30 Art 18.4; Decision 28 Art 9.2): agreeing is what is proposed;
 * who refuses answers for it by name (Decision 28 Art 5.4).
 */
export const senderRequestDecider: Decider<SenderRequest, SenderRequestCommand, SenderRequestEvent> = {
  kind: 'sender-request',
  parse: parserOf(requestCommands),
  decide,
  evolve: (state, event, id) => {
    if (event.type === 'received') {
      const { way, letter, from, to, about, notice, reason, update, at } = event
      const asked = { way, letter, from, to, about, notice, reason, update }
      return { ...asked, id, askedAt: at, answer: null, line: null, settledAt: null }
    }
    if (state === undefined) throw new RangeError(`request event before received: ${event.type}`)
    const { at, by } = event
    switch (event.type) {
      case 'agreed':
        return {
          ...state,
          // What was to come into the letter's place is there now, or gone with it.
          update: null,
          answer: { agreed: true, at, by, decidedBy: null, reason: '' },
          line: event.line,
        }
      case 'refused': {
        const { decidedBy, reason } = event
        return { ...state, update: null, answer: { agreed: false, at, by, decidedBy, reason } }
      }
      case 'settled':
        return { ...state, settledAt: at }
    }
  },
  audienceOf: ({ answer }) =>
    answer?.decidedBy == null ? ['role:clerk'] : [`post:${answer.decidedBy}`, 'role:clerk'],
  eventTypes: ['received', 'agreed', 'refused', 'settled'],
}

function decide(
  state: SenderRequest | undefined,
  command: SenderRequestCommand,
  { actor, at, look }: DecisionContext,
): Decision<SenderRequestEvent> {
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'sender-request.receive') {
    if (!actor.roles.includes('node')) return refuse('node-only')
    return state === undefined
      ? events({ ...command.payload, ...stamp, type: 'received' })
      : refuse('already-exists')
  }
  if (state === undefined) return refuse('unknown-object')
  if (!actor.roles.includes('clerk')) return refuse('clerk-only')
  if (state.answer !== null || state.settledAt !== null) return refuse('wrong-state')
  const letter = look('letter', state.letter) as Letter | undefined
  if (command.type === 'sender-request.settle')
    return letter === undefined ? events({ ...stamp, type: 'settled' }) : refuse('wrong-state')
  if (letter === undefined) return refuse('request-before-letter', { code: state.about.code })
  if (command.type === 'sender-request.agree')
    return events({
      ...stamp,
      type: 'agreed',
      line: state.way === 'recall' ? lineOf(letter) : null,
      update: state.update,
    })
  const { decidedBy, reason } = command.payload
  const decider = look('post', decidedBy) as Post | undefined
  const mayDecide = decider?.roles.some((role) => role === 'leader' || role === 'unit-head') === true
  if (!mayDecide || reason.trim() === '') return refuse('request-refusal-decided')
  if (secretMarkIn(reason.split('\n')) !== undefined) return refuse('secret-refused')
  return events({ ...stamp, type: 'refused', decidedBy, reason })
}

function lineOf(letter: Letter): RegisteredLine | null {
  if (letter.number === null) return null
  const { content, directive, presentedTo, trail } = letter
  return {
    issuer: content.from.name,
    typeName: content.typeName,
    code: codeOfLetter(content),
    issuedOn: content.issuedOn,
    subject: content.subject,
    receiver: directive?.lead ?? presentedTo,
    transferredAt: trail.findLast((one) => one.act === 'directed' || one.act === 'presented')?.at ?? null,
  }
}
