import { concatBytes } from '../../kernel/bytes.ts'
import type { TrueTypeFont } from './true-type.ts'

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080
const KEPT_TABLES = ['cvt ', 'fpgm', 'prep']
/** The whole file must add up to this (OpenType, head, checksumAdjustment). */
const FILE_SUM = 0xb1b0afba

/** A small font file and where each code unit went: glyph numbers of the new file. */
export interface FontSubset {
  readonly file: Uint8Array
  readonly glyphs: ReadonlyMap<number, number>
  /** Advance by glyph of the new file, in font units. */
  readonly advances: readonly number[]
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Where an outline that is put together from others names them (glyf, composite glyph). */
function componentPositions(outline: Uint8Array): number[] {
  const view = viewOf(outline)
  if (outline.length < 10 || view.getInt16(0) >= 0) return []
  const positions: number[] = []
  let at = 10
  for (let flags = MORE; (flags & MORE) !== 0;) {
    flags = view.getUint16(at)
    positions.push(at + 2)
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2)
    if ((flags & SCALE) !== 0) at += 2
    else if ((flags & TWO_SCALES) !== 0) at += 4
    else if ((flags & MATRIX) !== 0) at += 8
  }
  return positions
}

function padded(bytes: Uint8Array): Uint8Array {
  return concatBytes(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4))
}

function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

/** A font file from its tables, with the checksums the format asks for. */
function fontFile(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = new Uint8Array(12 + 16 * sorted.length)
  const view = viewOf(directory)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  ;[sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, index) =>
    view.setUint16(4 + 2 * index, value),
  )
  let at = directory.length
  const bodies = sorted.map(([tag, content], index) => {
    const body = padded(content)
    const record = 12 + 16 * index
    directory.set(
      Array.from(tag, (letter) => letter.charCodeAt(0)),
      record,
    )
    ;[sumOf(body), at, content.length].forEach((value, part) => view.setUint32(record + 4 + 4 * part, value))
    at += body.length
    return body
  })
  const file = concatBytes(directory, ...bodies)
  const headAt = 12 + 16 * sorted.findIndex(([tag]) => tag === 'head')
  viewOf(file).setUint32(view.getUint32(headAt + 8) + 8, (FILE_SUM - sumOf(file)) >>> 0)
  return file
}

function changed(
  font: TrueTypeFont,
  tag: string,
  change: (view: DataView) => void,
): readonly [string, Uint8Array] {
  const copy = (font.tables.get(tag) ?? new Uint8Array()).slice()
  change(viewOf(copy))
  return [tag, copy]
}

/**
 * Keeps the glyphs of `text` and those they are put together from, numbered anew from 1; `loca` is always long, since a short one
 * needs even offsets.
 */
export function subsetTrueType(font: TrueTypeFont, text: string): FontSubset {
  const order = [0]
  const numberOf = new Map([[0, 0]])
  const keep = (glyph: number): number => {
    const known = numberOf.get(glyph)
    if (known !== undefined) return known
    numberOf.set(glyph, order.length)
    return order.push(glyph) - 1
  }
  const glyphs = new Map<number, number>()
  for (let i = 0; i < text.length; i++) {
    const glyph = font.glyphOf(text.charCodeAt(i))
    if (glyph !== 0) glyphs.set(text.charCodeAt(i), keep(glyph))
  }
  const outlines: Uint8Array[] = []
  for (const glyph of order) {
    const outline = font.outlineOf(glyph).slice()
    const view = viewOf(outline)
    for (const at of componentPositions(outline)) view.setUint16(at, keep(view.getUint16(at)))
    outlines.push(padded(outline))
  }
  const loca = new DataView(new ArrayBuffer(4 * (order.length + 1)))
  const hmtx = new DataView(new ArrayBuffer(4 * order.length))
  const advances = order.map((glyph, index) => {
    const { advance, bearing } = font.metricsOf(glyph)
    hmtx.setUint16(4 * index, advance)
    hmtx.setInt16(4 * index + 2, bearing)
    loca.setUint32(4 * (index + 1), loca.getUint32(4 * index) + (outlines[index]?.length ?? 0))
    return advance
  })
  const file = fontFile([
    changed(font, 'head', (head) => {
      head.setUint32(8, 0)
      head.setInt16(50, 1)
    }),
    changed(font, 'hhea', (hhea) => hhea.setUint16(34, order.length)),
    changed(font, 'maxp', (maxp) => maxp.setUint16(4, order.length)),
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['glyf', concatBytes(...outlines)],
    ...KEPT_TABLES.flatMap((tag) => {
      const content = font.tables.get(tag)
      return content ? [[tag, content] as const] : []
    }),
  ])
  return { file, glyphs, advances }
}
