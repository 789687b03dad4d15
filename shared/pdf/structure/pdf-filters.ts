import { Inflate } from 'fflate'
import { concatBytes } from '../../kernel/bytes.ts'
import { PdfStructureError } from './pdf-error.ts'
import {
  dictionaryOf,
  integerOf,
  isKind,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './pdf-value.ts'

/** Cross-reference and object streams larger than this are built to exhaust their reader. */
const MAX_DECODED_BYTES = 32 * 1024 * 1024
const INPUT_STEP_BYTES = 16 * 1024

/**
 * Undoes the filters of a cross-reference or object stream: none or Flate, with or without predictor. Throws
 * `PdfStructureError` for other filters, damaged data and data that unpacks beyond 32 MiB.
 */
export function decodeStream(stream: PdfStream): Uint8Array {
  const filters = listOf(stream.dictionary.entries.get('Filter'))
  const parameters = listOf(stream.dictionary.entries.get('DecodeParms'))
  if (filters.length > 2) throw new PdfStructureError('pdf.filter-unsupported', 'too many filters')
  return filters.reduce<Uint8Array>((data, filter, index) => {
    if (nameOf(filter) !== 'FlateDecode') {
      throw new PdfStructureError('pdf.filter-unsupported', nameOf(filter) ?? 'no name')
    }
    const inflated = inflate(data)
    const settings = dictionaryOf(parameters[index])
    return settings === undefined ? inflated : undoPredictor(inflated, settings)
  }, stream.raw)
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return []
  return isKind(value, 'array') ? value.items : [value]
}

/** zlib data without its two-octet header; the input goes in by steps so that a bomb is noticed while it grows. */
function inflate(data: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflater = new Inflate((chunk) => {
    size += chunk.length
    if (size > MAX_DECODED_BYTES) throw new PdfStructureError('pdf.too-complex', 'stream unpacks too large')
    chunks.push(chunk)
  })
  try {
    for (let at = 2; at < data.length; at += INPUT_STEP_BYTES) {
      inflater.push(data.subarray(at, at + INPUT_STEP_BYTES), at + INPUT_STEP_BYTES >= data.length)
    }
  } catch (error) {
    if (error instanceof PdfStructureError) throw error
    throw new PdfStructureError('pdf.structure-unreadable', 'flate data damaged')
  }
  return concatBytes(...chunks)
}

function undoPredictor(data: Uint8Array, settings: PdfDictionary): Uint8Array {
  const predictor = integerOf(settings.entries.get('Predictor')) ?? 1
  if (predictor === 1) return data
  const columns = integerOf(settings.entries.get('Columns')) ?? 1
  const colors = integerOf(settings.entries.get('Colors')) ?? 1
  const bits = integerOf(settings.entries.get('BitsPerComponent')) ?? 8
  if (predictor < 10 || bits !== 8 || columns < 1 || colors < 1 || columns * colors > 65_536) {
    throw new PdfStructureError('pdf.filter-unsupported', 'predictor')
  }
  return undoPng(data, columns * colors, colors)
}

/** PNG filters (RFC 2083, 6) of rows of `rowBytes`, each behind its filter octet. */
function undoPng(data: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows = Math.ceil(data.length / (rowBytes + 1))
  const out = new Uint8Array(rows * rowBytes)
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (rowBytes + 1)] ?? 0
    for (let column = 0; column < rowBytes; column += 1) {
      const at = row * rowBytes + column
      const left = column >= pixelBytes ? (out[at - pixelBytes] ?? 0) : 0
      const above = row > 0 ? (out[at - rowBytes] ?? 0) : 0
      const corner = row > 0 && column >= pixelBytes ? (out[at - rowBytes - pixelBytes] ?? 0) : 0
      out[at] = (data[row * (rowBytes + 1) + 1 + column] ?? 0) + predict(filter, left, above, corner)
    }
  }
  return out
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4: {
      const estimate = left + above - corner
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) =>
        Math.abs(estimate - value),
      ) as [number, number, number]
      if (toLeft <= toAbove && toLeft <= toCorner) return left
      return toAbove <= toCorner ? above : corner
    }
    default:
      throw new PdfStructureError('pdf.structure-unreadable', 'unknown row filter')
  }
}
