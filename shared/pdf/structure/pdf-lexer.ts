import { PdfStructureError } from './pdf-error.ts'

const WHITESPACE = 1
const DELIMITER = 2

/** Class of each octet (ISO 32000-2, tables 1 and 2): 0 regular. */
const OCTET_CLASS = new Uint8Array(256)
for (const octet of [0, 9, 10, 12, 13, 32]) OCTET_CLASS[octet] = WHITESPACE
for (const character of '()<>[]{}/%') OCTET_CLASS[character.charCodeAt(0)] = DELIMITER

/** Whether the octet separates tokens without being one. */
export function isWhitespace(octet: number | undefined): boolean {
  return octet !== undefined && OCTET_CLASS[octet] === WHITESPACE
}

function isRegular(octet: number | undefined): boolean {
  return octet !== undefined && OCTET_CLASS[octet] === 0
}

/** Offset of the first octet from `offset` on that is neither white space nor in a comment. */
export function skipSpace(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at < bytes.length) {
    const octet = bytes[at]
    if (octet === 0x25) at = endOfLine(bytes, at)
    else if (isWhitespace(octet)) at += 1
    else break
  }
  return at
}

/** Offset behind the last regular octet from `offset` on. */
export function endOfToken(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (isRegular(bytes[at])) at += 1
  return at
}

/** Whether the ASCII keyword stands at the offset. */
export function standsAt(bytes: Uint8Array, offset: number, keyword: string): boolean {
  for (let index = 0; index < keyword.length; index += 1) {
    if (bytes[offset + index] !== keyword.charCodeAt(index)) return false
  }
  return true
}

/** Last offset below `before` and not below `notBelow` where the keyword stands, or -1. */
export function lastIndexOfKeyword(bytes: Uint8Array, keyword: string, before: number, notBelow = 0): number {
  for (let at = Math.min(before, bytes.length) - keyword.length; at >= notBelow; at -= 1) {
    if (standsAt(bytes, at, keyword)) return at
  }
  return -1
}

/** First offset from `from` on where the keyword stands, or -1. */
export function indexOfKeyword(bytes: Uint8Array, keyword: string, from: number): number {
  const first = keyword.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (standsAt(bytes, at, keyword)) return at
  }
  return -1
}

/** A non-negative whole number at the offset and the offset behind it. Throws `PdfStructureError`. */
export function readUnsigned(bytes: Uint8Array, offset: number): { value: number; end: number } {
  let at = offset
  let value = 0
  for (let octet = bytes[at]; octet !== undefined && octet >= 0x30 && octet <= 0x39; octet = bytes[at]) {
    value = value * 10 + octet - 0x30
    at += 1
    if (at - offset > 15) throw new PdfStructureError('pdf.structure-unreadable', 'number too long')
  }
  if (at === offset) throw new PdfStructureError('pdf.structure-unreadable', 'number expected')
  return { value, end: at }
}

function endOfLine(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
  return at
}
