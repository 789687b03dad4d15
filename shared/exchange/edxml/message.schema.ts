import { z } from 'zod'
import { isRealDate } from './dates.ts'
import { isOrganId, organIdKey } from './identifiers.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { DocumentFields, StatusFields } from './message.ts'
import { BusinessType, HIGHEST_PRIORITY, HIGHEST_STEERING_TYPE, ReceiverChange } from './vocabulary.ts'

/**
 * What may be written as edXML: stricter than what is read. Lengths are those that servers in the field check or store.
 * Every text is trimmed and holds only characters that XML 1.0 allows.
 */

// XML 1.0, production 2 (Char); lone surrogates are not well formed.
const FORBIDDEN_CHARACTERS = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(
      (value) => value.isWellFormed() && !FORBIDDEN_CHARACTERS.test(value),
      'characters not allowed in XML',
    )
const required = (longest: number) => text(longest).min(1)
const organId = z.string().trim().refine(isOrganId, 'not an OrganId')
const date = z.string().refine(isRealDate, 'not a day')
const instant = z.iso.datetime()
const count = z.int().min(0).max(65_535)
const LONG = 500
const DOCUMENT_ID = 200

const organisation = z.object({
  organId,
  name: required(200),
  superior: text(LONG).optional(),
  address: text(LONG).optional(),
  email: text(100).optional(),
  telephone: text(20).optional(),
  fax: text(20).optional(),
  website: text(200).optional(),
})

const responseFor = z.object({
  organId,
  code: required(50),
  documentId: text(DOCUMENT_ID).optional(),
  issuedOn: date.optional(),
})

const staff = z.object({
  department: text(200).optional(),
  name: text(100).optional(),
  mobile: text(20).optional(),
  email: text(100).optional(),
  departmentId: text(100).optional(),
  staffId: text(100).optional(),
})

const trace = z.array(z.object({ organId: organId.optional(), at: instant.optional() })).default([])

const business = z.object({
  type: z.enum(BusinessType).default(BusinessType.new),
  reason: text(LONG).optional(),
  documentId: text(DOCUMENT_ID).optional(),
  paper: z.boolean().optional(),
  changes: z
    .array(
      z.object({
        information: z.boolean().optional(),
        receivers: z.boolean().optional(),
        receiverList: z.array(z.object({ organId, change: z.enum(ReceiverChange) })).default([]),
      }),
    )
    .default([]),
  replacements: z
    .array(z.object({ documentId: required(DOCUMENT_ID), organIds: z.array(organId).default([]) }))
    .default([]),
  staff: z.array(staff).default([]),
})

/** A document message that may be written. */
export const documentFieldsSchema = z
  .object({
    kind: z.literal('document'),
    from: organisation,
    to: z.array(organisation).min(1),
    documentId: required(DOCUMENT_ID),
    code: z.object({ number: required(20), notation: required(30) }),
    place: text(50).optional(),
    issuedOn: date,
    type: z.object({
      group: z.int().min(0).max(99),
      detail: z.int().min(0).max(999).optional(),
      name: text(100).optional(),
    }),
    subject: required(LONG),
    content: text(LONG).optional(),
    signer: z
      .object({
        competence: text(100).optional(),
        position: text(200).optional(),
        fullName: text(100).optional(),
      })
      .default({}),
    dueDate: date.optional(),
    toPlaces: z.array(required(150)).default([]),
    other: z
      .object({
        priority: z.int().min(0).max(HIGHEST_PRIORITY).optional(),
        circulation: text(100).optional(),
        typist: text(10).optional(),
        copies: count.optional(),
        pages: count.optional(),
        appendixes: z.array(required(LONG)).default([]),
        direction: z.boolean().optional(),
        replyFors: text(LONG).optional(),
        referenceCodes: text(LONG).optional(),
      })
      .default({ appendixes: [] }),
    responseFor: z.array(responseFor).default([]),
    steeringType: z.int().min(0).max(HIGHEST_STEERING_TYPE).default(0),
    taskCodes: z.array(required(100)).default([]),
    applicationType: text(100).optional(),
    business: business.default({ type: BusinessType.new, changes: [], replacements: [], staff: [] }),
    trace,
  })
  .refine(({ to }) => new Set(to.map((one) => organIdKey(one.organId))).size === to.length, {
    path: ['to'],
    message: 'a receiver is named twice',
  })
  .refine(({ code }) => !code.notation.includes('#'), {
    path: ['code', 'notation'],
    message: 'an internal mark is not sent',
  })
  .refine(({ business: { type, documentId } }) => !needsTarget(type) || documentId !== undefined, {
    path: ['business', 'documentId'],
    message: 'a revocation or update names its document',
  })
  .refine(
    ({ business: { type, replacements } }) => type !== BusinessType.replacement || replacements.length > 0,
    {
      path: ['business', 'replacements'],
      message: 'a replacement names the replaced documents',
    },
  ) satisfies z.ZodType<DocumentFields>

/** A status message that may be written; 02 gives its reason. */
export const statusFieldsSchema = z
  .object({
    kind: z.literal('status'),
    from: organisation,
    responseFor: responseFor.extend({ documentId: required(DOCUMENT_ID) }),
    staff: staff.optional(),
    statusCode: z.string().regex(/^\d\d$/),
    description: text(LONG).optional(),
    at: instant,
    trace,
  })
  .refine(({ statusCode, description }) => statusCode !== '02' || (description ?? '') !== '', {
    path: ['description'],
    message: 'a refusal gives its reason',
  }) satisfies z.ZodType<StatusFields>

const attachmentFields = z.object({
  /** Unique in the message; becomes the ContentId. */
  id: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  /** File name with extension. */
  name: required(255),
  description: text(LONG).optional(),
})

/** What is said about an attachment that may be written. */
export type AttachmentFields = Readonly<z.output<typeof attachmentFields>>

/** The attachments of one message. */
export const attachmentsFieldsSchema = z
  .array(attachmentFields)
  .max(DEFAULT_LIMITS.attachments)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id is used twice')

function needsTarget(type: BusinessType): boolean {
  return type === BusinessType.revocation || type === BusinessType.update
}
