import { deflateSync, inflateSync } from 'node:zlib'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MAX_PIXELS = 16_000_000
/** Signatures and seals are mostly empty: more effort makes them no smaller, only later. */
const FAST = { level: 2 } as const
/** PNG colour types (W3C PNG, 11.2.2) by samples per pixel; 3 is a palette. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A picture as PDF carries it: 8-bit samples, deflated; `alpha` is the soft mask. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly colorSpace: 'DeviceGray' | 'DeviceRGB'
  readonly color: Uint8Array
  readonly alpha: Uint8Array | undefined
}

interface Header {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly type: number
  readonly channels: number
}

function bad(problem: string): PdfError {
  return new PdfError(PdfErrorCode.badPicture, { problem })
}

function* chunks(png: Uint8Array): Generator<{ readonly type: string; readonly content: Uint8Array }> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const size = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (at + 12 + size > png.length) throw bad('cut-off')
    yield { type, content: png.subarray(at + 8, at + 8 + size) }
    at += 12 + size
  }
}

function readHeader(content: Uint8Array): Header {
  if (content.length < 13) throw bad('header')
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bits = 0, type = 0, , , interlace = 0] = content.subarray(8, 13)
  const channels = CHANNELS[type]
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bits)) throw bad('color-type')
  if (interlace !== 0) throw bad('interlaced')
  if (width === 0 || height === 0 || width * height > MAX_PIXELS) throw bad('size')
  return { width, height, bits, type, channels }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Undoes the row filters (W3C PNG, 9). */
function unfilter(filtered: Uint8Array, header: Header): Uint8Array {
  const rowBytes = Math.ceil((header.width * header.channels * header.bits) / 8)
  const step = Math.max(1, (header.channels * header.bits) / 8)
  if (filtered.length < (rowBytes + 1) * header.height) throw bad('cut-off')
  const rows = new Uint8Array(rowBytes * header.height)
  for (let y = 0; y < header.height; y++) {
    const from = y * (rowBytes + 1)
    const to = y * rowBytes
    const filter = filtered[from] ?? 0
    if (filter === 0) {
      rows.set(filtered.subarray(from + 1, from + 1 + rowBytes), to)
      continue
    }
    for (let x = 0; x < rowBytes; x++) {
      const raw = filtered[from + 1 + x] ?? 0
      const left = x >= step ? (rows[to + x - step] ?? 0) : 0
      const up = y > 0 ? (rows[to - rowBytes + x] ?? 0) : 0
      let predicted = 0
      if (filter === 1) predicted = left
      else if (filter === 2) predicted = up
      else if (filter === 3) predicted = (left + up) >> 1
      else if (filter === 4)
        predicted = paeth(left, up, x >= step && y > 0 ? (rows[to - rowBytes + x - step] ?? 0) : 0)
      else if (filter > 4) throw bad('filter')
      rows[to + x] = raw + predicted
    }
  }
  return rows
}

/** One sample per byte: 16-bit samples lose their low byte, smaller ones are spread to 0–255 unless they index a palette. */
function toBytes(rows: Uint8Array, header: Header): Uint8Array {
  const { width, height, channels, bits, type } = header
  if (bits === 8) return rows
  const samples = new Uint8Array(width * height * channels)
  if (bits === 16) {
    for (let i = 0; i < samples.length; i++) samples[i] = rows[2 * i] ?? 0
    return samples
  }
  const rowBytes = Math.ceil((width * bits) / 8)
  const scale = type === 3 ? 1 : 255 / (2 ** bits - 1)
  for (let i = 0; i < samples.length; i++) {
    const bit = (i % width) * bits
    const byte = rows[Math.floor(i / width) * rowBytes + (bit >> 3)] ?? 0
    samples[i] = ((byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1)) * scale
  }
  return samples
}

interface Planes {
  readonly color: Uint8Array
  readonly alpha: Uint8Array | undefined
}

function fromPalette(indexes: Uint8Array, palette: Uint8Array, transparency: Uint8Array | undefined): Planes {
  const color = new Uint8Array(indexes.length * 3)
  const alpha = transparency && new Uint8Array(indexes.length)
  indexes.forEach((index, i) => {
    color.set(palette.subarray(3 * index, 3 * index + 3), 3 * i)
    if (alpha) alpha[i] = transparency[index] ?? 255
  })
  return { color, alpha }
}

function splitAlpha(samples: Uint8Array, channels: number): Planes {
  const colors = channels - 1
  const pixels = samples.length / channels
  const color = new Uint8Array(pixels * colors)
  const alpha = new Uint8Array(pixels)
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < colors; c++) color[i * colors + c] = samples[i * channels + c] ?? 0
    alpha[i] = samples[i * channels + colors] ?? 0
  }
  return { color, alpha }
}

function planesOf(
  samples: Uint8Array,
  header: Header,
  palette?: Uint8Array,
  transparency?: Uint8Array,
): Planes {
  if (header.type === 3) {
    if (!palette) throw bad('palette')
    return fromPalette(samples, palette, transparency)
  }
  return header.type >= 4 ? splitAlpha(samples, header.channels) : { color: samples, alpha: undefined }
}

/** Reads a PNG of any colour type and depth, not interlaced. Throws PdfError `badPicture`. */
export function readPng(png: Uint8Array): Picture {
  if (!SIGNATURE.every((byte, index) => png[index] === byte)) throw bad('not-png')
  const parts = new Map<string, Uint8Array>()
  const compressed: Uint8Array[] = []
  for (const { type, content } of chunks(png)) {
    if (type === 'IDAT') compressed.push(content)
    else parts.set(type, content)
  }
  const header = readHeader(parts.get('IHDR') ?? new Uint8Array())
  const limit = (Math.ceil((header.width * header.channels * header.bits) / 8) + 1) * header.height
  let filtered: Uint8Array
  try {
    filtered = inflateSync(Buffer.concat(compressed), { maxOutputLength: limit })
  } catch {
    throw bad('compression')
  }
  const samples = toBytes(unfilter(filtered, header), header)
  const { color, alpha } = planesOf(samples, header, parts.get('PLTE'), parts.get('tRNS'))
  return {
    width: header.width,
    height: header.height,
    colorSpace: header.type === 0 || header.type === 4 ? 'DeviceGray' : 'DeviceRGB',
    color: deflateSync(color, FAST),
    alpha: alpha && deflateSync(alpha, FAST),
  }
}
