import type { TrailStep } from '../documents/document.ts'
import { holderOf, type Holder, type Task, type TaskEvent } from './task.ts'

type Assigned = Extract<TaskEvent, { type: 'assigned' }>

/** The task after an event. */
export function evolveTask(state: Task | undefined, event: TaskEvent, id: string): Task {
  if (event.type === 'assigned') return begin(event, id)
  if (state === undefined) throw new RangeError(`task event before assigned: ${event.type}`)
  const moved: Task = { ...state, trail: [...state.trail, step(event)] }
  switch (event.type) {
    case 'read':
      return state.role === 'inform'
        ? { ...moved, readAt: event.at, status: 'finished', finishedAt: event.at, finishedBy: event.by }
        : { ...moved, readAt: event.at }
    case 'started':
      return { ...moved, status: 'started', startedAt: event.at }
    case 'finished':
      return {
        ...moved,
        status: 'finished',
        finishedAt: event.at,
        finishedBy: event.by,
        result: event.result,
        evidence: event.evidence ?? null,
        extension: null,
        stopped: null,
      }
    case 'reopened':
      return {
        ...moved,
        status: state.startedAt === null ? 'assigned' : 'started',
        readAt: state.role === 'inform' ? null : state.readAt,
        finishedAt: null,
        finishedBy: null,
        result: '',
        evidence: null,
      }
    case 'passedOn':
      return { ...moved, passedOn: [...state.passedOn, ...event.parts] }
    case 'reassigned':
      return {
        ...moved,
        status: 'assigned',
        assignee: event.to,
        insteadOf: event.insteadOf,
        readAt: null,
        startedAt: null,
        returned: null,
        holders: handedOver(state.holders, event.at, event.to, event.insteadOf),
        watchers: [...new Set([...state.watchers, state.assignee])],
      }
    case 'returned': {
      const { reason, by, at } = event
      return {
        ...moved,
        status: 'returned',
        returned: { reason, by, at },
        holders: handedOver(state.holders, at, state.givenBy, null),
      }
    }
    case 'withdrawn':
      return { ...moved, status: 'withdrawn', holders: left(state.holders, event.at) }
    case 'extensionAsked':
      return { ...moved, extension: { until: event.until, reason: event.reason, at: event.at } }
    case 'extensionRefused':
      return { ...moved, extension: null }
    case 'extended':
      return { ...moved, extension: null, deadline: event.until }
    case 'clockStopped':
      return { ...moved, stopped: { on: event.on, reason: event.reason } }
    case 'clockResumed':
      return { ...moved, stopped: null, deadline: event.deadline }
    case 'chased':
      return { ...moved, chased: { at: event.at, by: event.by, note: event.note } }
    case 'leadDone':
      return { ...moved, isLeadDone: true }
    case 'letterRecalled': {
      const { code, on } = event
      return {
        ...moved,
        recalled: { code, on },
        stopped: state.stopped ?? { on, reason: code },
        extension: null,
      }
    }
    case 'handedOver':
      return taken(moved, event)
  }
}

/** Everything of the leaver in it is the receiver's now; how far it was done stays. */
function taken(task: Task, { from, to, at }: Extract<TaskEvent, { type: 'handedOver' }>): Task {
  const other = (post: string): string => (post === from ? to : post)
  const isHeld = holderOf(task) === from
  return {
    ...task,
    assignee: other(task.assignee),
    givenBy: other(task.givenBy),
    watchers: [...new Set(task.watchers.map(other))],
    holders: isHeld ? handedOver(task.holders, at, to, null) : task.holders,
  }
}

function begin(event: Assigned, id: string): Task {
  const { letter, subject, assignee, role, givenBy, text, deadline, at } = event
  return {
    id,
    status: 'assigned',
    letter,
    meeting: event.meeting ?? null,
    subject,
    assignee,
    role,
    givenBy,
    text,
    deadline,
    parent: event.parent,
    watchers: event.watchers,
    insteadOf: event.insteadOf,
    fromSuperior: event.fromSuperior,
    urgency: event.urgency,
    firstDeadline: deadline,
    assignedAt: at,
    readAt: null,
    startedAt: null,
    finishedAt: null,
    finishedBy: null,
    result: '',
    evidence: null,
    extension: null,
    stopped: null,
    returned: null,
    chased: null,
    isLeadDone: false,
    passedOn: [],
    holders: [{ post: assignee, from: at, until: null, insteadOf: event.insteadOf }],
    trail: [step(event)],
  }
}

const left = (holders: readonly Holder[], at: string): readonly Holder[] =>
  holders.map((one) => (one.until === null ? { ...one, until: at } : one))

const handedOver = (
  holders: readonly Holder[],
  at: string,
  post: string,
  insteadOf: string | null,
): readonly Holder[] => [...left(holders, at), { post, from: at, until: null, insteadOf }]

function step(event: TaskEvent): TrailStep {
  const note = noteOf(event)
  return { act: event.type, at: event.at, by: event.by, ...(note === '' ? {} : { note }) }
}

function noteOf(event: TaskEvent): string {
  switch (event.type) {
    case 'assigned':
    case 'passedOn':
      return event.text
    case 'finished':
      return event.evidence == null ? event.result : `${event.result} (${event.evidence.code})`.trim()
    case 'chased':
      return event.note
    case 'letterRecalled':
      return event.code
    case 'read':
    case 'started':
    case 'leadDone':
    case 'handedOver':
    case 'clockResumed':
      return ''
    default:
      return event.reason
  }
}
