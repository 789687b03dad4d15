import { z } from 'zod'
import { DetectedType } from './detect-type.ts'
import { DeviationRule } from './deviations.ts'
import { EdxmlErrorCode } from './errors.ts'
import { BusinessType, ReceiverChange } from './vocabulary.ts'

/**
 * The shape of a reading that crosses a process or is stored: as loose as messages are, but nothing unexpected in it.
 * Changing it needs a migration of what is stored.
 */

const text = z.string()
const optional = z.string().optional()
const number = z.number().optional()
const flag = z.boolean().optional()

const organisation = z.object({
  organId: text,
  name: text,
  superior: optional,
  address: optional,
  email: optional,
  telephone: optional,
  fax: optional,
  website: optional,
})
const responseFor = z.object({ organId: text, code: text, documentId: optional, issuedOn: optional })
const staff = z.object({
  department: optional,
  name: optional,
  mobile: optional,
  email: optional,
  departmentId: optional,
  staffId: optional,
})
const trace = z.array(z.object({ organId: optional, at: optional }))

const business = z.object({
  type: z.enum(BusinessType),
  reason: optional,
  documentId: optional,
  paper: flag,
  changes: z.array(
    z.object({
      information: flag,
      receivers: flag,
      receiverList: z.array(z.object({ organId: text, change: z.enum(ReceiverChange) })),
    }),
  ),
  replacements: z.array(z.object({ documentId: text, organIds: z.array(text) })),
  staff: z.array(staff),
})

/** Fields of a document message as read. */
const readDocumentSchema = z.object({
  kind: z.literal('document'),
  from: organisation,
  to: z.array(organisation),
  documentId: text,
  code: z.object({ number: text, notation: text }),
  place: optional,
  issuedOn: optional,
  type: z.object({ group: number, detail: number, name: optional }),
  subject: text,
  content: optional,
  signer: z.object({ competence: optional, position: optional, fullName: optional }),
  dueDate: optional,
  toPlaces: z.array(text),
  other: z.object({
    priority: number,
    circulation: optional,
    typist: optional,
    copies: number,
    pages: number,
    appendixes: z.array(text),
    direction: flag,
    replyFors: optional,
    referenceCodes: optional,
  }),
  responseFor: z.array(responseFor),
  steeringType: number,
  taskCodes: z.array(text),
  applicationType: optional,
  business,
  trace,
})

/** Fields of a status message as read. */
const readStatusSchema = z.object({
  kind: z.literal('status'),
  from: organisation,
  responseFor,
  staff: staff.optional(),
  statusCode: text,
  description: optional,
  at: optional,
  trace,
})

/** A whole reading; `content` of an attachment is a name. */
export const readMessageSchema = z.object({
  fields: z.discriminatedUnion('kind', [readDocumentSchema, readStatusSchema]),
  attachments: z.array(
    z.object({
      contentId: optional,
      name: text,
      description: optional,
      declaredType: optional,
      detectedType: z.enum(DetectedType),
      sizeBytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      unzipped: z.boolean(),
      content: text,
    }),
  ),
  deviations: z.array(z.object({ rule: z.enum(DeviationRule), element: text, line: z.int() })),
})

/** Why a file was refused, as data. */
export const edxmlErrorSchema = z.object({
  code: z.enum(EdxmlErrorCode),
  line: z.int().min(1),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
