import { concatBytes } from '#shared/kernel/bytes.ts'

const CURVE_ENTRIES = 1024
/** D50-adapted primaries and white of IEC 61966-2-1, as the ICC publishes them. */
const COLORANTS = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const

function u32(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => view.setUint32(4 * index, value))
  return bytes
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function s15Fixed16(value: number): number {
  return Math.round(value * 65536) >>> 0
}

function xyz(values: readonly number[]): Uint8Array {
  return concatBytes(ascii('XYZ '), u32(0, ...values.map(s15Fixed16)))
}

/** The sRGB transfer curve as a table of 16-bit values. */
function curve(): Uint8Array {
  const table = new Uint8Array(2 * CURVE_ENTRIES)
  const view = new DataView(table.buffer)
  for (let i = 0; i < CURVE_ENTRIES; i++) {
    const encoded = i / (CURVE_ENTRIES - 1)
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
    view.setUint16(2 * i, Math.round(linear * 65535))
  }
  return concatBytes(ascii('curv'), u32(0, CURVE_ENTRIES), table)
}

function description(text: string): Uint8Array {
  const unusedUnicodeAndScript = new Uint8Array(4 + 4 + 2 + 1 + 67)
  return concatBytes(ascii('desc'), u32(0, text.length + 1), ascii(`${text}\0`), unusedUnicodeAndScript)
}

function padded(bytes: Uint8Array): Uint8Array {
  return concatBytes(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4))
}

function header(size: number): Uint8Array {
  const bytes = new Uint8Array(128)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, size)
  view.setUint32(8, 0x02100000)
  bytes.set(ascii('mntrRGB XYZ '), 12)
  ;[2026, 1, 1].forEach((part, index) => view.setUint16(24 + 2 * index, part))
  bytes.set(ascii('acsp'), 36)
  bytes.set(u32(...COLORANTS.wtpt.map(s15Fixed16)), 68)
  return bytes
}

/** An ICC version 2.1 display profile of the sRGB colour space, built from the figures of the standard (ICC.1:1998-09). */
export function srgbProfile(): Uint8Array {
  const shared = curve()
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB')],
    ['cprt', concatBytes(ascii('text'), u32(0), ascii('Public domain\0'))],
    ['wtpt', xyz(COLORANTS.wtpt)],
    ['rXYZ', xyz(COLORANTS.rXYZ)],
    ['gXYZ', xyz(COLORANTS.gXYZ)],
    ['bXYZ', xyz(COLORANTS.bXYZ)],
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ]
  const table: Uint8Array[] = [u32(tags.length)]
  const bodies: Uint8Array[] = []
  const placed = new Map<Uint8Array, number>()
  let end = 128 + 4 + 12 * tags.length
  for (const [signature, content] of tags) {
    let at = placed.get(content)
    if (at === undefined) {
      at = end
      placed.set(content, at)
      bodies.push(padded(content))
      end += padded(content).length
    }
    table.push(ascii(signature), u32(at, content.length))
  }
  return concatBytes(header(end), ...table, ...bodies)
}
