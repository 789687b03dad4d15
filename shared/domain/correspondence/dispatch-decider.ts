import { z } from 'zod'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { calendarSeen } from '../configuration/effective.ts'
import { recipient, type Recipient } from '../documents/document.ts'
import { whyNotChased } from './chase.ts'
import { deliveryStep, furthest, type DeliveryStep, type Dispatch } from './dispatch.ts'
import { parserOf } from '../parse-command.ts'

const text = z.string().max(1000)
const code = z.string().min(1).max(64)
const opening = z.strictObject({
  code: text,
  subject: text,
  issuedOn: z.iso.date(),
  documentId: z.string().max(300),
  drafter: text,
  signer: text,
  recipients: z.array(recipient).min(1).max(2000),
})
const dispatchCommands = {
  'dispatch.open': opening,
  'dispatch.record': z.strictObject({ recipient: code, step: deliveryStep }),
  'dispatch.chase': z.strictObject({ recipients: z.array(code).min(1).max(2000) }),
} as const
type DispatchCommandType = keyof typeof dispatchCommands
export type DispatchCommand = {
  [T in DispatchCommandType]: { readonly type: T; readonly payload: z.infer<(typeof dispatchCommands)[T]> }
}[DispatchCommandType]

export type DispatchEvent = Happened &
  (
    | {
        readonly type: 'opened'
        readonly code: string
        readonly subject: string
        readonly issuedOn: string
        readonly documentId: string
        readonly drafter: string
        readonly signer: string
        readonly recipients: readonly Recipient[]
      }
    | { readonly type: 'recorded'; readonly recipient: string; readonly step: DeliveryStep }
    | { readonly type: 'chased'; readonly recipients: readonly string[] }
  )

/**
 * Delivery of an issued document: the node writes what transport and receivers say, the clerk whom they chased. Neither Decision 28 nor edXML has a
 * message that chases a receiver to accept: it is done by an official letter, and the log keeps that it was done.
 */
export const dispatchDecider: Decider<Dispatch, DispatchCommand, DispatchEvent> = {
  kind: 'dispatch',
  parse: parserOf(dispatchCommands),
  decide: (state, command, context): Decision<DispatchEvent> => decideDispatch(state, command, context),
  evolve: (state, event, id) => {
    if (event.type === 'opened') {
      const queued: DeliveryStep = { state: 'queued', at: event.at, staff: '', description: '' }
      const { code, subject, issuedOn, documentId, drafter, signer } = event
      return {
        id,
        code,
        subject,
        issuedOn,
        documentId,
        drafter,
        signer,
        openedAt: event.at,
        recipients: event.recipients.map((one) => ({ ...one, state: 'queued', steps: [queued] })),
      }
    }
    if (state === undefined) throw new RangeError('delivery recorded before the dispatch was opened')
    if (event.type === 'chased') {
      const { at, by } = event
      const recipients = state.recipients.map((one) =>
        event.recipients.some((code) => sameCode(code, one.code))
          ? { ...one, chases: [...(one.chases ?? []), { at, by }] }
          : one,
      )
      return { ...state, recipients }
    }
    const recipients = state.recipients.map((one) =>
      sameCode(one.code, event.recipient)
        ? { ...one, state: furthest(one.state, event.step.state), steps: [...one.steps, event.step] }
        : one,
    )
    return { ...state, recipients }
  },
  audienceOf: (state): Audience =>
    [
      'role:clerk',
      ...(state.drafter === state.signer ? [] : [`post:${state.drafter}` as const]),
      `post:${state.signer}` as const,
    ].sort() as Audience,
  eventTypes: ['opened', 'recorded', 'chased'],
}

function decideDispatch(
  state: Dispatch | undefined,
  command: DispatchCommand,
  context: DecisionContext,
): Decision<DispatchEvent> {
  const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
  if (command.type === 'dispatch.chase') return decideChase(state, command.payload.recipients, context, stamp)
  if (!context.actor.roles.includes('node')) return refuse('node-only')
  if (command.type === 'dispatch.open')
    return state === undefined
      ? events({ ...command.payload, ...stamp, type: 'opened' })
      : refuse('already-exists')
  const known = state?.recipients.find((one) => sameCode(one.code, command.payload.recipient))
  if (known === undefined) return refuse('unknown-object', { code: command.payload.recipient })
  const { step } = command.payload
  const again = known.steps.some((one) => one.state === step.state && one.at === step.at)
  return again ? events() : events({ ...stamp, type: 'recorded', recipient: command.payload.recipient, step })
}

/** To follow what was sent until it is there is the clerk's (Decree 30 Art 4.2; Decision 28 Art 8.2). */
function decideChase(
  state: Dispatch | undefined,
  codes: readonly string[],
  { actor, at, today, look }: DecisionContext,
  stamp: Happened,
): Decision<DispatchEvent> {
  if (!actor.roles.includes('clerk')) return refuse('clerk-only')
  const calendar = calendarSeen(look, today)
  for (const code of codes) {
    const to = state?.recipients.find((one) => sameCode(one.code, code))
    if (to === undefined) return refuse('unknown-object', { code })
    const rule = whyNotChased(to, calendar, at)
    if (rule !== undefined) return refuse(rule, { name: to.name })
  }
  return events({ ...stamp, type: 'chased', recipients: codes })
}

/** Codes compare after trimming, case-insensitively (edXML 4.2). */
export const sameCode = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase()
