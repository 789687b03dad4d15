/** Why a PDF could not be finished or signed. Each stops before any byte is handed on. */
export const PdfErrorCode = {
  /** The engine's print is not what the pipeline expects (not tagged, encrypted, several revisions). */
  notPrinted: 'pdf.not-printed',
  /** A font was substituted or is a Type 3 font: the template or the machine lacks a face. */
  fontNotAllowed: 'pdf.font-not-allowed',
  /** A declared field has no placeholder, two placeholders, or a placeholder has content or no declaration. */
  fieldPlaceholder: 'pdf.field-placeholder',
  /** No such field in the file, or of another kind. */
  fieldMissing: 'pdf.field-missing',
  /** The field already holds a signature or a value. */
  fieldTaken: 'pdf.field-taken',
  /** An earlier signature closed the field. */
  fieldLocked: 'pdf.field-locked',
  /** A value does not fit into its field. */
  valueTooWide: 'pdf.value-too-wide',
  /** A character is not in the font that was embedded for text fields. */
  characterMissing: 'pdf.character-missing',
  /** The picture is not a PNG that PDF can carry. */
  badPicture: 'pdf.bad-picture',
  /** The file cannot take an incremental update, so signing would destroy earlier signatures. */
  notExtendable: 'pdf.not-extendable',
  /** The signature does not fit the place kept for it. */
  placeTooSmall: 'pdf.place-too-small',
  /** The finished file failed its own check and was thrown away. */
  selfCheckFailed: 'pdf.self-check-failed',
} as const
export type PdfErrorCode = (typeof PdfErrorCode)[keyof typeof PdfErrorCode]

export class PdfError extends Error {
  readonly code: PdfErrorCode
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: PdfErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.name = 'PdfError'
    this.code = code
    this.facts = facts
  }
}
