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
import type { Instant, LocalDate } from '../../kernel/instant.ts'

const assignment = z.strictObject({
  letter: z.string().min(1),
  /** Subject of the letter, so that the task can be told from others without it. */
  subject: z.string().max(1000),
  assignee: z.string().min(1),
  role: z.enum(['lead', 'cooperating']),
  givenBy: z.string().min(1),
  text: z.string().max(4000),
  deadline: z.iso.date().nullable(),
})
const taskCommands = {
  'task.assign': assignment,
  'task.start': z.strictObject({}),
  'task.finish': z.strictObject({ result: z.string().max(4000) }),
} as const
type TaskCommandType = keyof typeof taskCommands
export type TaskCommand = {
  [T in TaskCommandType]: { readonly type: T; readonly payload: z.infer<(typeof taskCommands)[T]> }
}[TaskCommandType]

/** Stored and exchanged. */
export const taskStatuses = ['assigned', 'started', 'finished'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** One person's part of a directive: lead (chủ trì) or cooperating (phối hợp), with a deadline. */
export interface Task extends Readonly<z.infer<typeof assignment>> {
  readonly id: string
  readonly status: TaskStatus
  readonly assignedAt: Instant
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly result: string
  readonly deadline: LocalDate | null
}
export type TaskEvent = Happened &
  (
    | (z.infer<typeof assignment> & { readonly type: 'assigned' })
    | { readonly type: 'started' }
    | { readonly type: 'finished'; readonly result: string }
  )

/** Tasks are made by the node from a directive; only the assignee starts and finishes them. */
export const taskDecider: Decider<Task, TaskCommand, TaskEvent> = {
  kind: 'task',
  parse: (type, payload) => {
    if (!Object.hasOwn(taskCommands, type)) throw new z.ZodError([])
    return { type, payload: taskCommands[type as TaskCommandType].parse(payload) } as TaskCommand
  },
  decide: decideTask,
  evolve: (state, event, id) => {
    if (event.type === 'assigned') {
      const { letter, subject, assignee, role, givenBy, text, deadline } = event
      return {
        id,
        status: 'assigned',
        letter,
        subject,
        assignee,
        role,
        givenBy,
        text,
        deadline,
        assignedAt: event.at,
        startedAt: null,
        finishedAt: null,
        result: '',
      }
    }
    if (state === undefined) throw new RangeError(`task event before assigned: ${event.type}`)
    return event.type === 'started'
      ? { ...state, status: 'started', startedAt: event.at }
      : { ...state, status: 'finished', finishedAt: event.at, result: event.result }
  },
  audienceOf: (state): Audience =>
    (
      [...new Set([`post:${state.assignee}`, `post:${state.givenBy}`, 'role:clerk'])] as Audience[number][]
    ).sort(),
  eventTypes: ['assigned', 'started', 'finished'],
}

function decideTask(
  state: Task | undefined,
  command: TaskCommand,
  context: DecisionContext,
): Decision<TaskEvent> {
  const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
  if (command.type === 'task.assign') {
    if (!context.actor.roles.includes('node')) return refuse('node-only')
    return state === undefined
      ? events({ ...command.payload, ...stamp, type: 'assigned' })
      : refuse('already-exists')
  }
  if (state === undefined) return refuse('unknown-object')
  if (context.actor.post !== state.assignee) return refuse('not-your-task')
  if (state.status === 'finished') return refuse('wrong-state', { status: state.status })
  if (command.type === 'task.start')
    return state.status === 'assigned' ? events({ ...stamp, type: 'started' }) : events()
  return events(...(state.status === 'assigned' ? [{ ...stamp, type: 'started' as const }] : []), {
    ...stamp,
    type: 'finished' as const,
    result: command.payload.result,
  })
}
