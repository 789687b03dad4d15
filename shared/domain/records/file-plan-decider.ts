import { z } from 'zod'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { filePlanId, misnumbered, planHeading, type FilePlan, type PlanHeading } from './file-plan.ts'
import { parserOf } from '../parse-command.ts'

const version = z.int().positive()
const filePlanCommands = {
  /** Replaces the draft whole. */
  'file-plan.draft': z.strictObject({
    year: z.int().min(1900).max(2200),
    headings: z.array(planHeading).max(200),
  }),
  'file-plan.submit': z.strictObject({ version, approver: z.string().min(1).max(64) }),
  'file-plan.return': z.strictObject({ version, reason: z.string().max(2000) }),
  'file-plan.approve': z.strictObject({ version }),
} as const
type FilePlanCommandType = keyof typeof filePlanCommands
export type FilePlanCommand = {
  [T in FilePlanCommandType]: { readonly type: T; readonly payload: z.infer<(typeof filePlanCommands)[T]> }
}[FilePlanCommandType]

/** Stored for ever: a changed meaning is a new type. */
type FilePlanEvent = Happened &
  (
    | {
        readonly type: 'drafted'
        readonly year: number
        readonly version: number
        readonly headings: readonly PlanHeading[]
      }
    | { readonly type: 'submitted'; readonly approver: string }
    | { readonly type: 'returned'; readonly reason: string }
    | { readonly type: 'approved' }
  )

/** File plans (Decree 30 Art 28): the records office drafts, the head approves, everyone in the agency is sent it. */
export const filePlanDecider: Decider<FilePlan, FilePlanCommand, FilePlanEvent> = {
  kind: 'file-plan',
  parse: parserOf(filePlanCommands),
  decide: decideFilePlan,
  evolve: evolveFilePlan,
  audienceOf: () => ['agency'],
  eventTypes: ['drafted', 'submitted', 'returned', 'approved'],
}

function decideFilePlan(
  state: FilePlan | undefined,
  command: FilePlanCommand,
  { actor, at, look }: DecisionContext,
): Decision<FilePlanEvent> {
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  const keepsRecords = actor.roles.includes('clerk') || actor.roles.includes('archivist')
  if (command.type === 'file-plan.draft') {
    const { year, headings } = command.payload
    if (!keepsRecords) return refuse('plan-by-records-office')
    if (state !== undefined && state.year !== year) return refuse('unknown-object')
    const wrong = misnumbered(headings)
    if (wrong !== undefined) return refuse('plan-numbering', { notation: wrong })
    const before = state?.draft?.version ?? state?.approved?.version ?? 0
    return events({ ...stamp, type: 'drafted', year, version: before + 1, headings })
  }
  const draft = state?.draft
  if (draft == null) return refuse('unknown-object')
  if (draft.version !== command.payload.version) return refuse('plan-changed')
  switch (command.type) {
    case 'file-plan.submit':
      if (!keepsRecords) return refuse('plan-by-records-office')
      if (draft.headings.every((one) => one.entries.length === 0)) return refuse('plan-empty')
      if (look('post', command.payload.approver) === undefined) return refuse('post-unknown')
      return events({ ...stamp, type: 'submitted', approver: command.payload.approver })
    case 'file-plan.return':
      if (!actor.roles.includes('leader')) return refuse('plan-approved-by-head')
      if (draft.approver === null) return refuse('plan-not-submitted')
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      return events({ ...stamp, type: 'returned', reason: command.payload.reason })
    case 'file-plan.approve':
      if (!actor.roles.includes('leader')) return refuse('plan-approved-by-head')
      if (draft.approver === null) return refuse('plan-not-submitted')
      return events({ ...stamp, type: 'approved' })
  }
}

/** A plan under another name than that of its year is nobody's plan: it stays empty. */
function evolveFilePlan(state: FilePlan | undefined, event: FilePlanEvent, id: string): FilePlan {
  if (event.type === 'drafted') {
    const { year, by, at } = event
    const headings = id === filePlanId(year) ? event.headings : []
    const draft = { version: event.version, headings, by, at, approver: null, returned: '' }
    return { id, year, draft, approved: state?.approved ?? null, earlier: state?.earlier ?? [] }
  }
  if (state?.draft == null) throw new RangeError(`file plan event without a draft: ${event.type}`)
  const { draft } = state
  switch (event.type) {
    case 'submitted':
      return { ...state, draft: { ...draft, approver: event.approver, returned: '' } }
    case 'returned':
      return { ...state, draft: { ...draft, approver: null, returned: event.reason } }
    case 'approved': {
      const { version: number, headings } = draft
      const { at, by } = event
      return {
        ...state,
        draft: null,
        approved: { version: number, headings, at, by },
        earlier: state.approved === null ? state.earlier : [...state.earlier, state.approved],
      }
    }
  }
}
