import { PdfStructureError } from './pdf-error.ts'
import type { LengthLookup, PdfIndirectObject } from './pdf-parser.ts'
import { dictionaryOf, integerOf, isKind, type PdfDictionary, type PdfValue } from './pdf-value.ts'
import type { XrefEntry, XrefSection } from './xref-section.ts'

/** What a revision reads objects from. */
export interface PdfObjectSource {
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  objectAt(offset: number, lengthOf: LengthLookup): PdfIndirectObject
  compressedAt(offset: number, container: PdfValue): readonly PdfIndirectObject[]
}

const MAX_REFERENCE_CHAIN = 32

/** The file as one of its cross-reference sections and those before it describe it. */
export class PdfRevision {
  readonly trailer: PdfDictionary
  readonly #source: PdfObjectSource
  readonly #newest: number
  #isReadingLength = false

  constructor(source: PdfObjectSource, newest: number) {
    const section = source.sections[newest]
    if (section === undefined) throw new RangeError('no such revision')
    this.trailer = section.trailer
    this.#source = source
    this.#newest = newest
  }

  /** Where the object stands in this revision; undefined if its number was never used. */
  entry(object: number): XrefEntry | undefined {
    for (let index = this.#newest; index < this.#source.sections.length; index += 1) {
      const entry = this.#source.sections[index]?.entries.get(object)
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** Names the very bytes an object is read from; undefined if there are none. Same place, same object. */
  place(object: number): string | undefined {
    const entry = this.entry(object)
    if (entry === undefined || entry.kind === 'free') return undefined
    if (entry.kind === 'offset') return String(entry.offset)
    const container = this.entry(entry.container)
    if (container?.kind !== 'offset') return undefined
    return `${container.offset}:${entry.index}`
  }

  /** Offset of an object that stands by itself, of its container else; undefined if there is none. */
  offset(object: number): number | undefined {
    const entry = this.entry(object)
    if (entry?.kind === 'offset') return entry.offset
    if (entry?.kind !== 'compressed') return undefined
    const container = this.entry(entry.container)
    return container?.kind === 'offset' ? container.offset : undefined
  }

  /** The object with its header; undefined if the number is free. Throws `PdfStructureError`. */
  object(object: number): PdfIndirectObject | undefined {
    const entry = this.entry(object)
    if (entry === undefined || entry.kind === 'free') return undefined
    const found = entry.kind === 'offset' ? this.#readAt(entry.offset) : this.#readCompressed(entry)
    const generation = entry.kind === 'offset' ? entry.generation : 0
    if (found.object !== object || found.generation !== generation) {
      throw new PdfStructureError('pdf.structure-unreadable', 'another object stands there')
    }
    return found
  }

  /** Follows references to what they stand for; null where nothing stands. Throws `PdfStructureError`. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value
    for (let steps = 0; isKind(current, 'reference'); steps += 1) {
      if (steps > MAX_REFERENCE_CHAIN)
        throw new PdfStructureError('pdf.structure-unreadable', 'references in a ring')
      const found = this.object(current.object)
      current = found?.generation === current.generation ? found.value : null
    }
    return current ?? null
  }

  /** The value of a key, references followed. Throws `PdfStructureError`. */
  get(owner: PdfDictionary | undefined, key: string): PdfValue {
    return this.resolve(owner?.entries.get(key))
  }

  /** The dictionary (or that of the stream) under a key; undefined for anything else. Throws `PdfStructureError`. */
  dictionary(owner: PdfDictionary | undefined, key: string): PdfDictionary | undefined {
    return dictionaryOf(this.get(owner, key))
  }

  /** The items of the array under a key, references in it not followed; none for anything else. */
  items(owner: PdfDictionary | undefined, key: string): readonly PdfValue[] {
    const value = this.get(owner, key)
    return isKind(value, 'array') ? value.items : []
  }

  /** The document catalog. Throws `PdfStructureError` if there is none. */
  get catalog(): PdfDictionary {
    const root = this.dictionary(this.trailer, 'Root')
    if (root === undefined) throw new PdfStructureError('pdf.structure-unreadable', 'no catalog')
    return root
  }

  /** A length that itself needs a length is not looked up: the keyword at the end of the stream counts then. */
  #readAt(offset: number): PdfIndirectObject {
    return this.#source.objectAt(offset, (reference) => {
      if (this.#isReadingLength) return undefined
      this.#isReadingLength = true
      try {
        return integerOf(this.resolve(reference))
      } finally {
        this.#isReadingLength = false
      }
    })
  }

  #readCompressed(entry: Extract<XrefEntry, { kind: 'compressed' }>): PdfIndirectObject {
    const container = this.entry(entry.container)
    const found =
      container?.kind === 'offset'
        ? this.#source.compressedAt(container.offset, this.#readAt(container.offset).value)[entry.index]
        : undefined
    if (found === undefined)
      throw new PdfStructureError('pdf.structure-unreadable', 'object stream misses an object')
    return found
  }
}
