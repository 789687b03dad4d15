import { PdfStructureError } from './pdf-error.ts'
import { endOfToken, indexOfKeyword, isWhitespace, readUnsigned, skipSpace, standsAt } from './pdf-lexer.ts'
import {
  integerOf,
  isKind,
  type PdfDictionary,
  type PdfReference,
  type PdfString,
  type PdfValue,
} from './pdf-value.ts'

/** An indirect object as it stands in the bytes. */
export interface PdfIndirectObject {
  readonly object: number
  readonly generation: number
  readonly value: PdfValue
  /** Offset behind the value (behind `endstream` for streams). */
  readonly end: number
}

/** Looks up an indirect stream length; undefined if it is not a number. */
export type LengthLookup = (reference: PdfReference) => number | undefined

const MAX_DEPTH = 96

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

/** The value at the offset, and the offset behind it. Throws `PdfStructureError`. */
export function parseValueAt(bytes: Uint8Array, offset: number): { value: PdfValue; end: number } {
  const cursor: Cursor = { bytes, at: offset }
  const value = parseValue(cursor, 0)
  return { value, end: cursor.at }
}

/** The indirect object (`n g obj …`) at the offset. Throws `PdfStructureError`. */
export function parseIndirectAt(
  bytes: Uint8Array,
  offset: number,
  lengthOf: LengthLookup,
): PdfIndirectObject {
  const object = readUnsigned(bytes, skipSpace(bytes, offset))
  const generation = readUnsigned(bytes, skipSpace(bytes, object.end))
  const keyword = skipSpace(bytes, generation.end)
  if (!standsAt(bytes, keyword, 'obj')) throw unreadable('obj expected')
  const cursor: Cursor = { bytes, at: keyword + 3 }
  const value = parseValue(cursor, 0)
  const head = { object: object.value, generation: generation.value }
  const next = skipSpace(bytes, cursor.at)
  if (isKind(value, 'dictionary') && standsAt(bytes, next, 'stream')) {
    const { raw, end } = readStream(bytes, next + 'stream'.length, value, lengthOf)
    return { ...head, value: { kind: 'stream', dictionary: value, raw }, end }
  }
  return { ...head, value, end: cursor.at }
}

function parseValue(cursor: Cursor, depth: number): PdfValue {
  if (depth > MAX_DEPTH) throw new PdfStructureError('pdf.too-complex', 'nested too deeply')
  const { bytes } = cursor
  cursor.at = skipSpace(bytes, cursor.at)
  switch (bytes[cursor.at]) {
    case 0x2f:
      return { kind: 'name', name: parseName(cursor) }
    case 0x28:
      return parseLiteralString(cursor)
    case 0x5b:
      return parseArray(cursor, depth)
    case 0x3c:
      return bytes[cursor.at + 1] === 0x3c ? parseDictionary(cursor, depth) : parseHexString(cursor)
    default:
      return parseKeywordOrNumber(cursor)
  }
}

function parseArray(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 1
  const items: PdfValue[] = []
  for (;;) {
    cursor.at = skipSpace(cursor.bytes, cursor.at)
    if (cursor.bytes[cursor.at] === 0x5d) break
    items.push(parseValue(cursor, depth + 1))
  }
  cursor.at += 1
  return { kind: 'array', items }
}

function parseDictionary(cursor: Cursor, depth: number): PdfDictionary {
  cursor.at += 2
  const entries = new Map<string, PdfValue>()
  let hasDuplicateKeys = false
  for (;;) {
    cursor.at = skipSpace(cursor.bytes, cursor.at)
    if (standsAt(cursor.bytes, cursor.at, '>>')) break
    if (cursor.bytes[cursor.at] !== 0x2f) throw unreadable('key expected')
    const key = parseName(cursor)
    hasDuplicateKeys ||= entries.has(key)
    entries.set(key, parseValue(cursor, depth + 1))
  }
  cursor.at += 2
  return { kind: 'dictionary', entries, hasDuplicateKeys }
}

function parseName(cursor: Cursor): string {
  const start = cursor.at + 1
  cursor.at = endOfToken(cursor.bytes, start)
  let name = ''
  for (let at = start; at < cursor.at; at += 1) {
    const octet = cursor.bytes[at] ?? 0
    const high = octet === 0x23 ? hexDigit(cursor.bytes[at + 1]) : -1
    const low = high >= 0 ? hexDigit(cursor.bytes[at + 2]) : -1
    if (low >= 0) at += 2
    name += String.fromCharCode(low >= 0 ? high * 16 + low : octet)
  }
  return name
}

function parseHexString(cursor: Cursor): PdfString {
  const { bytes } = cursor
  const start = cursor.at
  const close = bytes.indexOf(0x3e, start)
  if (close < 0) throw unreadable('string without end')
  const decoded = new Uint8Array((close - start) >> 1)
  let digits = 0
  for (let at = start + 1; at < close; at += 1) {
    const digit = hexDigit(bytes[at])
    if (digit < 0) {
      if (!isWhitespace(bytes[at])) throw unreadable('hexadecimal digit expected')
      continue
    }
    const index = digits >> 1
    decoded[index] = (decoded[index] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit)
    digits += 1
  }
  cursor.at = close + 1
  return { kind: 'string', bytes: decoded.subarray(0, (digits + 1) >> 1), isHex: true, start, end: close + 1 }
}

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function parseLiteralString(cursor: Cursor): PdfString {
  const { bytes } = cursor
  const start = cursor.at
  const decoded: number[] = []
  let open = 1
  let at = start + 1
  for (; open > 0; at += 1) {
    const octet = bytes[at]
    if (octet === undefined) throw unreadable('string without end')
    if (octet === 0x5c) {
      at = parseEscape(bytes, at + 1, decoded)
      continue
    }
    if (octet === 0x28) open += 1
    if (octet === 0x29) open -= 1
    if (open > 0) decoded.push(octet)
  }
  cursor.at = at
  return { kind: 'string', bytes: Uint8Array.from(decoded), isHex: false, start, end: at }
}

/** Decodes what follows a backslash and returns the offset of its last octet. */
function parseEscape(bytes: Uint8Array, offset: number, decoded: number[]): number {
  const octet = bytes[offset] ?? 0
  if (octet === 13) return bytes[offset + 1] === 10 ? offset + 1 : offset
  if (octet === 10) return offset
  if (octet < 0x30 || octet > 0x37) {
    decoded.push(ESCAPED[String.fromCharCode(octet)] ?? octet)
    return offset
  }
  let value = 0
  let at = offset
  for (; at < offset + 3; at += 1) {
    const digit = bytes[at] ?? 0
    if (digit < 0x30 || digit > 0x37) break
    value = value * 8 + digit - 0x30
  }
  decoded.push(value & 0xff)
  return at - 1
}

function parseKeywordOrNumber(cursor: Cursor): PdfValue {
  const { bytes } = cursor
  const start = cursor.at
  const end = endOfToken(bytes, start)
  if (end === start || end - start > 64) throw unreadable('value expected')
  const token = String.fromCharCode(...bytes.subarray(start, end))
  cursor.at = end
  if (token === 'true') return true
  if (token === 'false') return false
  if (token === 'null') return null
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(token)) throw unreadable('unknown keyword')
  return /^\d+$/u.test(token) ? (parseReferenceTail(cursor, Number(token)) ?? Number(token)) : Number(token)
}

function parseReferenceTail(cursor: Cursor, object: number): PdfReference | undefined {
  const { bytes } = cursor
  const at = skipSpace(bytes, cursor.at)
  const octet = bytes[at] ?? 0
  if (octet < 0x30 || octet > 0x39) return undefined
  const end = endOfToken(bytes, at)
  if (end - at > 5) return undefined
  const keyword = skipSpace(bytes, end)
  if (bytes[keyword] !== 0x52 || endOfToken(bytes, keyword) !== keyword + 1) return undefined
  const generation = Number(String.fromCharCode(...bytes.subarray(at, end)))
  if (!Number.isInteger(generation)) return undefined
  cursor.at = keyword + 1
  return { kind: 'reference', object, generation }
}

/** The declared length counts if `endstream` follows it; else the next `endstream` does. */
function readStream(
  bytes: Uint8Array,
  afterKeyword: number,
  dictionary: PdfDictionary,
  lengthOf: LengthLookup,
): { raw: Uint8Array; end: number } {
  const start =
    afterKeyword + (standsAt(bytes, afterKeyword, '\r\n') ? 2 : isWhitespace(bytes[afterKeyword]) ? 1 : 0)
  const declared = dictionary.entries.get('Length')
  const length = isKind(declared, 'reference') ? lengthOf(declared) : integerOf(declared)
  if (length !== undefined && length >= 0 && start + length <= bytes.length) {
    const keyword = skipLineEnds(bytes, start + length)
    if (standsAt(bytes, keyword, 'endstream')) {
      return { raw: bytes.subarray(start, start + length), end: keyword + 'endstream'.length }
    }
  }
  const keyword = indexOfKeyword(bytes, 'endstream', start)
  if (keyword < 0) throw unreadable('stream without end')
  return { raw: bytes.subarray(start, keyword), end: keyword + 'endstream'.length }
}

function skipLineEnds(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (isWhitespace(bytes[at])) at += 1
  return at
}

function hexDigit(octet: number | undefined): number {
  if (octet === undefined) return -1
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30
  const lower = octet | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

function unreadable(detail: string): PdfStructureError {
  return new PdfStructureError('pdf.structure-unreadable', detail)
}
