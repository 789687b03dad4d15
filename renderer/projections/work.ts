import type { AggregateKind } from '#shared/log/command.ts'
import { localDateOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { OfficialDocument, Urgency } from '#shared/domain/documents/document.ts'
import { owesFormCheck } from '#shared/domain/documents/form-checker.ts'
import type { Slip } from '#shared/domain/meetings/ballot/slip.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { holderOf, isOpen, type Task, type TaskOrigin } from '#shared/domain/work/task.ts'
import type { Projection, ProjectedRow, ShownFacts } from './projection.ts'

/** Why something lies on a person's desk. */
export const workReasons = [
  'review',
  'returned',
  'checkForm',
  'sign',
  'direct',
  'task',
  'inform',
  'taskReturned',
  'extension',
  'concludeMeeting',
  'meetingTime',
  'ballot',
] as const
export type WorkReason = (typeof workReasons)[number]

/** One thing a post has to do now. */
export interface WorkRow extends ShownFacts {
  readonly id: string
  readonly post: string
  readonly reason: WorkReason
  readonly about: {
    readonly kind: AggregateKind & ('document' | 'letter' | 'task' | 'meeting' | 'ballot')
    readonly id: string
  }
  /** The letter a task comes from. */
  readonly letter: string | null
  /** The meeting it comes from; absent or null: none. */
  readonly meeting?: string | null
  readonly part: Task['role'] | null
  readonly subject: string
  /** Who put it here: a post, or the sender's name for a letter. */
  readonly from: string
  readonly note: string
  readonly urgency: Urgency
  readonly deadline: LocalDate | null
  readonly since: Instant
  /** The clock of a task stands. */
  readonly isStopped: boolean
  readonly isChased: boolean
  readonly isFromSuperior: boolean
  /** The signature that was made before was not accepted by the node; absent otherwise. */
  readonly isRejected?: boolean
  /** For whom this post stands in. */
  readonly insteadOf: string | null
}

/** What a piece of work is opened at. */
export type WorkOrigin = TaskOrigin | { readonly kind: 'ballot'; readonly id: string }

/** The letter, meeting or ballot a piece of work is about or comes from; null: none. */
export function originOfWork({
  about,
  letter,
  meeting,
}: Pick<WorkRow, 'about' | 'letter' | 'meeting'>): WorkOrigin | null {
  if (about.kind === 'ballot') return { kind: 'ballot', id: about.id }
  if (meeting != null) return { kind: 'meeting', id: meeting }
  return letter === null ? null : { kind: 'letter', id: letter }
}

/** What is only to be read is no work: it has a place of its own. */
export const isToDo = (reason: WorkReason): boolean => reason !== 'inform'

/** Sorts what has no deadline behind what has one. */
export const NO_DEADLINE = '9999-12-31'

/** Nearest deadline first for each post. */
export const work: Projection = {
  table: 'work',
  rowsOf(of, facts) {
    if (of.kind === 'document') return documentWork(of.state, facts)
    if (of.kind === 'letter') return letterWork(of.state, facts)
    if (of.kind === 'task') return taskWork(of.state, facts)
    if (of.kind === 'meeting') return meetingWork(of.state, facts)
    if (of.kind === 'ballot-slip') return slipWork(of.state, facts)
    return []
  },
}

function documentWork(state: OfficialDocument, facts: ShownFacts): readonly ProjectedRow[] {
  const common = {
    ...facts,
    about: { kind: 'document', id: state.id },
    letter: state.fields.answers,
    part: null,
    subject: state.fields.subject,
    urgency: state.fields.urgency,
    deadline: state.fields.dueDate,
    since: state.changedAt,
    ...NOTHING_MORE,
    ...(state.rejected === undefined ? {} : { isRejected: true }),
  } as const
  if (state.status === 'submitted' && state.route !== null)
    return row({
      ...common,
      post: state.route.reviewer,
      reason: 'review',
      from: state.drafter.post,
      note: state.note,
    })
  if (state.status === 'initialled' && state.route !== null) {
    const { reviewer, checker, signer } = state.route
    return checker !== undefined && owesFormCheck(state)
      ? row({ ...common, post: checker, reason: 'checkForm', from: reviewer, note: '' })
      : row({ ...common, post: signer, reason: 'sign', from: checker ?? reviewer, note: '' })
  }
  if (state.status === 'returned' && state.returned !== null) {
    const { by, reason } = state.returned
    return row({ ...common, post: state.drafter.post, reason: 'returned', from: by.post, note: reason })
  }
  return []
}

function letterWork(state: Letter, facts: ShownFacts): readonly ProjectedRow[] {
  if (state.status !== 'presented' || state.presentedTo === null) return []
  return row({
    ...facts,
    post: state.presentedTo,
    reason: 'direct',
    about: { kind: 'letter', id: state.id },
    letter: state.id,
    part: null,
    subject: state.content.subject,
    from: state.content.from.name,
    note: '',
    urgency: state.content.urgency,
    deadline: state.content.dueDate,
    since: state.trail.at(-1)?.at ?? state.arrivedAt,
    ...NOTHING_MORE,
    insteadOf: state.presentedInsteadOf,
  })
}

const NOTHING_MORE = { isStopped: false, isChased: false, isFromSuperior: false, insteadOf: null } as const

function taskWork(state: Task, facts: ShownFacts): readonly ProjectedRow[] {
  if (!isOpen(state)) return []
  const common = {
    ...facts,
    about: { kind: 'task', id: state.id },
    letter: state.letter,
    meeting: state.meeting,
    part: state.role,
    subject: state.subject,
    urgency: state.urgency,
    deadline: state.deadline,
    since: state.holders.at(-1)?.from ?? state.assignedAt,
    isStopped: state.stopped !== null,
    isChased: state.chased !== null,
    isFromSuperior: state.fromSuperior,
    insteadOf: state.insteadOf,
  } as const
  const reason = state.status === 'returned' ? 'taskReturned' : state.role === 'inform' ? 'inform' : 'task'
  const held = row({
    ...common,
    post: holderOf(state),
    reason,
    from: state.returned?.by.post ?? state.givenBy,
    note: state.returned?.reason ?? state.text,
  })
  if (state.extension === null) return held
  const asked = row({
    ...common,
    post: state.givenBy,
    reason: 'extension',
    from: state.assignee,
    note: state.extension.reason,
  })
  return [...held, ...asked]
}

/** A time that a member proposed waits for its secretary; until its conclusions were told in writing a meeting that was held stays there too. */
function meetingWork(state: Meeting, facts: ShownFacts): readonly ProjectedRow[] {
  const proposing =
    state.status === 'called' ? state.members.find(({ proposed }) => proposed !== undefined) : undefined
  if (proposing?.proposed !== undefined)
    return row({
      ...facts,
      ...NOTHING_MORE,
      post: state.secretary,
      reason: 'meetingTime',
      about: { kind: 'meeting', id: state.id },
      letter: null,
      meeting: state.id,
      part: null,
      subject: state.title,
      from: proposing.post,
      note: proposing.proposed.words,
      urgency: 'normal',
      deadline: localDateOf(state.from),
      since: proposing.proposed.at,
    })
  if (state.status !== 'concluded' || state.noticeBy === undefined || state.notice?.issued != null) return []
  return row({
    ...facts,
    post: state.secretary,
    reason: 'concludeMeeting',
    about: { kind: 'meeting', id: state.id },
    letter: null,
    meeting: state.id,
    part: null,
    subject: state.title,
    from: state.chair,
    note: '',
    urgency: 'normal',
    deadline: state.noticeBy,
    since: state.closedAt ?? state.from,
    ...NOTHING_MORE,
  })
}

/** A slip lies on its member's desk until it is answered or no longer waited for. */
function slipWork(state: Slip, facts: ShownFacts): readonly ProjectedRow[] {
  if (state.answer !== null || state.lapsed !== null) return []
  return row({
    ...facts,
    ...NOTHING_MORE,
    post: state.member,
    reason: 'ballot',
    about: { kind: 'ballot', id: state.ballot },
    letter: null,
    part: null,
    subject: state.question,
    from: state.from,
    note: '',
    urgency: 'normal',
    deadline: state.due,
    since: state.handedAt,
    isChased: state.chasedAt !== null,
    ...(state.rejected === null ? {} : { isRejected: true }),
  })
}

function row(content: Omit<WorkRow, 'id'>): readonly ProjectedRow[] {
  const suffix =
    content.reason === 'extension' ? '/extension' : content.reason === 'ballot' ? `/${content.post}` : ''
  const id = `${content.about.kind}/${content.about.id}${suffix}`
  return [
    {
      id,
      index: { post: content.post, due: `${content.deadline ?? NO_DEADLINE} ${content.since} ${id}` },
      content: { ...content, id } satisfies WorkRow,
      counts: [`work/${content.post}/${content.reason}`],
    },
  ]
}
