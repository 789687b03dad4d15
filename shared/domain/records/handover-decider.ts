import { z } from 'zod'
import { blobRef, type BlobRef } from '../blob-ref.ts'
import {
  events,
  refuse,
  type ActorRef,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { Absence } from '../directory/absence-decider.ts'
import type { Letter } from '../correspondence/letter.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { whyNotHandedOver } from '../documents/hand-over.ts'
import { isRun } from '../meetings/hand-over.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { RuleId } from '../law/rules.ts'
import type { Instant } from '../../kernel/instant.ts'
import { holderOf, isOpen, type Task } from '../work/task.ts'
import type { CaseFile } from './case-file.ts'
import { parserOf } from '../parse-command.ts'

const post = z.string().min(1).max(64)
/** Stored: adding a value is free. `delegation`: standing in for somebody; its id is that post's. */
export const handoverKinds = ['task', 'document', 'letter', 'case-file', 'delegation', 'meeting'] as const
export type HandoverKind = (typeof handoverKinds)[number]

const handoverPart = z.strictObject({
  kind: z.enum(handoverKinds),
  id: z.string().min(1).max(64),
  /** What the minutes say of it. */
  title: z.string().max(1000),
  to: post,
})
export type HandoverPart = z.infer<typeof handoverPart>

const handoverCommands = {
  'handover.offer': z.strictObject({
    parts: z.array(handoverPart).max(2000),
    reason: z.enum(['transfer', 'retirement', 'resignation', 'study', 'other']),
    /** Biên bản giao nhận (Decree 30 Annex V), as the leaver signs for it. */
    minutes: blobRef,
  }),
  /** A receiver signs for what is theirs; the same minutes. */
  'handover.receive': z.strictObject({ minutes: blobRef }),
  'handover.withdraw': z.strictObject({}),
} as const
type HandoverCommandType = keyof typeof handoverCommands
type HandoverCommand = {
  [T in HandoverCommandType]: { readonly type: T; readonly payload: z.infer<(typeof handoverCommands)[T]> }
}[HandoverCommandType]

/** All that a leaver hands over (Decree 30 Art 31.3đ): signed for by the leaver, then by each receiver; complete when all have. */
export interface Handover {
  readonly id: string
  readonly from: ActorRef
  readonly parts: readonly HandoverPart[]
  readonly reason: string
  readonly minutes: BlobRef
  readonly offeredAt: Instant
  readonly received: readonly { readonly by: ActorRef; readonly at: Instant }[]
  readonly isWithdrawn: boolean
}
export type HandoverEvent = Happened &
  (
    | {
        readonly type: 'offered'
        readonly parts: readonly HandoverPart[]
        readonly reason: string
        readonly minutes: BlobRef
      }
    | { readonly type: 'received' }
    | { readonly type: 'completed'; readonly parts: readonly HandoverPart[]; readonly from: string }
    | { readonly type: 'withdrawn' }
  )

/** Everyone who receives something, each once, in order of the parts. */
export const receiversOf = (handover: Pick<Handover, 'parts'>): readonly string[] => [
  ...new Set(handover.parts.map((one) => one.to)),
]

export const isComplete = (handover: Pick<Handover, 'parts' | 'received'>): boolean =>
  receiversOf(handover).every((one) => handover.received.some((done) => done.by.post === one))

export const handoverDecider: Decider<Handover, HandoverCommand, HandoverEvent> = {
  kind: 'handover',
  parse: parserOf(handoverCommands),
  decide: decideHandover,
  evolve: evolveHandover,
  audienceOf: (state) => [
    `post:${state.from.post}`,
    ...receiversOf(state).map((one) => `post:${one}` as const),
    'role:clerk',
    'role:leader',
  ],
  eventTypes: ['offered', 'received', 'completed', 'withdrawn'],
}

function decideHandover(
  state: Handover | undefined,
  command: HandoverCommand,
  context: DecisionContext,
): Decision<HandoverEvent> {
  const { actor, at } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'handover.offer') {
    if (state !== undefined) return refuse('already-exists')
    const { parts, reason, minutes } = command.payload
    if (parts.length === 0) return refuse('handover-nothing')
    if (parts.some((one) => one.to === actor.post)) return refuse('handover-to-self')
    if (parts.some((one) => context.look('post', one.to) === undefined)) return refuse('post-unknown')
    const foreign = parts.find((one) => !isHeld(one, actor.post, context))
    if (foreign !== undefined) return refuse('handover-own-only', { title: foreign.title })
    const unlawful = parts
      .map((one) => whyNotPassedOn(one, actor.post, context))
      .find((rule) => rule !== undefined)
    if (unlawful !== undefined) return refuse(unlawful)
    return events({ ...stamp, type: 'offered', parts, reason, minutes })
  }
  if (state === undefined) return refuse('unknown-object')
  if (state.isWithdrawn || isComplete(state)) return refuse('moved-on')
  if (command.type === 'handover.withdraw')
    return actor.post === state.from.post
      ? events({ ...stamp, type: 'withdrawn' })
      : refuse('handover-leaver-only')
  if (!receiversOf(state).includes(actor.post)) return refuse('handover-receiver-only')
  if (command.payload.minutes.sha256 !== state.minutes.sha256) return refuse('handover-other-minutes')
  if (state.received.some((one) => one.by.post === actor.post)) return events()
  const received = [...state.received, { by: stamp.by, at }]
  const done = { ...stamp, type: 'completed', parts: state.parts, from: state.from.post } as const
  return isComplete({ ...state, received })
    ? events<HandoverEvent>({ ...stamp, type: 'received' }, done)
    : events<HandoverEvent>({ ...stamp, type: 'received' })
}

function whyNotPassedOn(
  { kind, id, to }: HandoverPart,
  leaver: string,
  { look }: DecisionContext,
): RuleId | undefined {
  const document = kind === 'document' ? (look('document', id) as OfficialDocument | undefined) : undefined
  return document === undefined ? undefined : whyNotHandedOver(document, { from: leaver, to }, look)
}

/** Whether the leaver has it; what this desk does not see the node judges. */
function isHeld({ kind, id }: HandoverPart, leaver: string, { look, today }: DecisionContext): boolean {
  switch (kind) {
    case 'task': {
      const task = look('task', id) as Task | undefined
      return task !== undefined && isOpen(task) && (holderOf(task) === leaver || task.givenBy === leaver)
    }
    case 'document': {
      const document = look('document', id) as OfficialDocument | undefined
      const { reviewer, checker } = document?.route ?? {}
      return document !== undefined && [document.drafter.post, reviewer, checker].includes(leaver)
    }
    case 'letter':
      return (look('letter', id) as Letter | undefined)?.presentedTo === leaver
    case 'case-file':
      return (look('case-file', id) as CaseFile | undefined)?.creator === leaver
    case 'meeting': {
      const meeting = look('meeting', id) as Meeting | undefined
      return meeting?.secretary === leaver && isRun(meeting)
    }
    case 'delegation': {
      const absence = look('absence', id) as Absence | undefined
      return (absence?.periods ?? []).some(
        (one) => one.endedAt === null && one.until >= today && one.deputy === leaver,
      )
    }
  }
}

function evolveHandover(state: Handover | undefined, event: HandoverEvent, id: string): Handover {
  if (event.type === 'offered') {
    const { parts, reason, minutes, by, at } = event
    return { id, from: by, parts, reason, minutes, offeredAt: at, received: [], isWithdrawn: false }
  }
  if (state === undefined) throw new RangeError(`handover event before offered: ${event.type}`)
  switch (event.type) {
    case 'received':
      return { ...state, received: [...state.received, { by: event.by, at: event.at }] }
    case 'completed':
      return state
    case 'withdrawn':
      return { ...state, isWithdrawn: true }
  }
}
