/** One operator of a content stream with its operands: bytes `start` to `end`. `name` is its first name operand, without the slash. */
export interface ContentOperation {
  readonly operator: string
  readonly start: number
  readonly end: number
  readonly name: string | undefined
  /** The marked-content id in its property list. */
  readonly mcid: number | undefined
}

const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (letter) => letter.charCodeAt(0)))
const NUMBER_START = new Set(Array.from('+-.0123456789', (letter) => letter.charCodeAt(0)))
const CONSTANTS = new Set(['true', 'false', 'null'])

function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0)
  return text
}

function endOfRegular(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !WHITE.has(bytes[at] ?? 0) && !DELIMITERS.has(bytes[at] ?? 0)) at++
  return at
}

function endOfLiteralString(bytes: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x5c) at++
    else if (byte === 0x28) depth++
    else if (byte === 0x29 && --depth === 0) return at + 1
  }
  return bytes.length
}

function endOfByte(bytes: Uint8Array, from: number, wanted: readonly number[]): number {
  let at = from
  while (at < bytes.length && !wanted.includes(bytes[at] ?? 0)) at++
  return at
}

/** Where the data of an inline image ends: behind an `EI` that stands alone. */
function endOfInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at++) {
    const alone = WHITE.has(bytes[at] ?? 0) && (at + 3 >= bytes.length || WHITE.has(bytes[at + 3] ?? 0))
    if (alone && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49) return at + 3
  }
  return bytes.length
}

/** Walks a content stream operator by operator (ISO 32000-1, 7.8.2). An inline image is one operation, `BI`. */
export function* contentOperations(bytes: Uint8Array): Generator<ContentOperation> {
  let at = 0
  let start = -1
  let name: string | undefined
  let mcid: number | undefined
  let expectsMcid = false
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (WHITE.has(byte)) {
      at++
      continue
    }
    if (byte === 0x25) {
      at = endOfByte(bytes, at, [10, 13])
      continue
    }
    if (start < 0) start = at
    if (byte === 0x28) at = endOfLiteralString(bytes, at)
    else if (byte === 0x2f) {
      const end = endOfRegular(bytes, at + 1)
      const word = latin(bytes, at + 1, end)
      name ??= word
      expectsMcid = word === 'MCID'
      at = end
    } else if (byte === 0x3c && bytes[at + 1] !== 0x3c) at = endOfByte(bytes, at, [0x3e]) + 1
    else if (byte === 0x3c || byte === 0x3e) at += 2
    else if (DELIMITERS.has(byte)) at++
    else {
      let end = endOfRegular(bytes, at)
      const word = latin(bytes, at, end)
      if (NUMBER_START.has(byte) || CONSTANTS.has(word)) {
        if (expectsMcid) mcid = Number(word)
        expectsMcid = false
        at = end
        continue
      }
      if (word === 'BI') end = endOfInlineImage(bytes, end)
      yield { operator: word, start, end, name, mcid }
      at = end
      start = -1
      name = undefined
      mcid = undefined
    }
  }
}
