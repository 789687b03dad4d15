import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { DetectedType } from './detect-type.ts'
import type { BusinessType, ReceiverChange } from './vocabulary.ts'

/**
 * The fields of edXML messages in our words. Texts are trimmed; a mandatory text that a received message lacks is `''`, an
 * optional one is absent. Dates are calendar days, moments UTC (on the wire: Vietnamese local time).
 */

/** `From`, each `To`. */
export interface Organisation {
  organId: string
  /** OrganName. */
  name: string
  /** OrganizationInCharge: the governing organisation. */
  superior?: string | undefined
  address?: string | undefined
  email?: string | undefined
  telephone?: string | undefined
  fax?: string | undefined
  website?: string | undefined
}

/** CodeNumber is text: `202545` and `BINTEST123` occur. */
export interface DocumentCode {
  number: string
  notation: string
}

/** DocumentType; only the name is to be relied on (5.5). */
export interface DocumentTypeFields {
  /** 1 legal normative, 2 administrative. */
  group?: number | undefined
  detail?: number | undefined
  name?: string | undefined
}

export interface SignerFields {
  /** TM., KT., TL., TUQ. … */
  competence?: string | undefined
  position?: string | undefined
  fullName?: string | undefined
}

/** `OtherInfo`. */
export interface OtherFields {
  /** 0 normal … 4 express at a fixed hour. */
  priority?: number | undefined
  circulation?: string | undefined
  typist?: string | undefined
  copies?: number | undefined
  pages?: number | undefined
  appendixes: string[]
  direction?: boolean | undefined
  replyFors?: string | undefined
  referenceCodes?: string | undefined
}

/** A document that a message answers or reports on. `code` is the full one, `number/notation`. */
export interface ResponseFor {
  organId: string
  code: string
  documentId?: string | undefined
  issuedOn?: LocalDate | undefined
}

export interface Staff {
  department?: string | undefined
  name?: string | undefined
  mobile?: string | undefined
  email?: string | undefined
  departmentId?: string | undefined
  staffId?: string | undefined
}

/** What an update changes (`BussinessDocumentInfo`). */
export interface DocumentChange {
  information?: boolean | undefined
  receivers?: boolean | undefined
  receiverList: { organId: string; change: ReceiverChange }[]
}

/** A replaced document and the receivers for whom it is. */
export interface Replacement {
  documentId: string
  organIds: string[]
}

/** The `Bussiness` block. */
export interface Business {
  type: BusinessType
  reason?: string | undefined
  /** The document revoked or updated. */
  documentId?: string | undefined
  /** A paper copy follows. */
  paper?: boolean | undefined
  changes: DocumentChange[]
  replacements: Replacement[]
  staff: Staff[]
}

/** One node that handled the message, oldest first. */
export interface TraceStep {
  organId?: string | undefined
  at?: Instant | undefined
}

/** A document message: everything but its attachments. */
export interface DocumentFields {
  kind: 'document'
  from: Organisation
  to: Organisation[]
  documentId: string
  code: DocumentCode
  place?: string | undefined
  issuedOn?: LocalDate | undefined
  type: DocumentTypeFields
  subject: string
  content?: string | undefined
  signer: SignerFields
  dueDate?: LocalDate | undefined
  toPlaces: string[]
  other: OtherFields
  responseFor: ResponseFor[]
  steeringType?: number | undefined
  taskCodes: string[]
  applicationType?: string | undefined
  business: Business
  trace: TraceStep[]
}

/** A status message. */
export interface StatusFields {
  kind: 'status'
  from: Organisation
  responseFor: ResponseFor
  staff?: Staff | undefined
  /** Two digits where it is a number, else the text as received. */
  statusCode: string
  description?: string | undefined
  at?: Instant | undefined
  trace: TraceStep[]
}

export type MessageFields = DocumentFields | StatusFields

/** An attachment as found; `content` is what the sink keeps for it. */
export interface ReadAttachment<Kept> {
  /** Without `cid:`. */
  contentId?: string | undefined
  /** As in the message: for showing, never for a path. */
  name: string
  description?: string | undefined
  /** `Attachment/ContentType`. */
  declaredType?: string | undefined
  /** By magic number. */
  detectedType: DetectedType
  sizeBytes: number
  /** Lower-case hex, of the delivered bytes. */
  sha256: string
  /** True when the bytes were taken out of a one-entry zip. */
  unzipped: boolean
  content: Kept
}
