import { PDFDocument, PDFName, PDFWriter } from 'pdf-lib'
import type { PDFRef } from 'pdf-lib'
import { alignTextPlaceholders } from './base/base-lines.ts'
import { checkCrossReference, checkFonts, checkPrint } from './base/check-base.ts'
import { compactObjects } from './base/compact-objects.ts'
import { setIdentity } from './base/document-identity.ts'
import { embedFiles } from './base/embed-files.ts'
import { embedFieldFonts } from './base/field-fonts.ts'
import { matchPlaceholders, placeFields } from './base/field-widgets.ts'
import { giveListItemsBodies } from './base/list-bodies.ts'
import { markArtifacts } from './base/mark-artifacts.ts'
import { describeLinks, pageLinks } from './base/page-links.ts'
import type { BaseInput } from './pdf.port.ts'

/** SignaturesExist + AppendOnly (ISO 32000-1, table 219), set before the first signature so that no signature changes the form. */
const SIG_FLAGS = 3
const OBJECTS_PER_TICK = 500

/** Puts the form in place of the placeholders; answers the content that left the structure with them. */
function placeForm(document: PDFDocument, input: BaseInput): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const { context, catalog } = document
  const links = pageLinks(document)
  const placeholders = matchPlaceholders(links, input.fields)
  alignTextPlaceholders(document, placeholders, input.fonts)
  const { widgets, orphans } = placeFields(document, placeholders, input.fields)
  const replaced = new Set(placeholders.values())
  describeLinks(
    links.filter((link) => !replaced.has(link)),
    input.meta.title,
  )
  if (widgets.length > 0) {
    const font = embedFieldFonts(context, input.fields, input.fonts)
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
  const orphans = placeForm(document, input)
  markArtifacts(document, orphans)
  giveListItemsBodies(document)
  embedFiles(document, input.embedded ?? [], input.meta.createdAt)
  setIdentity(document, input.meta, input.print)
  await document.flush()
  compactObjects(document.context)
  const bytes = await PDFWriter.forContext(document.context, OBJECTS_PER_TICK).serializeToBuffer()
  checkCrossReference(bytes)
  return bytes
}
