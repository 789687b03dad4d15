import { z } from 'zod'
import type { BlobRef } from '../../blob-ref.ts'
import { part, type Part } from '../../work/task.ts'
import type { DocumentKind } from '../../documents/document.ts'
import { isDeciding } from '../../documents/kinds.ts'
import type { MeetingPaper, MeetingPart } from '../../documents/of-meeting.ts'
import type { RuleId } from '../../law/rules.ts'
import type { Instant, LocalDate } from '../../../kernel/instant.ts'

/** Minutes are a biên bản (Decree 30 Annex III form 1.9), conclusions are told in a thông báo (form 1.4). */
export const kindOfPaper: Readonly<Record<MeetingPaper, DocumentKind>> = {
  minutes: 'bien-ban',
  notice: 'thong-bao',
}

/** Whether a document of this kind may be that part of a meeting; what decides an item is a quyết định or a nghị quyết (forms 1.2, 1.1). */
export const isKindOfPart = (kind: DocumentKind, { paper }: MeetingPart): boolean =>
  paper === 'decision' ? isDeciding(kind) : kind === kindOfPaper[paper]

/** What is said of a document that is not that part of the meeting. */
export const missingRule = {
  minutes: 'minutes-document-missing',
  notice: 'notice-document-missing',
  decision: 'decision-document-missing',
} as const satisfies Readonly<Record<MeetingPart['paper'], RuleId>>

/** Working days after its end within which the conclusions of a meeting are told in writing (Decision 45/2018). */
export const NOTICE_WITHIN_WORKING_DAYS = 5

/** A document drafted out of a meeting, from its first draft on. */
export interface NamedDocument {
  readonly document: string
  readonly at: Instant
  /** Number and symbol and the sealed file, once it was issued: everybody called reads it here. */
  readonly issued: { readonly code: string; readonly pdf: BlobRef; readonly at: Instant } | null
}

/** The minutes as they were sent to everybody called, for wishes to change them. */
export interface MinutesRound {
  readonly text: readonly string[]
  readonly sentAt: Instant
  /** The last day on which wishes are taken; null: until the minutes are locked. */
  readonly until: LocalDate | null
}

/** One thing that a conclusion wants done, as it is given. */
export const givenWork = z.strictObject({
  item: z.string().min(1).max(64),
  parts: z.array(part).min(1).max(50),
  text: z.string().trim().min(1).max(4000),
  deadline: z.iso.date().nullable(),
})
export type GivenWork = z.infer<typeof givenWork>

/** A task out of a conclusion: its name, whose it is and what was asked. How it stands is told by the task. */
export interface GivenTask extends Part {
  readonly task: string
  readonly item: string
  readonly text: string
  readonly deadline: LocalDate | null
}

/** What becomes of a meeting after it was held. Each is absent until it is done. */
export interface Concluded {
  /** The day by which the conclusions are told in writing; absent in meetings that were closed before it was counted. */
  readonly noticeBy?: LocalDate
  readonly minutesDraft?: NamedDocument
  readonly notice?: NamedDocument
  readonly round?: MinutesRound
  /** Since when no more wishes are taken and the conclusions stand: the minutes go to be signed. */
  readonly lockedAt?: Instant
  /** The text as it was locked: no other one is signed. Absent in meetings that were locked before it was kept. */
  readonly lockedText?: readonly string[]
  readonly tasks?: readonly GivenTask[]
  /** The work file its papers went into. */
  readonly filed?: { readonly file: string; readonly at: Instant }
  /** Minutes of earlier meetings that this one approved. */
  readonly approved?: readonly {
    readonly meeting: string
    readonly title: string
    readonly at: Instant
    /** What was put right in them; absent: nothing. */
    readonly corrections?: string
  }[]
}

/** A meeting with what was drafted on its items. */
interface WithItems extends Concluded {
  readonly items: readonly { readonly id: string; readonly decision?: NamedDocument }[]
}

/** The document in one part of a meeting, as far as it was drafted. */
export function paperOf(meeting: WithItems, part: MeetingPart): NamedDocument | undefined {
  switch (part.paper) {
    case 'minutes':
      return meeting.minutesDraft
    case 'notice':
      return meeting.notice
    case 'decision':
      return meeting.items.find(({ id }) => id === part.item)?.decision
  }
}
