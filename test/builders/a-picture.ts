import { crc32, deflateSync } from 'node:zlib'

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]
const CLEAR: Pixel = [0, 0, 0, 0]

function chunk(type: string, content: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + content.length)
  whole.writeUInt32BE(content.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length)
  return whole
}

/** A PNG from its header fields and its filtered rows, for any colour type. */
export function pngOf(
  header: { width: number; height: number; bits: number; type: number; interlace?: number },
  rows: Uint8Array,
  extra: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(header.width, 0)
  ihdr.writeUInt32BE(header.height, 4)
  ihdr.set([header.bits, header.type, 0, 0, header.interlace ?? 0], 8)
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', ihdr),
    ...Object.entries(extra).map(([type, content]) => chunk(type, content)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

/** An RGBA picture drawn pixel by pixel. */
export function drawPng(width: number, height: number, pixel: (x: number, y: number) => Pixel): Uint8Array {
  const rows = Buffer.alloc((4 * width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(pixel(x, y), y * (4 * width + 1) + 1 + 4 * x)
  }
  return pngOf({ width, height, bits: 8, type: 6 }, rows)
}

/** A scribble in blue on nothing. */
export function signaturePng(): Uint8Array {
  const wave = (x: number) => 100 + 60 * Math.sin(x / 28) * Math.cos(x / 76)
  return drawPng(450, 200, (x, y) => (Math.abs(y - wave(x)) < 5 ? [20, 40, 180, 255] : CLEAR))
}

/** Two red rings and a disc on nothing. */
export function sealPng(): Uint8Array {
  return drawPng(420, 420, (x, y) => {
    const r = Math.hypot(x - 210, y - 210)
    return (r > 196 && r < 205) || (r > 166 && r < 170) || r < 50 ? [214, 20, 20, 255] : CLEAR
  })
}
