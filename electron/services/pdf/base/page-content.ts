import { concatBytes } from '#shared/kernel/bytes.ts'
import { decodePDFRawStream, PDFArray, PDFRawStream } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

const NEWLINE = Uint8Array.of(10)

function decoded(context: PDFContext, object: PDFObject | undefined): Uint8Array {
  const stream = context.lookup(object)
  if (!(stream instanceof PDFRawStream)) throw new PdfError(PdfErrorCode.notPrinted, { part: 'content' })
  return decodePDFRawStream(stream).decode()
}

/** What a page's `/Contents` draws, one stream or several, decoded. */
export function pageContent(context: PDFContext, contents: PDFObject | undefined): Uint8Array {
  const value = context.lookup(contents)
  if (!(value instanceof PDFArray)) return decoded(context, contents)
  return concatBytes(...value.asArray().flatMap((part) => [decoded(context, part), NEWLINE]))
}
