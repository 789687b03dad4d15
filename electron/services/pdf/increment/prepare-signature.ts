import { createHash } from 'node:crypto'
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { pdfDate } from '#shared/pdf/pdf-date.ts'
import type { SignatureRequest } from '../pdf.port.ts'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'
import { drawSignature } from './appearance.ts'
import { fieldLockReference, refuseLocked } from './field-locks.ts'
import { fillTextField } from './fill-text-field.ts'
import { emptyField, openForm } from './open-form.ts'
import type { FormField, OpenForm } from './open-form.ts'
import { pdfText } from './pdf-text.ts'

/** Room for the CMS: with a time stamp and both chains it takes some 9 kB. */
const PLACE_BYTES = 32 * 1024
const OPEN_NUMBER = 9_999_999_999
const OPEN_RANGE = `[0 ${OPEN_NUMBER} ${OPEN_NUMBER} ${OPEN_NUMBER}]`

/** A file with an empty place for a CMS between `gapStart` (`<`) and `gapEnd` (behind `>`); `digest` covers all the rest. */
export interface PreparedSignature {
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
  readonly gapStart: number
  readonly gapEnd: number
}

function signatureDictionary(open: OpenForm, field: FormField, request: SignatureRequest): PdfDict {
  const dictionary = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: PdfArray.of(...[0, OPEN_NUMBER, OPEN_NUMBER, OPEN_NUMBER].map((value) => PdfNumber.of(value))),
    Contents: PdfString.fromBytes(new Uint8Array(PLACE_BYTES)),
    M: new PdfString(new TextEncoder().encode(pdfDate(request.time)), 'literal'),
  })
  if (request.reason !== undefined) dictionary.set('Reason', pdfText(request.reason))
  const reference = fieldLockReference(field.widget.getDict('Lock', open.resolve), open)
  if (reference) dictionary.set('Reference', reference)
  return dictionary
}

/** Writes the real byte range over the open one and hashes what it covers. */
function closeRange(bytes: Uint8Array, incrementStart: number): PreparedSignature {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rangeAt = buffer.indexOf(OPEN_RANGE, incrementStart, 'latin1')
  const gapStart = buffer.indexOf(`<${'0'.repeat(2 * PLACE_BYTES)}>`, incrementStart, 'latin1')
  if (rangeAt < 0 || gapStart < 0) throw new PdfError(PdfErrorCode.notExtendable, { blocker: 'no-place' })
  const gapEnd = gapStart + 2 * PLACE_BYTES + 2
  const range = `[0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd}]`.padEnd(OPEN_RANGE.length)
  buffer.write(range, rangeAt, 'latin1')
  const digest = createHash('sha256')
    .update(bytes.subarray(0, gapStart))
    .update(bytes.subarray(gapEnd))
    .digest()
  return { bytes, digest: new Uint8Array(digest), gapStart, gapEnd }
}

/**
 * Appends one signature without its CMS: values, appearance, dictionary, nothing else. Everything before stays byte for byte.
 * Throws PdfError: field missing, taken, locked, value too wide, file that cannot grow.
 */
export async function prepareSignature(request: SignatureRequest): Promise<PreparedSignature> {
  const open = await openForm(request.bytes)
  const fill = Object.entries(request.fill ?? {})
  const field = emptyField(open, request.field, 'Sig')
  refuseLocked(open, [request.field, ...fill.map(([name]) => name)])
  for (const [name, value] of fill) fillTextField(open, emptyField(open, name, 'Tx'), value)
  drawSignature(open, field, request.appearance)
  field.widget.set('V', open.pdf.context.register(signatureDictionary(open, field, request)))
  const saved = await open.pdf.save({ incremental: true })
  if (Buffer.compare(saved.subarray(0, request.bytes.length), request.bytes) !== 0) {
    throw new PdfError(PdfErrorCode.notExtendable, { blocker: 'rewritten' })
  }
  return closeRange(saved, request.bytes.length)
}
