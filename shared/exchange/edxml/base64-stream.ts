const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE_MARK = 64
const INVALID = -1
const BLANK = -2
const PAD = -3

const VALUES = new Int8Array(256).fill(INVALID)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value
VALUES[0x2d] = 62 | URL_SAFE_MARK
VALUES[0x5f] = 63 | URL_SAFE_MARK
for (const blank of [0x20, 0x09, 0x0a, 0x0d]) VALUES[blank] = BLANK
VALUES[0x3d] = PAD

const LETTERS = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))

/** What was unusual in a base64 body. None of it is an error. */
export interface Base64Findings {
  wrapped: boolean
  urlSafe: boolean
  unpadded: boolean
  invalidCharacters: number
  dataAfterPadding: boolean
}

/**
 * Base64 to bytes, piece by piece, as forgiving as the readers in the field: blanks, the URL-safe alphabet and missing padding
 * are taken, characters outside the alphabet skipped and counted, everything behind the padding ignored.
 */
export class Base64Decoder {
  readonly findings: Base64Findings = {
    wrapped: false,
    urlSafe: false,
    unpadded: false,
    invalidCharacters: 0,
    dataAfterPadding: false,
  }
  #held = 0
  #heldDigits = 0
  #pads = 0

  /** Writes the decoded bytes to `out` from `at` on and answers where they end; 3 bytes per 4 letters, and 3 more, must fit. */
  decodeInto(bytes: Uint8Array, out: Uint8Array, from: number): number {
    const length = bytes.length
    let at = from
    let i = 0
    let marks = 0
    while (i < length) {
      if (this.#heldDigits === 0 && this.#pads === 0) {
        while (i + 4 <= length) {
          const a = VALUES[bytes[i] as number] as number
          const b = VALUES[bytes[i + 1] as number] as number
          const c = VALUES[bytes[i + 2] as number] as number
          const d = VALUES[bytes[i + 3] as number] as number
          const all = a | b | c | d
          if (all < 0) break
          marks |= all
          const bits = ((a & 63) << 18) | ((b & 63) << 12) | ((c & 63) << 6) | (d & 63)
          out[at] = bits >> 16
          out[at + 1] = (bits >> 8) & 255
          out[at + 2] = bits & 255
          at += 3
          i += 4
        }
        if (i >= length) break
      }
      const value = VALUES[bytes[i++] as number] as number
      if (value < 0) {
        this.#takeOther(value)
        continue
      }
      if (this.#pads > 0) {
        this.findings.dataAfterPadding = true
        continue
      }
      marks |= value
      this.#held = (this.#held << 6) | (value & 63)
      if (++this.#heldDigits === 4) {
        out[at] = (this.#held >> 16) & 255
        out[at + 1] = (this.#held >> 8) & 255
        out[at + 2] = this.#held & 255
        at += 3
        this.#held = 0
        this.#heldDigits = 0
      }
    }
    if ((marks & URL_SAFE_MARK) !== 0) this.findings.urlSafe = true
    return at
  }

  /** The one or two bytes of an incomplete last group. */
  finish(): Uint8Array {
    const digits = this.#heldDigits
    if (digits > 0 && digits + this.#pads < 4) this.findings.unpadded = true
    if (digits === 2) return Uint8Array.of((this.#held >> 4) & 255)
    if (digits === 3) return Uint8Array.of((this.#held >> 10) & 255, (this.#held >> 2) & 255)
    if (digits === 1) this.findings.invalidCharacters++
    return new Uint8Array(0)
  }

  #takeOther(value: number): void {
    if (value === BLANK) this.findings.wrapped = true
    else if (value === PAD) this.#pads++
    else this.findings.invalidCharacters++
  }
}

/** Bytes to base64 text (as ASCII bytes, one line), piece by piece. */
export class Base64Encoder {
  readonly #held = new Uint8Array(3)
  #out = new Uint8Array(0)
  #heldBytes = 0

  /** The letters of whole groups; valid until the next call. */
  push(bytes: Uint8Array): Uint8Array {
    const outBytes = Math.floor((this.#heldBytes + bytes.length) / 3) * 4
    if (this.#out.length < outBytes) this.#out = new Uint8Array(outBytes)
    const out = this.#out
    let at = 0
    let i = 0
    while (this.#heldBytes > 0 && i < bytes.length) {
      this.#held[this.#heldBytes++] = bytes[i++] as number
      if (this.#heldBytes === 3) {
        at = putGroup(out, at, this.#held, 0)
        this.#heldBytes = 0
      }
    }
    for (; i + 3 <= bytes.length; i += 3) at = putGroup(out, at, bytes, i)
    while (i < bytes.length) this.#held[this.#heldBytes++] = bytes[i++] as number
    return out.subarray(0, outBytes)
  }

  /** The padded last group, or nothing. */
  finish(): Uint8Array {
    if (this.#heldBytes === 0) return new Uint8Array(0)
    this.#held.fill(0, this.#heldBytes)
    const out = new Uint8Array(4)
    putGroup(out, 0, this.#held, 0)
    out.fill(0x3d, this.#heldBytes + 1)
    this.#heldBytes = 0
    return out
  }
}

function putGroup(out: Uint8Array, at: number, bytes: Uint8Array, from: number): number {
  const bits =
    ((bytes[from] as number) << 16) | ((bytes[from + 1] as number) << 8) | (bytes[from + 2] as number)
  out[at] = LETTERS[bits >> 18] as number
  out[at + 1] = LETTERS[(bits >> 12) & 63] as number
  out[at + 2] = LETTERS[(bits >> 6) & 63] as number
  out[at + 3] = LETTERS[bits & 63] as number
  return at + 4
}
