/** Why a file could not be read to its end; each is a rule id that verdicts carry. */
export type PdfRefusal =
  | 'pdf.not-a-pdf'
  | 'pdf.structure-unreadable'
  | 'pdf.filter-unsupported'
  | 'pdf.encrypted'
  | 'pdf.too-complex'

/** The bytes are not a PDF that can be judged: broken, encrypted, or built to exhaust its reader. */
export class PdfStructureError extends Error {
  override readonly name = 'PdfStructureError'
  readonly refusal: PdfRefusal

  constructor(refusal: PdfRefusal, detail: string) {
    super(`${refusal}: ${detail}`)
    this.refusal = refusal
  }
}
