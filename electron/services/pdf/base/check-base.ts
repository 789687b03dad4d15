import { PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

const SUBSET_TAG = /^[A-Z]{6}\+/

/** Refuses a print in which Chromium fell back to a font the layout does not name, or drew glyphs as pictures (Type 3). */
export function checkFonts(document: PDFDocument, allowed: readonly string[]): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.get(PDFName.of('Subtype')) === PDFName.of('Type3')) {
      throw new PdfError(PdfErrorCode.fontNotAllowed, { font: 'Type3' })
    }
    const name = object.get(PDFName.of('FontName'))
    if (!(name instanceof PDFName)) continue
    const family = name.decodeText().replace(SUBSET_TAG, '')
    if (!allowed.some((prefix) => family.startsWith(prefix))) {
      throw new PdfError(PdfErrorCode.fontNotAllowed, { font: family })
    }
  }
}

/** Refuses input that is no fresh tagged print: signing fields or several revisions mean that someone was there before. */
export function checkPrint(document: PDFDocument): void {
  const { catalog } = document
  const lang = catalog.lookup(PDFName.of('Lang'))
  const hasLanguage = lang instanceof PDFString || lang instanceof PDFHexString
  const marked =
    catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))?.toString() === 'true'
  if (!hasLanguage || !marked) throw new PdfError(PdfErrorCode.notPrinted, { part: 'tags' })
  if (catalog.has(PDFName.of('AcroForm'))) throw new PdfError(PdfErrorCode.notPrinted, { part: 'form' })
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** The file must end in one cross-reference table of one subsection that names every object: viewers reject signatures else. */
export function checkCrossReference(bytes: Uint8Array): void {
  const tail = latin(bytes.subarray(-64))
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const table = latin(bytes.subarray(start, start + 40))
  const count = Number(/^xref\n0 (\d+)\n/.exec(table)?.[1] ?? Number.NaN)
  const behind = start + `xref\n0 ${count}\n`.length + 20 * count
  if (!/^\s*trailer/.test(latin(bytes.subarray(behind, behind + 9)))) {
    throw new PdfError(PdfErrorCode.notPrinted, { part: 'cross-reference' })
  }
}
