import { z } from 'zod'
import {
  events,
  refuse,
  type ActorRef,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { CaseFile } from './case-file.ts'
import { keptUntil, type Retention } from './retention.ts'
import { parserOf } from '../parse-command.ts'

const id = z.string().min(1).max(64)
const words = z.string().max(2000)
const disposalCommands = {
  'disposal.propose': z.strictObject({
    files: z.array(id).min(1).max(500),
    grounds: words,
    /** Posts of the council that appraises (hội đồng xét hủy). */
    council: z.array(id).min(1).max(20),
  }),
  'disposal.appraise': z.strictObject({ agreed: z.boolean(), opinion: words }),
  'disposal.decide': z.strictObject({ approved: z.boolean(), reason: words }),
} as const
type DisposalCommandType = keyof typeof disposalCommands
type DisposalCommand = {
  [T in DisposalCommandType]: { readonly type: T; readonly payload: z.infer<(typeof disposalCommands)[T]> }
}[DisposalCommandType]

/** A line of the list of records to be destroyed: what is left of a file afterwards, for ever. */
interface DisposedFile {
  readonly id: string
  readonly notation: string
  readonly title: string
  readonly retention: Retention
  readonly endedOn: LocalDate
  readonly keptUntil: LocalDate
  readonly itemCount: number
  readonly contents: string
}
interface Opinion {
  readonly agreed: boolean
  readonly opinion: string
  readonly at: Instant
  readonly by: ActorRef
}

/** Disposal of records whose retention is over (hủy tài liệu hết giá trị, Circular 05/2025 Art 48–49): proposed, appraised, decided, traced. */
export interface Disposal {
  readonly id: string
  readonly files: readonly DisposedFile[]
  readonly grounds: string
  readonly council: readonly string[]
  readonly proposedBy: ActorRef
  readonly proposedAt: Instant
  readonly opinions: readonly Opinion[]
  readonly decision:
    (Omit<Opinion, 'agreed' | 'opinion'> & { readonly approved: boolean; readonly reason: string }) | null
}
export type DisposalEvent = Happened &
  (
    | {
        readonly type: 'proposed'
        readonly files: readonly DisposedFile[]
        readonly grounds: string
        readonly council: readonly string[]
      }
    | { readonly type: 'appraised'; readonly agreed: boolean; readonly opinion: string }
    | { readonly type: 'approved'; readonly reason: string }
    | { readonly type: 'rejected'; readonly reason: string }
  )

/** Nothing is destroyed but by the head's decision after the council's appraisal; the list stays. */
export const disposalDecider: Decider<Disposal, DisposalCommand, DisposalEvent> = {
  kind: 'disposal',
  parse: parserOf(disposalCommands),
  decide: decideDisposal,
  evolve: evolveDisposal,
  audienceOf: ({ council }) => [
    'role:archivist',
    'role:leader',
    ...council.map((post) => `post:${post}` as const),
  ],
  eventTypes: ['proposed', 'appraised', 'approved', 'rejected'],
}

function decideDisposal(
  state: Disposal | undefined,
  command: DisposalCommand,
  context: DecisionContext,
): Decision<DisposalEvent> {
  const { actor, at } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'disposal.propose')
    return state === undefined ? propose(command.payload, context, stamp) : refuse('already-exists')
  if (state === undefined) return refuse('unknown-object')
  if (state.decision !== null) return refuse('moved-on')
  if (command.type === 'disposal.appraise') {
    const { agreed, opinion } = command.payload
    if (!state.council.includes(actor.post)) return refuse('council-only')
    if (state.opinions.some((one) => one.by.post === actor.post)) return refuse('moved-on')
    if (!agreed && opinion.trim() === '') return refuse('reason-missing')
    return events({ ...stamp, type: 'appraised', agreed, opinion })
  }
  const { approved, reason } = command.payload
  if (!actor.roles.includes('leader')) return refuse('disposal-by-head')
  if (!approved && reason.trim() === '') return refuse('reason-missing')
  if (approved && state.council.some((post) => !state.opinions.some((one) => one.by.post === post)))
    return refuse('council-first')
  const late = approved ? state.files.find((file) => !isDue(file, context)) : undefined
  if (late !== undefined)
    return refuse('retention-running', { notation: late.notation, date: late.keptUntil })
  return events({ ...stamp, type: approved ? 'approved' : 'rejected', reason })
}

const isDue = (file: DisposedFile, { look, today }: DecisionContext): boolean => {
  const now = look('case-file', file.id) as CaseFile | undefined
  return file.keptUntil < today && (now === undefined || now.status === 'archived')
}

function propose(
  { files: ids, grounds, council }: z.infer<(typeof disposalCommands)['disposal.propose']>,
  { actor, look, today }: DecisionContext,
  stamp: Happened,
): Decision<DisposalEvent> {
  if (!actor.roles.includes('archivist')) return refuse('archivist-only')
  if (council.some((post) => look('post', post) === undefined)) return refuse('post-unknown')
  const files: DisposedFile[] = []
  for (const fileId of new Set(ids)) {
    const file = look('case-file', fileId) as CaseFile | undefined
    if (file?.endedOn == null) return refuse('unknown-object')
    if (file.status !== 'archived') return refuse('dispose-archived-only', { notation: file.notation })
    const until = keptUntil(file.endedOn, file.retention)
    if (until === null) return refuse('kept-for-ever', { notation: file.notation })
    if (until >= today) return refuse('retention-running', { notation: file.notation, date: until })
    const { notation, title, retention, endedOn, items, contents } = file
    const kept = { itemCount: items.length, contents: contents ?? '' }
    files.push({ id: fileId, notation, title, retention, endedOn, keptUntil: until, ...kept })
  }
  return events({ ...stamp, type: 'proposed', files, grounds, council })
}

function evolveDisposal(state: Disposal | undefined, event: DisposalEvent, id: string): Disposal {
  if (event.type === 'proposed') {
    const { files, grounds, council, by, at } = event
    return { id, files, grounds, council, proposedBy: by, proposedAt: at, opinions: [], decision: null }
  }
  if (state === undefined) throw new RangeError(`disposal event before proposed: ${event.type}`)
  const { at, by } = event
  if (event.type === 'appraised')
    return {
      ...state,
      opinions: [...state.opinions, { agreed: event.agreed, opinion: event.opinion, at, by }],
    }
  return { ...state, decision: { approved: event.type === 'approved', reason: event.reason, at, by } }
}
