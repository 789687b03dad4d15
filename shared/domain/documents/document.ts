import { z } from 'zod'
import { blobRef, type BlobRef } from '../blob-ref.ts'
import type { ActorRef } from '../decision.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { Amendment, Amends } from './amendment.ts'
import type { DocumentStatus } from './document-status.ts'
import type { OfMeeting } from './of-meeting.ts'
import type { PageMark } from './page-mark.ts'
import type { SignatureCheck, SignatureRejection } from './signature-check.ts'

/** Urgency (mức độ khẩn, Decree 30 Art 8; edXML Priority 0–3). Stored and exchanged. */
export const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const
export type Urgency = (typeof urgencies)[number]

/** Authority of signing (Decree 30 Art 13; Annex I II.7): none = the head signs; TM., KT., TL., TUQ. */
export const authorities = ['head', 'TM', 'KT', 'TL', 'TUQ'] as const
export type Authority = (typeof authorities)[number]

/** Kinds that have a skeleton here (Decree 30 Art 7). */
export const documentKinds = [
  'cong-van',
  'bao-cao',
  'thong-bao',
  'bien-ban',
  'giay-moi',
  'quyet-dinh',
  'nghi-quyet',
] as const
export type DocumentKind = (typeof documentKinds)[number]

const line = z.string().max(500)
const reference = z.string().min(1).max(64)

/** A body that decides together, and the agency that keeps it. */
export const onBehalf = z.strictObject({ agency: reference, collective: reference })
export type OnBehalf = z.infer<typeof onBehalf>

/** The structured boxes of the official layout (Decree 30, Annex I; box numbers there). The body (box 6) is collaborative text. */
export const documentFields = z.strictObject({
  /** Box 2. */
  superior: line,
  agency: line,
  /** Box 3: `SNV-TCBC`, what follows the number and the slash. */
  symbol: z.string().max(60),
  /** Box 4. */
  place: line,
  /** Box 5b without `V/v`. */
  subject: line,
  /** Box 7a/7b. `headTitle` is printed behind TM./KT./TL./TUQ.; `ownTitle` below it, unless the head signs. */
  authority: z.enum(authorities),
  collective: line,
  /** The collective of the directory that decides; absent: none does. */
  onBehalf: onBehalf.optional(),
  headTitle: line,
  ownTitle: line,
  signerName: line,
  /** Who takes the minutes and signs at the left (`THƯ KÝ`, Annex III form 1.9); absent in other kinds. */
  secretary: line.optional(),
  /** The record by which TL. or TUQ. is signed (`signing-delegation`). Absent or null: the head or a deputy signs. */
  delegation: z.string().min(1).max(64).nullable().optional(),
  /** Box 9a, one addressee a line. */
  addressees: z.array(line).max(500),
  /** Box 9b without dashes; the last is `Lưu: VT, …`. */
  receivers: z.array(line).max(500),
  urgency: z.enum(urgencies),
  dueDate: z.iso.date().nullable(),
  /** Identifier of the letter this one answers; null when it answers none. */
  answers: z.string().max(64).nullable(),
})
export type DocumentFields = z.infer<typeof documentFields>

/** An agency the document goes to over the backbone. */
export const recipient = z.strictObject({ code: z.string().min(1).max(35), name: line })
export type Recipient = z.infer<typeof recipient>

/** A file that goes with the document. */
export const attachment = z.strictObject({ id: z.uuid(), name: z.string().min(1).max(255), file: blobRef })
export type Attachment = z.infer<typeof attachment>

/** Who works on it, in order: reviewer initials, checker passes the form (absent: nobody is asked to), signer signs. Posts. */
export const route = z.strictObject({
  reviewer: z.string().min(1),
  checker: z.string().min(1).max(64).optional(),
  signer: z.string().min(1),
})
export type Route = z.infer<typeof route>

/** An act with a digital signature; the PDF is the file after it. */
export interface SignatureAct {
  readonly pdf: BlobRef
  readonly level: 'B-B' | 'B-T'
  readonly at: Instant
  readonly by: ActorRef
  /** Absent until the node has looked at the file. */
  readonly check?: SignatureCheck
}

/** Who was given the check of form passed it, and answers for it to the head of the agency (Decree 30 Art 12.2). */
export interface FormPass {
  readonly left: readonly { readonly rule: string; readonly word: string }[]
  readonly at: Instant
  readonly by: ActorRef
}

/** Why it was given back, and where on the page that was initialled then. */
export interface Returned {
  readonly reason: string
  readonly at: Instant
  readonly by: ActorRef
  /** Absent: given back with words alone. */
  readonly marked?: { readonly pdf: BlobRef; readonly marks: readonly PageMark[] }
}

/** An outgoing document (văn bản đi). */
export interface OfficialDocument {
  readonly id: string
  readonly kind: DocumentKind
  readonly status: DocumentStatus
  /** Rises when a change voids initials (Decree 30 Art 11.2). */
  readonly version: number
  readonly drafter: ActorRef
  readonly unit: string
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly fields: DocumentFields
  /** Yjs document state, base64; null until something is written or after it was erased into the frozen snapshot. */
  readonly text: string | null
  readonly route: Route | null
  readonly recipients: readonly Recipient[]
  readonly attachments: readonly Attachment[]
  readonly note: string
  readonly returned: Returned | null
  readonly initials: SignatureAct | null
  /** Made after the initials and gone with them; absent: not made. */
  readonly formPass?: FormPass | undefined
  readonly signature: SignatureAct | null
  readonly number: { readonly book: string; readonly number: number; readonly date: LocalDate } | null
  readonly seal: SignatureAct | null
  readonly issuedAt: Instant | null
  /** The last signature, if the node did not accept it and it was not made again. */
  readonly rejected?: SignatureRejection | undefined
  readonly trail: readonly TrailStep[]
  /** The issued document it is about; absent: none. */
  readonly amends?: Amends
  /** The meeting it was made out of; absent: none. */
  readonly ofMeeting?: OfMeeting
  /** What later documents did to it, oldest first; absent: nothing. */
  readonly amendments?: readonly Amendment[]
}

/** One step of the way a document or letter went: who did what, when. */
export interface TrailStep {
  readonly act: string
  readonly at: Instant
  readonly by: ActorRef
  readonly note?: string
}
