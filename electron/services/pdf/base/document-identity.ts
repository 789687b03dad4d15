import { PDFDict, PDFHeader, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { toHex } from '#shared/kernel/bytes.ts'
import { sha256 } from '#shared/kernel/hash.ts'
import { pdfDate } from '#shared/pdf/pdf-date.ts'
import type { DocumentMeta } from '../pdf.port.ts'
import { srgbProfile } from './srgb-profile.ts'
import { xmpPacket } from './xmp.ts'

const ID_BYTES = 16

function text(value: string): PDFHexString {
  return PDFHexString.fromText(value.normalize('NFC'))
}

function setInfo(document: PDFDocument, meta: DocumentMeta): void {
  const info = PDFDict.withContext(document.context)
  info.set(PDFName.of('Title'), text(meta.title))
  if (meta.author !== undefined) info.set(PDFName.of('Author'), text(meta.author))
  if (meta.subject !== undefined) info.set(PDFName.of('Subject'), text(meta.subject))
  for (const key of ['Creator', 'Producer']) info.set(PDFName.of(key), text(meta.tool))
  for (const key of ['CreationDate', 'ModDate'])
    info.set(PDFName.of(key), PDFString.of(pdfDate(meta.createdAt)))
  document.context.trailerInfo.Info = document.context.register(info)
}

/** Device colours need an output intent to mean anything (ISO 19005-3, 6.2.3). */
function setOutputIntent(document: PDFDocument): void {
  const { context } = document
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile })
  for (const key of ['OutputConditionIdentifier', 'Info'])
    intent.set(PDFName.of(key), PDFString.of('sRGB IEC61966-2.1'))
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

/**
 * Title, dates, colour space, metadata and file identifier. The identifier comes from the print and the metadata, so that the
 * same input makes the same file.
 */
export function setIdentity(document: PDFDocument, meta: DocumentMeta, print: Uint8Array): void {
  const { context, catalog } = document
  context.header = PDFHeader.forVersion(1, 7)
  catalog.delete(PDFName.of('Version'))
  catalog.set(PDFName.of('Lang'), PDFString.of(meta.language))
  setInfo(document, meta)
  setOutputIntent(document)
  const packet = xmpPacket(meta)
  const metadata = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
  const digest = sha256(new Uint8Array([...sha256(print), ...sha256(packet)])).subarray(0, ID_BYTES)
  const identifier = PDFHexString.of(toHex(digest))
  context.trailerInfo.ID = context.obj([identifier, identifier])
}
