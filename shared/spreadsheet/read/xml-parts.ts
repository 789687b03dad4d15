import { SaxesParser } from 'saxes'
import { pureTools } from '../../exchange/edxml/content-tools.ts'
import { inflateEntry } from '../../exchange/edxml/inflate-entry.ts'
import { MalformedUtf8, Utf8Decoder } from '../../kernel/utf8-decoder.ts'
import { readZipDirectory, type ReadAt, type ZipEntry } from '../../exchange/edxml/zip-archive.ts'
import { SheetRefusal } from './read-sheet.ts'

/** Packed XML is seldom a twentieth of its size; a bomb is a thousandth. */
const MOST_RATIO = 150
const RATIO_FREE_BYTES = 8 * 1024 * 1024

/** What happens in a part, by local names; prefixes differ from program to program. */
export interface PartHandler {
  readonly open?: (name: string, attribute: (local: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** The parts of an Office Open XML package (ECMA-376 part 2) by name. */
export class XmlParts {
  readonly #read: ReadAt
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #partBytes: number

  private constructor(read: ReadAt, entries: ReadonlyMap<string, ZipEntry>, partBytes: number) {
    this.#read = read
    this.#entries = entries
    this.#partBytes = partBytes
  }

  /** Throws SheetRefusal `broken` when the package cannot be listed. */
  static async open(bytes: Uint8Array, partBytes: number): Promise<XmlParts> {
    const read: ReadAt = (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length))
    const directory = await readZipDirectory(read, bytes.length)
    if (directory === undefined) throw new SheetRefusal('broken')
    const entries = new Map(directory.entries.map((entry) => [entry.name.toLowerCase(), entry]))
    return new XmlParts(read, entries, partBytes)
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /** Parses a part piece by piece. Throws SheetRefusal `broken` or `too-large`, and whatever the handler throws. */
  async parse(name: string, handler: PartHandler): Promise<void> {
    const entry = this.#entries.get(name.toLowerCase())
    if (entry === undefined || entry.isEncrypted) throw new SheetRefusal('broken')
    const parser = parserOf(handler)
    const utf8 = new Utf8Decoder()
    const outcome = await inflateEntry(
      this.#read,
      entry,
      { sizeBytes: this.#partBytes, ratio: MOST_RATIO, ratioFreeBytes: RATIO_FREE_BYTES },
      pureTools.inflateRaw,
      (piece) => {
        parser.write(decoded(utf8, piece))
        return Promise.resolve()
      },
    )
    if (outcome === 'limit') throw new SheetRefusal('too-large')
    if (outcome === 'broken') throw new SheetRefusal('broken')
    parser.close()
  }
}

function parserOf({ open, close, text }: PartHandler): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new SheetRefusal('broken')
  })
  parser.on('doctype', () => {
    throw new SheetRefusal('broken')
  })
  if (open !== undefined)
    parser.on('opentag', ({ name, attributes }) => {
      const attribute = (local: string): string | undefined => {
        if (attributes[local] !== undefined) return attributes[local]
        const prefixed = Object.keys(attributes).find((one) => localName(one) === local)
        return prefixed === undefined ? undefined : attributes[prefixed]
      }
      open(localName(name), attribute)
    })
  if (close !== undefined) parser.on('closetag', ({ name }) => close(localName(name)))
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

function decoded(utf8: Utf8Decoder, piece: Uint8Array): string {
  try {
    return utf8.decode(piece)
  } catch (error) {
    throw error instanceof MalformedUtf8 ? new SheetRefusal('broken') : error
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
