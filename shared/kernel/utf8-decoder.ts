const CHUNK = 4096

/**
 * UTF-8 to text, piece by piece, strictly (RFC 3629): a sequence may be split between pieces, a wrong byte throws
 * `MalformedUtf8`.
 */
export class Utf8Decoder {
  #codePoint = 0
  #missing = 0
  #lowest = 0

  /** True when the last piece ended inside a character. */
  get isInsideCharacter(): boolean {
    return this.#missing > 0
  }

  decode(bytes: Uint8Array): string {
    let text = ''
    let units: number[] = []
    for (const byte of bytes) {
      const complete = this.#missing > 0 ? this.#continue(byte) : this.#begin(byte)
      if (complete < 0) continue
      if (complete > 0xffff) {
        units.push(0xd800 + ((complete - 0x10000) >> 10), 0xdc00 + ((complete - 0x10000) & 0x3ff))
      } else units.push(complete)
      if (units.length >= CHUNK) {
        text += String.fromCharCode(...units)
        units = []
      }
    }
    return units.length === 0 ? text : text + String.fromCharCode(...units)
  }

  #begin(byte: number): number {
    if (byte < 0x80) return byte
    if (byte >= 0xc2 && byte <= 0xdf) return this.#expect(1, byte & 0x1f, 0x80)
    if (byte >= 0xe0 && byte <= 0xef) return this.#expect(2, byte & 0x0f, 0x800)
    if (byte >= 0xf0 && byte <= 0xf4) return this.#expect(3, byte & 0x07, 0x10000)
    throw new MalformedUtf8(byte)
  }

  #expect(count: number, bits: number, lowest: number): number {
    this.#missing = count
    this.#codePoint = bits
    this.#lowest = lowest
    return -1
  }

  #continue(byte: number): number {
    if ((byte & 0xc0) !== 0x80) throw new MalformedUtf8(byte)
    this.#codePoint = (this.#codePoint << 6) | (byte & 0x3f)
    this.#missing--
    if (this.#missing > 0) return -1
    const point = this.#codePoint
    if (point < this.#lowest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
      throw new MalformedUtf8(byte)
    }
    return point
  }
}

/** A byte that UTF-8 does not allow where it stands. */
export class MalformedUtf8 extends Error {
  readonly byte: number

  constructor(byte: number) {
    super(`not UTF-8: byte 0x${byte.toString(16)}`)
    this.name = 'MalformedUtf8'
    this.byte = byte
  }
}
