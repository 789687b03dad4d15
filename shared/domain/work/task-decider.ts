import { z } from 'zod'
import { calendarSeen } from '../configuration/effective.ts'
import { deadlineAfterStop } from '../calendar/working-calendar.ts'
import { deputyAhead, standInFor } from '../directory/absence-decider.ts'
import type { OfficialDocument } from '../documents/document.ts'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { localDateOf } from '../../kernel/instant.ts'
import type { Letter } from '../correspondence/letter.ts'
import type { RuleId } from '../law/rules.ts'
import { secretMarkIn } from '../law/secret-marks.ts'
import { owedProof, type OwedProof } from './proof.ts'
import { evolveTask } from './task-evolve.ts'
import {
  assignment,
  evidence,
  isOpen,
  part,
  taskIdOf,
  type Evidence,
  type Task,
  type TaskEvent,
} from './task.ts'
import { parserOf } from '../parse-command.ts'

const words = z.string().max(4000)
const reason = z.strictObject({ reason: words })
const taskCommands = {
  'task.assign': assignment,
  'task.read': z.strictObject({}),
  'task.start': z.strictObject({}),
  'task.finish': z.strictObject({ result: words, evidence: evidence.nullable().default(null) }),
  'task.close': z.strictObject({ result: words, evidence: evidence.nullable().default(null) }),
  'task.reopen': reason,
  'task.passOn': z.strictObject({
    parts: z.array(part).min(1).max(100),
    text: words,
    deadline: z.iso.date().nullable(),
  }),
  /** By whoever is going to be away: the deputy goes on with it. */
  'task.leaveToDeputy': z.strictObject({}),
  'task.reassign': z.strictObject({ to: z.string().min(1).max(64), reason: words }),
  'task.return': reason,
  'task.withdraw': reason,
  'task.askExtension': z.strictObject({ until: z.iso.date(), reason: words }),
  'task.refuseExtension': reason,
  'task.extend': z.strictObject({ until: z.iso.date(), reason: words }),
  'task.stopClock': reason,
  'task.resumeClock': z.strictObject({}),
  'task.chase': z.strictObject({ note: words }),
  'task.noteLeadDone': z.strictObject({}),
  /** Its letter was recalled: `code` of what recalls it. */
  'task.noteRecalled': z.strictObject({ code: z.string().max(300) }),
  'task.handOver': z.strictObject({
    from: z.string().min(1).max(64),
    to: z.string().min(1).max(64),
    handover: z.string().max(64),
  }),
} as const
type TaskCommandType = keyof typeof taskCommands
export type TaskCommand = {
  [T in TaskCommandType]: { readonly type: T; readonly payload: z.infer<(typeof taskCommands)[T]> }
}[TaskCommandType]

/**
 * Tasks are made by the node from what people direct and pass on; the assignee works, who gave it keeps the clock (Decree 30 Art 23.2, 24).
 */
export const taskDecider: Decider<Task, TaskCommand, TaskEvent> = {
  kind: 'task',
  parse: parserOf(taskCommands),
  decide: decideTask,
  evolve: evolveTask,
  audienceOf: (state): Audience => {
    const posts = [
      state.assignee,
      state.givenBy,
      ...(state.insteadOf === null ? [] : [state.insteadOf]),
      ...state.watchers,
      ...state.passedOn.map((one) => one.post),
    ]
    return [
      ...new Set<Audience[number]>([...posts.map((one) => `post:${one}` as const), 'role:clerk']),
    ].sort()
  },
  eventTypes: [
    'assigned',
    'read',
    'started',
    'finished',
    'reopened',
    'passedOn',
    'reassigned',
    'returned',
    'withdrawn',
    'extensionAsked',
    'extensionRefused',
    'extended',
    'clockStopped',
    'clockResumed',
    'chased',
    'leadDone',
    'letterRecalled',
    'handedOver',
  ],
}

function decideTask(
  state: Task | undefined,
  command: TaskCommand,
  context: DecisionContext,
): Decision<TaskEvent> {
  const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
  const isNode = context.actor.roles.includes('node')
  if (command.type === 'task.assign') {
    if (!isNode) return refuse('node-only')
    return state === undefined
      ? events({ ...command.payload, ...stamp, type: 'assigned' })
      : refuse('already-exists')
  }
  if (state === undefined) return refuse('unknown-object')
  const on: On = { state, context, stamp, isNode }
  switch (command.type) {
    case 'task.read':
    case 'task.start':
    case 'task.finish':
    case 'task.passOn':
    case 'task.return':
    case 'task.askExtension':
      return decideOfAssignee(on, command)
    case 'task.reopen':
      return decideReopen(on, command.payload.reason)
    case 'task.close':
      if (!isNode) return refuse('node-only')
      if (!isOpen(state)) return refuse('wrong-state', { status: state.status })
      if (owedProof(state, null) !== undefined && command.payload.evidence === null)
        return refuse('evidence-missing')
      return events({ ...stamp, type: 'finished', ...command.payload })
    case 'task.noteLeadDone':
      if (!isNode) return refuse('node-only')
      return isOpen(state) && !state.isLeadDone ? events({ ...stamp, type: 'leadDone' }) : events()
    case 'task.noteRecalled':
      if (!isNode) return refuse('node-only')
      return isOpen(state) && state.recalled === undefined
        ? events({ ...stamp, type: 'letterRecalled', on: context.today, code: command.payload.code })
        : events()
    case 'task.handOver':
      if (!isNode) return refuse('node-only')
      return isOpen(state)
        ? events({ ...stamp, type: 'handedOver', ...command.payload })
        : refuse('wrong-state', { status: state.status })
    case 'task.leaveToDeputy':
      return decideLeaving(on)
    case 'task.chase':
      return decideChase(on, command.payload.note)
    default:
      return decideOfGiver(on, command)
  }
}

/** Whoever finished it takes that back; what the node closed, the node opens again. */
function decideReopen({ state, context, stamp, isNode }: On, why: string): Decision<TaskEvent> {
  if (state.status !== 'finished') return refuse('wrong-state', { status: state.status })
  if (state.finishedBy?.post !== context.actor.post && !(isNode && state.finishedBy?.post === 'node'))
    return refuse('take-back-own-only')
  return events({ ...stamp, type: 'reopened', reason: why })
}

const REFUSED_FOR = {
  evidence: 'evidence-missing',
  reply: 'reply-missing',
} as const satisfies Record<OwedProof, RuleId>

function whyNotProven(task: Task, proof: Evidence | null, look: DecisionContext['look']): RuleId | undefined {
  const owed = owedProof(task, letterOf(task, look))
  if (proof === null) return owed && REFUSED_FOR[owed]
  if (owed === undefined || proof.document === null) return undefined
  const document = look('document', proof.document) as OfficialDocument | undefined
  return document?.issuedAt == null ? 'evidence-not-issued' : undefined
}

const letterOf = ({ letter }: Task, look: DecisionContext['look']): Letter | undefined =>
  letter === null ? undefined : (look('letter', letter) as Letter | undefined)

interface On {
  readonly state: Task
  readonly context: DecisionContext
  readonly stamp: Happened
  readonly isNode: boolean
}
type Commanded<T extends TaskCommandType> = Extract<TaskCommand, { type: T }>

function decideOfAssignee(
  { state, context, stamp }: On,
  command: Commanded<
    'task.read' | 'task.start' | 'task.finish' | 'task.passOn' | 'task.return' | 'task.askExtension'
  >,
): Decision<TaskEvent> {
  if (context.actor.post !== state.assignee) return refuse('not-your-task')
  const isReadAndPassedOn = state.role === 'inform' && command.type === 'task.passOn'
  if (state.status === 'returned' || (!isOpen(state) && !isReadAndPassedOn))
    return refuse('wrong-state', { status: state.status })
  const starting: readonly TaskEvent[] = state.status === 'assigned' ? [{ ...stamp, type: 'started' }] : []
  switch (command.type) {
    case 'task.read':
      return state.readAt === null ? events({ ...stamp, type: 'read' }) : events()
    case 'task.start':
      return events(...starting)
    case 'task.finish': {
      const { result, evidence: proof } = command.payload
      if (secretMarkIn(result.split('\n')) !== undefined) return refuse('secret-refused')
      const unproven = whyNotProven(state, proof, context.look)
      if (unproven !== undefined) return refuse(unproven)
      return events(...starting, { ...stamp, type: 'finished', result, evidence: proof })
    }
    case 'task.passOn':
      return decidePassOn({ state, context, stamp }, command, starting)
    case 'task.return':
      return command.payload.reason.trim() === ''
        ? refuse('reason-missing')
        : events({ ...stamp, type: 'returned', reason: command.payload.reason })
    case 'task.askExtension':
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      if (state.deadline === null || command.payload.until <= state.deadline)
        return refuse('extension-not-later')
      return events({ ...stamp, type: 'extensionAsked', ...command.payload })
  }
}

/** Passing on: each to one part, nobody twice, nothing later than the own deadline. */
function decidePassOn(
  { state, context, stamp }: Omit<On, 'isNode'>,
  { payload }: Commanded<'task.passOn'>,
  starting: readonly TaskEvent[],
): Decision<TaskEvent> {
  const { parts, text, deadline } = payload
  const posts = parts.map((one) => one.post)
  if (secretMarkIn(text.split('\n')) !== undefined) return refuse('secret-refused')
  if (posts.some((one) => context.look('post', one) === undefined)) return refuse('post-unknown')
  if (posts.includes(context.actor.post)) return refuse('assign-to-self')
  if (new Set(posts).size !== posts.length) return refuse('person-twice')
  if (state.role === 'inform' && parts.some((one) => one.role !== 'inform')) return refuse('inform-only')
  if (parts.every((one) => one.role === 'cooperating') && !state.passedOn.some((one) => one.role === 'lead'))
    return refuse('lead-missing')
  if (deadline !== null && deadline < context.today) return refuse('deadline-in-past', { date: deadline })
  if (deadline !== null && state.deadline !== null && deadline > state.deadline)
    return refuse('deadline-after-own', { date: state.deadline })
  const round = state.trail.filter((one) => one.act === 'passedOn').length
  const named = parts.map((one) => ({
    ...one,
    task: taskIdOf({ kind: 'task', id: state.id }, round, one.post),
  }))
  return events(...(state.role === 'inform' ? [] : starting), {
    ...stamp,
    type: 'passedOn',
    parts: named,
    text,
    deadline,
  })
}

/** What goes against the assignee, or moves the clock, says why. */
const needsReason: ReadonlySet<string> = new Set(['task.refuseExtension', 'task.extend', 'task.stopClock'])

function decideOfGiver(
  { state, context, stamp, isNode }: On,
  command: Commanded<
    | 'task.reassign'
    | 'task.withdraw'
    | 'task.refuseExtension'
    | 'task.extend'
    | 'task.stopClock'
    | 'task.resumeClock'
  >,
): Decision<TaskEvent> {
  const isByNode = command.type === 'task.withdraw' && isNode
  if (context.actor.post !== state.givenBy && !isByNode) return refuse('giver-only')
  if (!isOpen(state)) return refuse('wrong-state', { status: state.status })
  if (needsReason.has(command.type) && 'reason' in command.payload && command.payload.reason.trim() === '')
    return refuse('reason-missing')
  switch (command.type) {
    case 'task.reassign': {
      const { to, reason: why } = command.payload
      if (context.look('post', to) === undefined) return refuse('post-unknown')
      if (to === context.actor.post) return refuse('assign-to-self')
      const deputy = standInFor(context.look, to, context.today)
      const insteadOf = deputy === null ? null : to
      return events({ ...stamp, type: 'reassigned', to: deputy ?? to, insteadOf, reason: why })
    }
    case 'task.withdraw':
      return events({ ...stamp, type: 'withdrawn', reason: command.payload.reason })
    case 'task.refuseExtension':
      return state.extension === null
        ? refuse('extension-not-asked')
        : events({ ...stamp, type: 'extensionRefused', reason: command.payload.reason })
    case 'task.extend':
      if (state.deadline === null || command.payload.until <= state.deadline)
        return refuse('extension-not-later')
      return events({ ...stamp, type: 'extended', ...command.payload })
    case 'task.stopClock':
      if (state.stopped !== null) return refuse('clock-stands')
      return events({ ...stamp, type: 'clockStopped', on: context.today, reason: command.payload.reason })
    case 'task.resumeClock': {
      if (state.stopped === null) return refuse('clock-runs')
      if (state.recalled !== undefined) return refuse('letter-recalled', { code: state.recalled.code })
      const calendar = calendarSeen(context.look, context.today)
      const deadline =
        state.deadline === null
          ? null
          : deadlineAfterStop(calendar, state.deadline, state.stopped.on, context.today)
      return events({ ...stamp, type: 'clockResumed', deadline })
    }
  }
}

/** What was there before an absence goes to the deputy as what comes in it does: both names are kept, and the clock runs on (W9, W15). */
function decideLeaving({ state, context, stamp }: On): Decision<TaskEvent> {
  if (context.actor.post !== state.assignee) return refuse('not-your-task')
  if (!isOpen(state) || state.status === 'returned') return refuse('wrong-state', { status: state.status })
  const deputy = deputyAhead(context.look, state.assignee, context.today)
  if (deputy === null) return refuse('absence-not-declared')
  return events({ ...stamp, type: 'reassigned', to: deputy, insteadOf: state.assignee, reason: '' })
}

/** Whoever follows the matter may press for it, once a day (Decree 30 Art 24.1). */
function decideChase({ state, context, stamp }: On, note: string): Decision<TaskEvent> {
  const { actor } = context
  const follows =
    actor.post === state.givenBy || state.watchers.includes(actor.post) || actor.roles.includes('clerk')
  if (!follows || actor.post === state.assignee) return refuse('giver-only')
  if (!isOpen(state) || state.status === 'returned') return refuse('wrong-state', { status: state.status })
  if (state.chased !== null && localDateOf(state.chased.at) === context.today) return refuse('chased-today')
  return events({ ...stamp, type: 'chased', note })
}
