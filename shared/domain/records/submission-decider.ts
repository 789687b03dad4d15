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
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { CaseFile } from './case-file.ts'
import { maySubmit } from './case-file-decider.ts'
import { submitBy, type Retention } from './retention.ts'
import { parserOf } from '../parse-command.ts'

const id = z.string().min(1).max(64)
const fileAnswer = z.strictObject({ file: id, agreed: z.boolean(), reason: z.string().max(2000) })
type FileAnswer = z.infer<typeof fileAnswer>
const submissionCommands = {
  /** `index`: Mục lục hồ sơ, tài liệu nộp lưu; `minutes`: Biên bản giao nhận, both of Decree 30 Annex V. */
  'submission.send': z.strictObject({
    files: z.array(id).min(1).max(500),
    index: blobRef,
    minutes: blobRef,
  }),
  'submission.answer': z.strictObject({ answers: z.array(fileAnswer).min(1).max(500) }),
} as const
type SubmissionCommandType = keyof typeof submissionCommands
type SubmissionCommand = {
  [T in SubmissionCommandType]: {
    readonly type: T
    readonly payload: z.infer<(typeof submissionCommands)[T]>
  }
}[SubmissionCommandType]

/** A file as it was when it was submitted: a line of the index. */
interface SubmittedFile {
  readonly id: string
  readonly notation: string
  readonly title: string
  readonly retention: Retention
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate
  readonly itemCount: number
  readonly contents: string
  readonly isLate: boolean
}

/** Files handed to the current archive together (nộp lưu, Decree 30 Art 30; Circular 05/2025 Art 19). Both sides answer for it by name. */
export interface Submission {
  readonly id: string
  readonly files: readonly SubmittedFile[]
  readonly index: BlobRef
  readonly minutes: BlobRef
  readonly from: ActorRef
  readonly sentAt: Instant
  readonly answers: readonly FileAnswer[]
  readonly answeredAt: Instant | null
  readonly answeredBy: ActorRef | null
}
export type SubmissionEvent = Happened &
  (
    | {
        readonly type: 'sent'
        readonly files: readonly SubmittedFile[]
        readonly index: BlobRef
        readonly minutes: BlobRef
      }
    | { readonly type: 'answered'; readonly answers: readonly FileAnswer[] }
  )

/** Whoever made the files sends them closed; the archivist agrees or sends back, with a reason, each file once. */
export const submissionDecider: Decider<Submission, SubmissionCommand, SubmissionEvent> = {
  kind: 'submission',
  parse: parserOf(submissionCommands),
  decide: decideSubmission,
  evolve: (state, event, submissionId) => {
    if (event.type === 'sent') {
      const { files, index, minutes, by, at } = event
      const open = { answers: [], answeredAt: null, answeredBy: null }
      return { id: submissionId, files, index, minutes, from: by, sentAt: at, ...open }
    }
    if (state === undefined) throw new RangeError('answer to a submission that is not there')
    return { ...state, answers: event.answers, answeredAt: event.at, answeredBy: event.by }
  },
  audienceOf: ({ from }) => [`post:${from.post}`, 'role:archivist'],
  eventTypes: ['sent', 'answered'],
}

function decideSubmission(
  state: Submission | undefined,
  command: SubmissionCommand,
  { actor, at, look, today }: DecisionContext,
): Decision<SubmissionEvent> {
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'submission.send') {
    if (state !== undefined) return refuse('already-exists')
    const { files: ids, index, minutes } = command.payload
    const files = ids.map((one) => look('case-file', one) as CaseFile | undefined)
    if (files.includes(undefined)) return refuse('unknown-object')
    const known = files.filter((one) => one !== undefined)
    if (known.some((one) => one.creator !== actor.post)) return refuse('file-creator-only')
    const notReady = known.find((one) => !maySubmit(one))
    if (notReady !== undefined) return refuse('submit-closed-only', { notation: notReady.notation })
    return events({
      ...stamp,
      type: 'sent',
      files: known.map((one) => submitted(one, today)),
      index,
      minutes,
    })
  }
  if (state === undefined) return refuse('unknown-object')
  if (!actor.roles.includes('archivist')) return refuse('archivist-only')
  if (state.answeredAt !== null) return refuse('moved-on')
  const { answers } = command.payload
  const isComplete =
    answers.length === state.files.length &&
    state.files.every((file) => answers.some((one) => one.file === file.id))
  if (!isComplete) return refuse('answer-every-file')
  if (answers.some((one) => !one.agreed && one.reason.trim() === '')) return refuse('return-needs-reason')
  return events({ ...stamp, type: 'answered', answers })
}

function submitted(file: CaseFile, today: LocalDate): SubmittedFile {
  const endedOn = file.endedOn ?? today
  const { id: fileId, notation, title, retention, startedOn } = file
  return {
    id: fileId,
    notation,
    title,
    retention,
    startedOn,
    endedOn,
    itemCount: file.items.length,
    contents: file.contents ?? '',
    isLate: today > submitBy(endedOn),
  }
}
