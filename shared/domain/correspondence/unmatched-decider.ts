import { z } from 'zod'
import { events, refuse, type Decider, type Happened } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'
import { parserOf } from '../parse-command.ts'

const received = z.strictObject({
  kind: z.enum(['recall', 'update', 'replacement', 'status', 'secret']),
  from: z.strictObject({ code: z.string().max(64), name: z.string().max(1000) }),
  to: z.string().max(64),
  /** Name and value of every field of the message, in its order. */
  fields: z.array(z.strictObject({ name: z.string().max(200), value: z.string().max(4000) })).max(500),
  /** Rule id: why nothing here matches. */
  reason: z.string().max(100),
})
const unmatchedCommands = {
  'unmatched.receive': received,
  'unmatched.settle': z.strictObject({ note: z.string().max(2000) }),
} as const
type UnmatchedCommandType = keyof typeof unmatchedCommands
export type UnmatchedCommand = {
  [T in UnmatchedCommandType]: { readonly type: T; readonly payload: z.infer<(typeof unmatchedCommands)[T]> }
}[UnmatchedCommandType]

/** A message that matches nothing here (Không khớp), kept with its fields until a clerk settles it. */
export interface Unmatched extends z.infer<typeof received> {
  readonly id: string
  readonly receivedAt: Instant
  readonly settled: { readonly note: string; readonly at: Instant; readonly post: string } | null
}
export type UnmatchedEvent = Happened &
  (
    | (z.infer<typeof received> & { readonly type: 'received' })
    | { readonly type: 'settled'; readonly note: string }
  )

/** Messages that match nothing: received by the node, settled by a clerk, never dropped. */
export const unmatchedDecider: Decider<Unmatched, UnmatchedCommand, UnmatchedEvent> = {
  kind: 'unmatched',
  parse: parserOf(unmatchedCommands),
  decide: (state, command, context) => {
    const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
    if (command.type === 'unmatched.receive') {
      if (!context.actor.roles.includes('node')) return refuse('node-only')
      return state === undefined
        ? events({ ...command.payload, ...stamp, type: 'received' })
        : refuse('already-exists')
    }
    if (state === undefined) return refuse('unknown-object')
    if (!context.actor.roles.includes('clerk')) return refuse('clerk-only')
    return state.settled === null
      ? events({ ...stamp, type: 'settled', note: command.payload.note })
      : refuse('wrong-state')
  },
  evolve: (state, event, id) => {
    if (event.type === 'received') {
      const { kind, from, to, fields, reason } = event
      return { id, kind, from, to, fields, reason, receivedAt: event.at, settled: null }
    }
    if (state === undefined) throw new RangeError('settled before received')
    return { ...state, settled: { note: event.note, at: event.at, post: event.by.post } }
  },
  audienceOf: () => ['role:clerk'],
  eventTypes: ['received', 'settled'],
}
