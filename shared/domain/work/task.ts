import { z } from 'zod'
import type { ActorRef, Happened } from '../decision.ts'
import { urgencies, type TrailStep } from '../documents/document.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { derivedUuid } from '../../kernel/uuid.ts'

/** Part of a person in a matter: lead (chủ trì), cooperating (phối hợp), inform (nhận để biết). Stored and exchanged. */
export const taskRoles = ['lead', 'cooperating', 'inform'] as const
export type TaskRole = (typeof taskRoles)[number]

/** Stored and exchanged. `returned` lies with who gave it; `withdrawn` lies with nobody. */
export const taskStatuses = ['assigned', 'started', 'returned', 'finished', 'withdrawn'] as const
export type TaskStatus = (typeof taskStatuses)[number]

const post = z.string().min(1).max(64)
const words = z.string().max(4000)

/** What the node gives to one person, out of a directive or of what a task's holder passed on. */
export const assignment = z
  .strictObject({
    /** The letter it comes from; null: it comes from a meeting. */
    letter: z.string().min(1).nullable(),
    /** The meeting whose conclusion it carries out; null: it comes from a letter. */
    meeting: post.nullable().default(null),
    /** Subject of the letter or meeting, so that the task can be told from others without it. */
    subject: z.string().max(1000),
    assignee: post,
    role: z.enum(taskRoles),
    givenBy: post,
    text: words,
    deadline: z.iso.date().nullable(),
    /** The task this one is a part of; null: it comes from the directive itself. */
    parent: z.string().max(64).nullable().default(null),
    /** Everyone else who sees how it goes: those above and beside it. */
    watchers: z.array(post).max(200).default([]),
    /** Who it was meant for, when that one is away and `assignee` stands in. */
    insteadOf: post.nullable().default(null),
    /** From the direct superior body: closed only with the document that proves it. */
    fromSuperior: z.boolean().default(false),
    urgency: z.enum(urgencies).default('normal'),
  })
  .refine(({ letter, meeting }) => (letter === null) !== (meeting === null))
export type Assignment = z.infer<typeof assignment>

/** One person's part when a task is passed on. */
export const part = z.strictObject({ post, role: z.enum(taskRoles) })
export type Part = z.infer<typeof part>

/** The document that shows that a task is done: one of this agency, or what is written about one that is not here. */
export const evidence = z.strictObject({
  document: z.string().max(64).nullable(),
  code: z.string().min(1).max(200),
})
export type Evidence = z.infer<typeof evidence>

/** A part that was passed on. The task of that name is made by the node. */
export interface PassedOn extends Part {
  readonly task: string
}

/** Someone who had the task, from when until when; null: has it now. */
export interface Holder {
  readonly post: string
  readonly from: Instant
  readonly until: Instant | null
  readonly insteadOf: string | null
}

/** One person's part of a matter, with its clock. */
export interface Task extends Readonly<Omit<Assignment, 'watchers'>> {
  readonly id: string
  readonly watchers: readonly string[]
  readonly status: TaskStatus
  readonly assignedAt: Instant
  readonly readAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly finishedBy: ActorRef | null
  readonly result: string
  readonly evidence: Evidence | null
  /** As first set; `deadline` moves by extensions and stops. */
  readonly firstDeadline: LocalDate | null
  readonly extension: { readonly until: LocalDate; readonly reason: string; readonly at: Instant } | null
  readonly stopped: { readonly on: LocalDate; readonly reason: string } | null
  readonly returned: { readonly reason: string; readonly by: ActorRef; readonly at: Instant } | null
  readonly chased: { readonly at: Instant; readonly by: ActorRef; readonly note: string } | null
  /** Those who lead beside it, or above it, are done; this part is still open. */
  readonly isLeadDone: boolean
  readonly passedOn: readonly PassedOn[]
  readonly holders: readonly Holder[]
  readonly trail: readonly TrailStep[]
  /** Its letter was recalled by its sender: the clock stands, and who holds it is told; absent: no. */
  readonly recalled?: { readonly code: string; readonly on: LocalDate }
}

/** Stored for ever: a changed meaning is a new type. */
export type TaskEvent = Happened &
  (
    | (Assignment & { readonly type: 'assigned' })
    | { readonly type: 'read' }
    | { readonly type: 'started' }
    | { readonly type: 'finished'; readonly result: string; readonly evidence?: Evidence | null }
    | { readonly type: 'reopened'; readonly reason: string }
    | {
        readonly type: 'passedOn'
        readonly parts: readonly PassedOn[]
        readonly text: string
        readonly deadline: LocalDate | null
      }
    | {
        readonly type: 'reassigned'
        readonly to: string
        readonly insteadOf: string | null
        readonly reason: string
      }
    | { readonly type: 'returned'; readonly reason: string }
    | { readonly type: 'withdrawn'; readonly reason: string }
    | { readonly type: 'extensionAsked'; readonly until: LocalDate; readonly reason: string }
    | { readonly type: 'extensionRefused'; readonly reason: string }
    | { readonly type: 'extended'; readonly until: LocalDate; readonly reason: string }
    | { readonly type: 'clockStopped'; readonly on: LocalDate; readonly reason: string }
    | { readonly type: 'clockResumed'; readonly deadline: LocalDate | null }
    | { readonly type: 'chased'; readonly note: string }
    | { readonly type: 'leadDone' }
    | { readonly type: 'letterRecalled'; readonly code: string; readonly on: LocalDate }
    | {
        readonly type: 'handedOver'
        readonly from: string
        readonly to: string
        readonly handover: string
      }
  )

/** What a task comes from: a letter that was directed, or a meeting that concluded. */
export interface TaskOrigin {
  readonly kind: 'letter' | 'meeting'
  readonly id: string
}

/** Where a task comes from. Tasks that were given before meetings were known name a letter alone. */
export const originOf = ({
  letter,
  meeting,
}: {
  readonly letter: string | null
  readonly meeting?: string | null
}): TaskOrigin => (meeting == null ? { kind: 'letter', id: letter ?? '' } : { kind: 'meeting', id: meeting })

/** Open: somebody still has to do something. */
export const isOpen = (task: Pick<Task, 'status'>): boolean =>
  task.status !== 'finished' && task.status !== 'withdrawn'

/** Whose desk it lies on: the assignee's, or after a return that of who gave it. */
export const holderOf = (task: Pick<Task, 'status' | 'assignee' | 'givenBy'>): string =>
  task.status === 'returned' ? task.givenBy : task.assignee

/** Id of the task of `post` out of the `round`-th time that `source` (a letter, a meeting or a task) was given out. */
export function taskIdOf(
  source: { kind: TaskOrigin['kind'] | 'task'; id: string },
  round: number,
  post: string,
): string {
  return derivedUuid('task', source.kind, source.id, String(round), post)
}
