import { PdfStructureError } from './pdf-error.ts'
import { decodeStream } from './pdf-filters.ts'
import { isWhitespace, readUnsigned, skipSpace, standsAt } from './pdf-lexer.ts'
import { parseIndirectAt, parseValueAt } from './pdf-parser.ts'
import { integerOf, isKind, nameOf, type PdfDictionary, type PdfStream } from './pdf-value.ts'

/** Where an object stands, or that its number is free. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly container: number; readonly index: number }

/** One cross-reference section with its trailer (ISO 32000-2, 7.5.4 and 7.5.8). */
export interface XrefSection {
  readonly offset: number
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDictionary
}

const MAX_OBJECT_NUMBER = 8_388_607
const MAX_ENTRIES = 2_000_000
const FREE: XrefEntry = { kind: 'free' }

/** The section at the offset: a table, a table with a hidden stream beside it, or a stream. Throws `PdfStructureError`. */
export function readXrefSection(bytes: Uint8Array, offset: number): XrefSection {
  const start = skipSpace(bytes, offset)
  if (!standsAt(bytes, start, 'xref')) return readXrefStream(bytes, offset)
  const { entries, end } = readTable(bytes, start + 'xref'.length)
  const { value: trailer } = parseValueAt(bytes, end + 'trailer'.length)
  if (!isKind(trailer, 'dictionary') || trailer.hasDuplicateKeys) throw unreadable('trailer expected')
  const hidden = integerOf(trailer.entries.get('XRefStm'))
  if (hidden !== undefined) addHidden(entries, readXrefStream(bytes, hidden).entries)
  return { offset, entries, trailer }
}

function readTable(bytes: Uint8Array, offset: number): { entries: Map<number, XrefEntry>; end: number } {
  const entries = new Map<number, XrefEntry>()
  let at = skipSpace(bytes, offset)
  while (!standsAt(bytes, at, 'trailer')) {
    const first = readUnsigned(bytes, at)
    const count = readUnsigned(bytes, skipSpace(bytes, first.end))
    checkRange(first.value, count.value)
    at = count.end
    for (let index = 0; index < count.value; index += 1) {
      const position = readUnsigned(bytes, skipSpace(bytes, at))
      const generation = readUnsigned(bytes, skipSpace(bytes, position.end))
      const type = skipSpace(bytes, generation.end)
      addOnce(entries, first.value + index, tableEntry(bytes[type], position.value, generation.value))
      at = type + 1
      if (!isWhitespace(bytes[at])) throw unreadable('entry without end')
    }
    at = skipSpace(bytes, at)
  }
  return { entries, end: at }
}

/** A number listed twice in one section is read differently by different readers. */
function addOnce(entries: Map<number, XrefEntry>, object: number, entry: XrefEntry): void {
  if (entries.has(object)) throw unreadable('object listed twice')
  if (entries.size >= MAX_ENTRIES) throw new PdfStructureError('pdf.too-complex', 'too many objects')
  entries.set(object, entry)
}

function tableEntry(type: number | undefined, offset: number, generation: number): XrefEntry {
  if (type === 0x6e) return offset === 0 ? FREE : { kind: 'offset', offset, generation }
  if (type === 0x66) return FREE
  throw unreadable('entry neither in use nor free')
}

/** In a hybrid file the stream tells what the table hides as free (7.5.8.4). */
function addHidden(entries: Map<number, XrefEntry>, hidden: ReadonlyMap<number, XrefEntry>): void {
  for (const [object, entry] of hidden) {
    if ((entries.get(object) ?? FREE).kind === 'free') entries.set(object, entry)
  }
}

function readXrefStream(bytes: Uint8Array, offset: number): XrefSection {
  const { value } = parseIndirectAt(bytes, offset, () => undefined)
  if (!isKind(value, 'stream') || nameOf(value.dictionary.entries.get('Type')) !== 'XRef') {
    throw unreadable('cross-reference section expected')
  }
  if (value.dictionary.hasDuplicateKeys) throw unreadable('key twice in trailer')
  return { offset, entries: streamEntries(value), trailer: value.dictionary }
}

function streamEntries(stream: PdfStream): Map<number, XrefEntry> {
  const { entries: keys } = stream.dictionary
  const widths = numbersOf(stream, 'W')
  const [typeWidth = -1, secondWidth = -1, thirdWidth = -1] = widths
  if (widths.length < 3 || Math.min(...widths) < 0 || Math.max(...widths) > 8)
    throw unreadable('field widths')
  const size = integerOf(keys.get('Size')) ?? 0
  const ranges = keys.has('Index') ? numbersOf(stream, 'Index') : [0, size]
  const data = decodeStream(stream)
  const rowBytes = typeWidth + secondWidth + thirdWidth
  if (rowBytes === 0) throw unreadable('field widths')
  const entries = new Map<number, XrefEntry>()
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0
    const count = ranges[range + 1] ?? 0
    checkRange(first, count)
    for (let index = 0; index < count && at + rowBytes <= data.length; index += 1) {
      const type = typeWidth === 0 ? 1 : field(data, at, typeWidth)
      const second = field(data, at + typeWidth, secondWidth)
      const third = field(data, at + typeWidth + secondWidth, thirdWidth)
      addOnce(entries, first + index, streamEntry(type, second, third))
      at += rowBytes
    }
  }
  return entries
}

/** Entries of a type not known yet stand for the null object (7.5.8.3). */
function streamEntry(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'offset', offset: second, generation: third }
  return type === 2 ? { kind: 'compressed', container: second, index: third } : FREE
}

function field(data: Uint8Array, offset: number, width: number): number {
  let value = 0
  for (let at = offset; at < offset + width; at += 1) value = value * 256 + (data[at] ?? 0)
  if (!Number.isSafeInteger(value)) throw unreadable('field too large')
  return value
}

function numbersOf(stream: PdfStream, key: string): number[] {
  const value = stream.dictionary.entries.get(key)
  if (!isKind(value, 'array')) throw unreadable(key)
  return value.items.map((item) => integerOf(item) ?? -1)
}

function checkRange(first: number, count: number): void {
  if (first < 0 || count < 0 || first + count > MAX_OBJECT_NUMBER + 1)
    throw unreadable('object number too large')
}

function unreadable(detail: string): PdfStructureError {
  return new PdfStructureError('pdf.structure-unreadable', detail)
}
