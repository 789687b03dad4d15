/** A TrueType font taken apart as far as drawing needs it (OpenType 1.9, chapters cmap, glyf, head, hhea, hmtx, loca, maxp). */
export interface TrueTypeFont {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  /** xMin, yMin, xMax, yMax. */
  readonly box: readonly [number, number, number, number]
  readonly tables: ReadonlyMap<string, Uint8Array>
  /** Glyph of a UTF-16 code unit; 0 when the font has none. */
  glyphOf(codeUnit: number): number
  /** Advance and left bearing as they stand in `hmtx`, each two bytes. */
  metricsOf(glyph: number): { readonly advance: number; readonly bearing: number }
  /** Outline data; empty for a blank. */
  outlineOf(glyph: number): Uint8Array
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readTables(file: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(file)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    const start = view.getUint32(at + 8)
    tables.set(tag, file.subarray(start, start + view.getUint32(at + 12)))
  }
  return tables
}

function table(tables: ReadonlyMap<string, Uint8Array>, tag: string): DataView {
  const bytes = tables.get(tag)
  if (!bytes) throw new RangeError(`font without ${tag}`)
  return viewOf(bytes)
}

/** The Unicode map in format 4: segments of code units (cmap, format 4). */
function characterMap(cmap: DataView): (codeUnit: number) => number {
  let at = -1
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const record = 4 + 8 * i
    const offset = cmap.getUint32(record + 4)
    if (cmap.getUint16(record) === 3 && cmap.getUint16(record + 2) === 1 && cmap.getUint16(offset) === 4)
      at = offset
  }
  if (at < 0) throw new RangeError('font without a Unicode map')
  const doubled = cmap.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + doubled]
  return (codeUnit) => {
    for (let i = 0; i < doubled; i += 2) {
      if (codeUnit > cmap.getUint16(ends + i)) continue
      if (codeUnit < cmap.getUint16(starts + i)) return 0
      const delta = cmap.getUint16(starts + doubled + i)
      const rangeAt = starts + 2 * doubled + i
      const range = cmap.getUint16(rangeAt)
      if (range === 0) return (codeUnit + delta) & 0xffff
      const glyph = cmap.getUint16(rangeAt + range + 2 * (codeUnit - cmap.getUint16(starts + i)))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

/** Reads a font file with TrueType outlines. Throws RangeError on anything else. */
export function readTrueType(file: Uint8Array): TrueTypeFont {
  // A runtime's own kind of bytes may share memory where `slice` ought to copy.
  const tables = readTables(new Uint8Array(file.buffer, file.byteOffset, file.length))
  const [head, hhea, hmtx, loca] = ['head', 'hhea', 'hmtx', 'loca'].map((tag) => table(tables, tag)) as [
    DataView,
    DataView,
    DataView,
    DataView,
  ]
  const glyf = tables.get('glyf') ?? new Uint8Array()
  const isLong = head.getInt16(50) === 1
  const offsetOf = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const longMetrics = hhea.getUint16(34)
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    tables,
    glyphOf: characterMap(table(tables, 'cmap')),
    metricsOf: (glyph) => {
      const last = Math.min(glyph, longMetrics - 1)
      const bearingAt = glyph < longMetrics ? 4 * glyph + 2 : 4 * longMetrics + 2 * (glyph - longMetrics)
      return { advance: hmtx.getUint16(4 * last), bearing: hmtx.getInt16(bearingAt) }
    },
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
  }
}
