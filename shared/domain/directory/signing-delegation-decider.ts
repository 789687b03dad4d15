import { z } from 'zod'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { documentKinds } from '../documents/document.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import { parserOf } from '../parse-command.ts'
import { isHeadOf, type Agency, type Post } from './directory.ts'
import { delegatedForms, type SigningDelegation } from './signing-delegation.ts'

const words = z.string().max(1000)
const giving = z.strictObject({
  form: z.enum(delegatedForms),
  /** Of which the giver is the head. */
  agency: z.string().min(1).max(64),
  to: z.string().min(1).max(64),
  kinds: z.array(z.enum(documentKinds)).max(documentKinds.length),
  matters: words,
  writing: words,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
const delegationCommands = {
  'signing-delegation.give': giving,
  /** `agency`: where its head ends it who did not give it. */
  'signing-delegation.end': z.strictObject({ agency: z.string().min(1).max(64).optional() }),
} as const
type DelegationCommandType = keyof typeof delegationCommands
type DelegationCommand = {
  [T in DelegationCommandType]: {
    readonly type: T
    readonly payload: z.infer<(typeof delegationCommands)[T]>
  }
}[DelegationCommandType]

type DelegationEvent = Happened &
  (
    | ({ readonly type: 'given'; readonly person: string } & Omit<z.infer<typeof giving>, 'agency'>)
    | { readonly type: 'ended' }
  )

/** The head of the agency lets heads of units sign by order or by authorisation; all in the agency see who signs what for whom. */
export const signingDelegationDecider: Decider<SigningDelegation, DelegationCommand, DelegationEvent> = {
  kind: 'signing-delegation',
  parse: parserOf(delegationCommands),
  decide: (state, command, context) => {
    const { actor, at, look } = context
    const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
    if (command.type === 'signing-delegation.give')
      return state === undefined ? decideGiving(command.payload, context, stamp) : refuse('already-exists')
    if (state === undefined) return refuse('unknown-object')
    const agency = look('agency', command.payload.agency ?? '') as Agency | undefined
    const isHead = agency !== undefined && isHeadOf(actor, agency)
    if (actor.post !== state.giver && !isHead) return refuse('delegated-by-head')
    return state.endedAt === null ? events({ ...stamp, type: 'ended' }) : events()
  },
  evolve: (state, event, id) => {
    if (event.type === 'given') {
      const { by, at, form, to, person, kinds, matters, writing, from, until } = event
      const what = { id, form, giver: by.post, to, person, kinds, matters, writing, from, until }
      return { ...what, givenBy: by, givenAt: at, endedAt: null }
    }
    if (state === undefined) throw new RangeError('a delegation ended that was not given')
    return { ...state, endedAt: state.endedAt ?? event.at }
  },
  audienceOf: () => ['agency'],
  eventTypes: ['given', 'ended'],
}

/**
 * Given by the head alone, to the head of a unit (Decree 30 Art 13.3, 13.4): by order only what a regulation of the agency names; by authorisation in
 * writing, for a time and for certain matters.
 */
function decideGiving(
  { agency, ...given }: z.infer<typeof giving>,
  { actor, look, today }: DecisionContext,
  stamp: Happened,
): Decision<DelegationEvent> {
  const own = look('agency', agency) as Agency | undefined
  if (own === undefined || !isHeadOf(actor, own)) return refuse('delegated-by-head')
  const to = look('post', given.to) as Post | undefined
  if (to === undefined) return refuse('post-unknown')
  if (to.person === actor.person || !to.roles.includes('unit-head')) return refuse('delegate-heads-unit')
  const { form, writing, matters, from, until } = given
  const isWritten = writing.trim() !== ''
  if (form === 'TL' && !isWritten) return refuse('by-order-needs-regulation')
  if (form === 'TUQ' && (!isWritten || until === null || matters.trim() === ''))
    return refuse('delegation-in-writing')
  if (until !== null && (until < from || until < today)) return refuse('delegation-days')
  if (secretMarkIn([writing, matters]) !== undefined) return refuse('secret-refused')
  return events({ ...stamp, ...given, type: 'given', person: to.person })
}
