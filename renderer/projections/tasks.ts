import type { Absence } from '#shared/domain/directory/absence-decider.ts'
import type { Urgency } from '#shared/domain/documents/document.ts'
import { holderOf, isOpen, originOf, type Holder, type Task } from '#shared/domain/work/task.ts'
import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import type { Projection, ShownFacts } from './projection.ts'
import { NO_DEADLINE } from './work.ts'

/** A task as lists, boards and route diagrams show it. */
export interface TaskRow extends ShownFacts {
  readonly id: string
  readonly letter: string | null
  /** The meeting it comes from; absent or null: it comes from a letter. */
  readonly meeting?: string | null
  readonly subject: string
  readonly role: Task['role']
  readonly status: Task['status']
  readonly assignee: string
  readonly insteadOf: string | null
  readonly givenBy: string
  /** Whose desk it lies on now. */
  readonly holder: string
  readonly parent: string | null
  readonly text: string
  readonly deadline: LocalDate | null
  readonly urgency: Urgency
  readonly isFromSuperior: boolean
  readonly isStopped: boolean
  readonly isChased: boolean
  readonly chasedAt: Instant | null
  readonly isReturned: boolean
  readonly isLeadDone: boolean
  readonly asksFor: LocalDate | null
  readonly evidence: string | null
  readonly since: Instant
  readonly readAt: Instant | null
  readonly finishedAt: Instant | null
  readonly holders: readonly Holder[]
}

export const rowOfTask = (state: Task, facts: ShownFacts): TaskRow => ({
  ...facts,
  id: state.id,
  letter: state.letter,
  meeting: state.meeting,
  subject: state.subject,
  role: state.role,
  status: state.status,
  assignee: state.assignee,
  insteadOf: state.insteadOf,
  givenBy: state.givenBy,
  holder: holderOf(state),
  parent: state.parent,
  text: state.text,
  deadline: state.deadline,
  urgency: state.urgency,
  isFromSuperior: state.fromSuperior,
  isStopped: state.stopped !== null,
  isChased: state.chased !== null && isOpen(state),
  chasedAt: state.chased?.at ?? null,
  isReturned: state.status === 'returned',
  isLeadDone: state.isLeadDone,
  asksFor: state.extension?.until ?? null,
  evidence: state.evidence?.code ?? null,
  since: state.assignedAt,
  readAt: state.readAt,
  finishedAt: state.finishedAt,
  holders: state.holders,
})

/** Open ones by deadline, closed ones by when they were closed. */
export const tasks: Projection = {
  table: 'tasks',
  rowsOf(of, facts) {
    if (of.kind !== 'task') return []
    const { state } = of
    const due = isOpen(state)
      ? `${state.deadline ?? NO_DEADLINE} ${state.id}`
      : `${state.finishedAt ?? state.assignedAt} ${state.id}`
    return [
      {
        id: state.id,
        index: { letter: originOf(state).id, state: isOpen(state) ? 'open' : 'closed', due },
        content: rowOfTask(state, facts),
        counts: [],
      },
    ]
  },
}

/** Content: `Absence`. */
export const absences: Projection = {
  table: 'absences',
  rowsOf: (of) =>
    of.kind === 'absence'
      ? [{ id: of.state.id, index: {}, content: of.state satisfies Absence, counts: [] }]
      : [],
}
