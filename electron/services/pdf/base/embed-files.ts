import { PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Instant } from '#shared/kernel/instant.ts'
import { pdfDate } from '#shared/pdf/pdf-date.ts'
import type { EmbeddedFile } from '../pdf.port.ts'

/** Puts files into the PDF, each named in the tree of names and as associated with the document (ISO 19005-3, 6.8). */
export function embedFiles(document: PDFDocument, files: readonly EmbeddedFile[], at: Instant): void {
  if (files.length === 0) return
  const { context, catalog } = document
  const named = files
    .map((file) => ({ name: PDFHexString.fromText(file.name), ref: embedFile(document, file, at) }))
    .toSorted((a, b) => (a.name.asString() < b.name.asString() ? -1 : 1))
  const tree = context.obj({ EmbeddedFiles: { Names: named.flatMap(({ name, ref }) => [name, ref]) } })
  catalog.set(PDFName.of('Names'), context.register(tree))
  catalog.set(PDFName.of('AF'), context.obj(named.map(({ ref }) => ref)))
}

function embedFile({ context }: PDFDocument, file: EmbeddedFile, at: Instant): PDFRef {
  const date = PDFString.of(pdfDate(at))
  const content = context.flateStream(file.content, {
    Type: 'EmbeddedFile',
    Subtype: file.mediaType,
    Params: { Size: file.content.length, CreationDate: date, ModDate: date },
  })
  const stream = context.register(content)
  const name = PDFHexString.fromText(file.name)
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: name,
      UF: name,
      EF: { F: stream, UF: stream },
      Desc: PDFHexString.fromText(file.description ?? file.name),
      AFRelationship: 'Supplement',
    }),
  )
}
