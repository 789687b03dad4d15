import { z } from 'zod'
import { resolveDocumentType } from '#shared/exchange/edxml/document-types.ts'
import { documentIdOf, fullCode } from '#shared/exchange/edxml/identifiers.ts'
import { documentFieldsSchema, statusFieldsSchema } from '#shared/exchange/edxml/message.schema.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import { type Instant, instantFrom } from '#shared/kernel/instant.ts'
import { CommandError } from '../command.ts'

/**
 * What `congso edxml build` is given: what `parse` prints, with a `path` for each attachment (relative to the file), or the
 * fields of a message in full. `null` is absent. Left out, DocumentId, type number and trace are filled in.
 */
const attachmentsSchema = z
  .array(
    z.object({
      name: z.string(),
      path: z.string(),
      id: z.string().optional(),
      description: z.string().optional(),
    }),
  )
  .default([])

const partialCode = z.object({ number: z.string(), notation: z.string() })
const sketchSchema = z.looseObject({
  kind: z.enum(['document', 'status']).default('document'),
  businessType: z.number().optional(),
  business: z.looseObject({}).optional(),
  from: z.looseObject({ organId: z.string() }),
  to: z.array(z.looseObject({ organId: z.string() })).default([]),
  documentId: z.string().optional(),
  code: partialCode.optional(),
  issuedOn: z.string().optional(),
  type: z.looseObject({ group: z.number().optional(), name: z.string().optional() }).optional(),
  status: z
    .looseObject({
      code: z.string(),
      description: z.string().optional(),
      timestamp: z.string().optional(),
      staff: z.looseObject({}).optional(),
    })
    .optional(),
})
type Sketch = z.output<typeof sketchSchema>

/** A message to be written and the files to be put into it. */
export interface BuildSpec {
  readonly fields: DocumentFields | StatusFields
  readonly attachments: z.output<typeof attachmentsSchema>
}

/** Reads the JSON of a specification. Throws CommandError `edxml.spec-invalid`, naming the fields. */
export function readBuildSpec(json: unknown, now: Instant): BuildSpec {
  const given = withoutNulls(json)
  try {
    const sketch = sketchSchema.parse(given)
    const isStatus = sketch.kind === 'status'
    const fields = isStatus
      ? statusFieldsSchema.parse(statusOf(sketch, now))
      : documentFieldsSchema.parse(documentOf(sketch, now))
    const { attachments } = z.looseObject({ attachments: attachmentsSchema }).parse(given)
    return { fields, attachments: isStatus ? [] : attachments }
  } catch (error) {
    if (error instanceof z.ZodError) throw new CommandError('edxml.spec-invalid', z.prettifyError(error))
    throw error
  }
}

function documentOf(sketch: Sketch, now: Instant): object {
  const { businessType, from, code, issuedOn, type, documentId } = sketch
  const canonicalId =
    code === undefined || issuedOn === undefined
      ? undefined
      : documentIdOf(from.organId, issuedOn, fullCode(code))
  return {
    trace: [{ organId: from.organId, at: now }],
    ...sketch,
    documentId: documentId ?? canonicalId,
    type: { ...resolveDocumentType(type ?? {}), ...type },
    business: { ...(businessType === undefined ? {} : { type: businessType }), ...sketch.business },
  }
}

function statusOf(sketch: Sketch, now: Instant): object {
  const { status, to, code, documentId, issuedOn } = sketch
  const responseFor = {
    organId: to[0]?.organId,
    code: code === undefined ? undefined : fullCode(code),
    documentId,
    issuedOn,
  }
  if (status === undefined) return { responseFor, at: now, ...sketch }
  const ms = status.timestamp === undefined ? NaN : Date.parse(status.timestamp)
  return {
    responseFor,
    statusCode: status.code,
    description: status.description,
    staff: status.staff,
    at: Number.isNaN(ms) ? now : instantFrom(ms),
    ...sketch,
  }
}

function withoutNulls(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNulls)
  if (typeof json !== 'object' || json === null) return json
  const kept = Object.entries(json).filter(([, value]) => value !== null)
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutNulls(value)]))
}
