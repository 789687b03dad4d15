import type { LocalDate } from '../../kernel/instant.ts'
import { readDate, writeDate } from './dates.ts'
import type { DocumentFields, ResponseFor } from './message.ts'

const ORGAN_ID = /^[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*$/
const LONGEST_ORGAN_ID = 35

/** True for both official forms (QCVN 102:2016; Decision 20/2020/QĐ-TTg) and what provincial axes add, up to 35 characters. */
export function isOrganId(text: string): boolean {
  return text.length <= LONGEST_ORGAN_ID && ORGAN_ID.test(text)
}

/** Codes are compared trimmed and without regard to case. */
export function organIdKey(organId: string): string {
  return organId.trim().toUpperCase()
}

/** True when both name the same organisation. */
export function sameOrganId(a: string, b: string): boolean {
  return organIdKey(a) === organIdKey(b)
}

/** The full code, `number/notation`. */
export function fullCode(code: { number: string; notation: string }): string {
  return `${code.number}/${code.notation}`
}

/** The canonical DocumentId: issuer, date of issue, full code. */
export function documentIdOf(organId: string, issuedOn: LocalDate, code: string): string {
  return `${organId},${writeDate(issuedOn)},${code}`
}

/** The parts of a canonical DocumentId; undefined for the many other forms, which are opaque. */
export interface DocumentIdParts {
  readonly organId: string
  /** Absent when the text is no day that exists. */
  readonly issuedOn?: LocalDate
  readonly code: string
}

/** Splits at the first two commas only. */
export function parseDocumentId(text: string): DocumentIdParts | undefined {
  const first = text.indexOf(',')
  const second = text.indexOf(',', first + 1)
  if (first < 0 || second < 0) return undefined
  const organId = text.slice(0, first).trim()
  const { date } = readDate(text.slice(first + 1, second).trim())
  if (!isOrganId(organId)) return undefined
  return { organId, ...(date === undefined ? {} : { issuedOn: date }), code: text.slice(second + 1).trim() }
}

/** How sure a `ResponseFor` is meant for a document: by id, by issuer, code and date, or by issuer and code alone. */
export type ResponseMatch = 'document-id' | 'code-and-date' | 'code'

/** The document side of `matchResponse`. */
export type AnsweredDocument = Pick<DocumentFields, 'documentId' | 'code' | 'issuedOn'> & { issuer: string }

/** Whether a `ResponseFor` means this document (identifiers: DocumentId first, then organisation, code and date). */
export function matchResponse(
  response: ResponseFor,
  document: AnsweredDocument,
  issuerInResponse: string = response.organId,
): ResponseMatch | undefined {
  const { documentId } = response
  if (documentId !== undefined && documentId !== '' && documentId === document.documentId)
    return 'document-id'
  if (!sameOrganId(issuerInResponse, document.issuer) || response.code !== fullCode(document.code))
    return undefined
  if (response.issuedOn !== undefined && response.issuedOn === document.issuedOn) return 'code-and-date'
  return 'code'
}
