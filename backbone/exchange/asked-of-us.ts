import type { LetterContent, LetterFile } from '#shared/domain/correspondence/letter.ts'
import { senderRequestId, type SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { AmendmentWay } from '#shared/domain/documents/amendment.ts'
import { documentIdOf, fullCode, parseDocumentId } from '#shared/exchange/edxml/identifiers.ts'
import type { DocumentFields, StatusFields } from '#shared/exchange/edxml/message.ts'
import { BusinessType } from '#shared/exchange/edxml/vocabulary.ts'
import { letterIdOf } from './letter-content.ts'

type Request = Omit<SenderRequest, 'id' | 'askedAt' | 'answer' | 'line' | 'settledAt'>
/** One thing a sender asks, under the id that makes it the same however often it comes. */
export interface Asked {
  readonly id: string
  readonly request: Request
}

const WAY: Record<Exclude<BusinessType, typeof BusinessType.new>, AmendmentWay> = {
  [BusinessType.revocation]: 'recall',
  [BusinessType.update]: 'correction',
  [BusinessType.replacement]: 'replacement',
}

/** What a document message does to letters of its sender, by the ids they have here whether they came or not. */
function concernsOf(
  workspace: string,
  fields: DocumentFields,
): readonly { readonly way: AmendmentWay; readonly letter: string; readonly documentId: string }[] {
  const { business } = fields
  if (business.type === BusinessType.new) return []
  const way = WAY[business.type]
  const spokenOf =
    business.type === BusinessType.replacement
      ? business.replacements.map((one) => one.documentId)
      : [business.documentId ?? fields.documentId]
  return spokenOf
    .map((documentId) => documentId.trim())
    .filter((documentId) => documentId !== '')
    .map((documentId) => ({
      way,
      letter: letterIdOf(workspace, { ...fields, documentId }, ''),
      documentId: documentId.slice(0, 300),
    }))
}

/** Whether it is a document of its own, with another number than those it speaks of, and so comes into the register itself. */
export function isOwnDocument(fields: DocumentFields, hasFiles: boolean): boolean {
  const { business, documentId } = fields
  if (business.type === BusinessType.new || business.type === BusinessType.replacement) return true
  return hasFiles && business.documentId !== undefined && business.documentId.trim() !== documentId.trim()
}

interface Notice {
  readonly fields: DocumentFields
  readonly content: LetterContent
  /** The letter it became; null: it is none. */
  readonly letter: string | null
  readonly files: readonly LetterFile[]
}

/** What a document message asks about each letter it speaks of. */
export function askedBy(workspace: string, { fields, content, letter, files }: Notice): readonly Asked[] {
  return concernsOf(workspace, fields).map((one) => {
    const isInPlace = one.way === 'correction' && letter === null && files.length > 0
    return {
      id: senderRequestId(one.letter, one.way, content.documentId),
      request: {
        way: one.way,
        letter: one.letter,
        from: content.from,
        to: content.to,
        about: citedIn(one.documentId),
        notice: {
          documentId: content.documentId,
          typeName: content.typeName,
          code: fullCode(fields.code).slice(0, 300),
          issuedOn: content.issuedOn,
          subject: content.subject,
          letter,
        },
        reason: (fields.business.reason ?? '').slice(0, 2000),
        update: isInPlace ? { content, files: [...files] } : null,
      },
    }
  })
}

/** What a status 13 asks: to have a document back. */
export function askedByStatus(
  workspace: string,
  { from, responseFor, description, at }: StatusFields,
  to: string,
  arrivedAt: string,
): Asked {
  const { issuedOn, code } = responseFor
  const named = responseFor.documentId?.trim() ?? ''
  const documentId =
    named === '' ? (issuedOn === undefined ? code : documentIdOf(from.organId, issuedOn, code)) : named
  const letter = letterIdOf(workspace, { from, documentId }, '')
  return {
    id: senderRequestId(letter, 'recall', at ?? arrivedAt),
    request: {
      way: 'recall',
      letter,
      from: { code: from.organId.slice(0, 64), name: from.name.slice(0, 1000) },
      to: to.slice(0, 64),
      about: {
        documentId: documentId.slice(0, 300),
        typeName: '',
        code: code.slice(0, 300),
        issuedOn: issuedOn ?? null,
      },
      notice: null,
      reason: (description ?? '').slice(0, 2000),
      update: null,
    },
  }
}

/** How the identifier of a document cites it; identifiers of other forms stand for themselves. */
function citedIn(documentId: string): Request['about'] {
  const parts = parseDocumentId(documentId)
  return {
    documentId,
    typeName: '',
    code: parts?.code ?? documentId,
    issuedOn: parts?.issuedOn ?? null,
  }
}
