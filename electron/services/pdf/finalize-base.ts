import { PDFDocument, PDFName, PDFWriter } from 'pdf-lib'
import type { PDFRef } from 'pdf-lib'
import type { FieldSpec } from '#shared/pdf/form-fields.ts'
import { checkCrossReference, checkFonts, checkPrint } from './base/check-base.ts'
import { compactObjects } from './base/compact-objects.ts'
import { setIdentity } from './base/document-identity.ts'
import type { DocumentMeta } from './base/document-meta.ts'
import { embedFieldFonts } from './base/field-fonts.ts'
import type { FieldFontFiles } from './base/field-fonts.ts'
import { matchPlaceholders, placeFields } from './base/field-widgets.ts'
import { giveListItemsBodies } from './base/list-bodies.ts'
import { markArtifacts } from './base/mark-artifacts.ts'
import { describeLinks, pageLinks } from './base/page-links.ts'

/** SignaturesExist + AppendOnly (ISO 32000-1, table 219), set before the first signature so that no signature changes the form. */
const SIG_FLAGS = 3
const OBJECTS_PER_TICK = 500

export interface BaseInput {
  /** The tagged print of Chromium, with a placeholder link per field. */
  readonly print: Uint8Array
  readonly meta: DocumentMeta
  /** All fields of the route, in the order of signing and drawing. */
  readonly fields: readonly FieldSpec[]
  readonly fonts: FieldFontFiles
  /** Beginnings of the font names the layout may use, such as `Tinos`. */
  readonly allowedFonts: readonly string[]
}

/** Puts the form in place of the placeholders; answers the content that left the structure with them. */
async function placeForm(
  document: PDFDocument,
  input: BaseInput,
): Promise<ReadonlyMap<PDFRef, ReadonlySet<number>>> {
  const { context, catalog } = document
  const links = pageLinks(document)
  const placeholders = matchPlaceholders(links, input.fields)
  const { widgets, orphans } = placeFields(document, placeholders, input.fields)
  const replaced = new Set(placeholders.values())
  describeLinks(
    links.filter((link) => !replaced.has(link)),
    input.meta.title,
  )
  if (widgets.length > 0) {
    const font = await embedFieldFonts(document, input.fields, input.fonts)
    const form = context.obj({ Fields: [...widgets], SigFlags: SIG_FLAGS, DR: { Font: font } })
    catalog.set(PDFName.of('AcroForm'), context.register(form))
  }
  return orphans
}

/**
 * Makes Chromium's print a PDF/A-3a and PDF/UA-1 file with every field of the route in place; after this the file only grows.
 * The same input makes the same bytes. Throws PdfError.
 */
export async function finalizeBase(input: BaseInput): Promise<Uint8Array> {
  const document = await PDFDocument.load(input.print, { updateMetadata: false })
  checkPrint(document)
  checkFonts(document, input.allowedFonts)
  const orphans = await placeForm(document, input)
  markArtifacts(document, orphans)
  giveListItemsBodies(document)
  setIdentity(document, input.meta, input.print)
  await document.flush()
  compactObjects(document.context)
  const bytes = await PDFWriter.forContext(document.context, OBJECTS_PER_TICK).serializeToBuffer()
  checkCrossReference(bytes)
  return bytes
}
