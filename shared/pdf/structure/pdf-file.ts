import { PdfStructureError } from './pdf-error.ts'
import { decodeStream } from './pdf-filters.ts'
import { lastIndexOfKeyword, readUnsigned, skipSpace, standsAt } from './pdf-lexer.ts'
import { parseIndirectAt, parseValueAt, type PdfIndirectObject } from './pdf-parser.ts'
import { integerOf, isKind, nameOf, type PdfStream, type PdfValue } from './pdf-value.ts'
import { PdfRevision } from './pdf-revision.ts'
import { readXrefSection, type XrefSection } from './xref-section.ts'

const MAX_SECTIONS = 1024
const MAX_COMPRESSED_OBJECTS = 200_000
/** Readers look for the end of a file in its last kilobyte; beyond it they search the file for objects on their own. */
const TAIL_BYTES = 1024
/** Objects may overlap in a hostile file; together they are not parsed more often than this. */
const MAX_PARSED_RATIO = 16
const MIN_PARSE_BUDGET = 16 * 1024 * 1024

/** A PDF with all its revisions, read strictly by its cross-reference sections and never by guessing. */
export class PdfFile {
  readonly bytes: Uint8Array
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  /** Offset behind the last `%%EOF` and its line end; what stands there belongs to no revision. */
  readonly end: number
  readonly #objects = new Map<number, PdfIndirectObject>()
  readonly #containers = new Map<number, readonly PdfIndirectObject[]>()
  #parsedBytes = 0

  /** Throws `PdfStructureError`. */
  constructor(bytes: Uint8Array) {
    if (!standsAt(bytes, 0, '%PDF-')) {
      throw new PdfStructureError('pdf.not-a-pdf', 'no header')
    }
    this.bytes = bytes
    this.sections = readChain(bytes)
    this.end = endOfFile(bytes)
  }

  /** The file as it was when `sections[index]` was its newest section. */
  revision(index: number): PdfRevision {
    return new PdfRevision(this, index)
  }

  /** The object at the offset, whatever a cross-reference says of it. Throws `PdfStructureError`. */
  objectAt(offset: number, lengthOf: Parameters<typeof parseIndirectAt>[2]): PdfIndirectObject {
    const known = this.#objects.get(offset)
    if (known !== undefined) return known
    const object = parseIndirectAt(this.bytes, offset, lengthOf)
    this.#parsedBytes += object.end - offset
    if (this.#parsedBytes > Math.max(MIN_PARSE_BUDGET, this.bytes.length * MAX_PARSED_RATIO)) {
      throw new PdfStructureError('pdf.too-complex', 'objects overlap')
    }
    this.#objects.set(offset, object)
    return object
  }

  /** The objects of the object stream at the offset. Throws `PdfStructureError`. */
  compressedAt(offset: number, container: PdfValue): readonly PdfIndirectObject[] {
    const known = this.#containers.get(offset)
    if (known !== undefined) return known
    if (!isKind(container, 'stream') || nameOf(container.dictionary.entries.get('Type')) !== 'ObjStm') {
      throw new PdfStructureError('pdf.structure-unreadable', 'object stream expected')
    }
    const objects = readObjectStream(container)
    this.#containers.set(offset, objects)
    return objects
  }
}

/** Offset of the newest cross-reference section among the first `end` bytes. Throws `PdfStructureError`. */
export function newestXrefOffset(bytes: Uint8Array, end: number): number {
  return readUnsigned(bytes, skipSpace(bytes, newestStartXref(bytes, end) + 'startxref'.length)).value
}

function newestStartXref(bytes: Uint8Array, end: number): number {
  const at = lastIndexOfKeyword(bytes, 'startxref', end, Math.max(0, end - TAIL_BYTES))
  if (at < 0) throw new PdfStructureError('pdf.structure-unreadable', 'no startxref')
  return at
}

function readChain(bytes: Uint8Array): XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  let next: number | undefined = newestXrefOffset(bytes, bytes.length)
  while (next !== undefined) {
    if (seen.has(next)) throw new PdfStructureError('pdf.structure-unreadable', 'sections form a ring')
    if (sections.length >= MAX_SECTIONS) throw new PdfStructureError('pdf.too-complex', 'too many revisions')
    seen.add(next)
    const section: XrefSection = readXrefSection(bytes, next)
    sections.push(section)
    const previous = section.trailer.entries.get('Prev')
    next = integerOf(previous)
    if (next === undefined && previous !== undefined) {
      throw new PdfStructureError('pdf.structure-unreadable', 'previous section')
    }
  }
  return sections
}

function endOfFile(bytes: Uint8Array): number {
  const startXref = newestStartXref(bytes, bytes.length)
  const number = readUnsigned(bytes, skipSpace(bytes, startXref + 'startxref'.length))
  let at = number.end
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13) at += 1
  if (!standsAt(bytes, at, '%%EOF')) return number.end
  return endOfLine(bytes, at + '%%EOF'.length)
}

/** Offset behind one line end, if one stands at the offset. */
function endOfLine(bytes: Uint8Array, offset: number): number {
  if (bytes[offset] === 13) return bytes[offset + 1] === 10 ? offset + 2 : offset + 1
  return bytes[offset] === 10 ? offset + 1 : offset
}

function readObjectStream(stream: PdfStream): PdfIndirectObject[] {
  const count = integerOf(stream.dictionary.entries.get('N')) ?? -1
  const first = integerOf(stream.dictionary.entries.get('First')) ?? -1
  if (count < 0 || first < 0) throw new PdfStructureError('pdf.structure-unreadable', 'object stream header')
  if (count > MAX_COMPRESSED_OBJECTS)
    throw new PdfStructureError('pdf.too-complex', 'object stream too large')
  const data = decodeStream(stream)
  const objects: PdfIndirectObject[] = []
  let at = 0
  let parsed = 0
  for (let index = 0; index < count; index += 1) {
    const object = readUnsigned(data, skipSpace(data, at))
    const offset = readUnsigned(data, skipSpace(data, object.end))
    const { value, end } = parseValueAt(data, first + offset.value)
    parsed += end - first - offset.value
    if (parsed > data.length * 2) throw new PdfStructureError('pdf.too-complex', 'objects overlap')
    objects.push({ object: object.value, generation: 0, value, end })
    at = offset.end
  }
  return objects
}
