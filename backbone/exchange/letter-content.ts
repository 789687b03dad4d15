import type { Letter, LetterContent } from '#shared/domain/correspondence/letter.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import { isRealDate } from '#shared/exchange/edxml/dates.ts'
import { rulesOf, type Deviation } from '#shared/exchange/edxml/deviations.ts'
import { organIdKey } from '#shared/exchange/edxml/identifiers.ts'
import type { DocumentFields } from '#shared/exchange/edxml/message.ts'

const URGENCY = ['normal', 'urgent', 'very-urgent', 'express', 'express'] as const
const clip = (text: string | undefined, most: number): string => (text ?? '').slice(0, most)

/** What a letter keeps of a document message: its fields cut to what a letter can hold, never refused for their length. */
export function letterContentOf(
  fields: DocumentFields,
  to: string,
  deviations: readonly Deviation[],
): LetterContent {
  const { from, code, signer, other } = fields
  return {
    from: { code: clip(from.organId, 64), name: clip(from.name, 1000) },
    to: clip(to, 64),
    documentId: clip(fields.documentId, 300),
    number: clip(code.number, 60),
    symbol: clip(code.notation, 120),
    issuedOn: dayOf(fields.issuedOn),
    typeName: clip(fields.type.name, 1000),
    subject: clip(fields.subject, 1000),
    summary: clip(fields.content, 1000),
    signer: {
      authority: clip(signer.competence, 1000),
      title: clip(signer.position, 1000),
      name: clip(signer.fullName, 1000),
    },
    dueDate: dayOf(fields.dueDate),
    urgency: URGENCY[other.priority ?? 0] ?? 'normal',
    pages: other.pages ?? null,
    receivers: fields.toPlaces.slice(0, 1000).map((one) => clip(one, 1000)),
    answers: fields.responseFor
      .slice(0, 100)
      .map((one) => ({ code: clip(one.code, 300), documentId: clip(one.documentId, 300) })),
    deviations: rulesOf(deviations).slice(0, 200),
  }
}

/**
 * A document that comes again from the same sender is the same letter; one without identifier is known by its bytes. `through`: the system
 * that handed it in without being able to speak for that sender: its letters never take the place of the sender's own.
 */
export function letterIdOf(
  workspace: string,
  fields: Pick<DocumentFields, 'from' | 'documentId'>,
  messageSha256: string,
  through?: string,
): Letter['id'] {
  const own = fields.documentId.trim() === '' ? messageSha256 : fields.documentId.trim()
  const parts = ['letter', workspace, organIdKey(fields.from.organId), own]
  return derivedUuid(...parts, ...(through === undefined ? [] : [organIdKey(through)]))
}

const dayOf = (date: string | undefined): string | null =>
  date !== undefined && isRealDate(date) ? date : null
