import { isWhitespace, standsAt } from '../structure/pdf-lexer.ts'
import { integerOf, isKind, type PdfDictionary, type PdfValue } from '../structure/pdf-value.ts'
import type { SignatureRule } from './verdict.ts'

/** The bytes that a signature covers: everything up to `end` but its own value. */
export interface CoveredBytes {
  readonly parts: readonly [Uint8Array, Uint8Array]
  /** Offset behind the last covered byte. */
  readonly end: number
  /** The value of the signature, padding included. */
  readonly contents: Uint8Array
  /** The value is written as programs write it: digits of one case, nothing between them. */
  readonly isPlainlyWritten: boolean
}

const MAX_SPACE_AT_END = 4

/**
 * The covered bytes, or the rule that the range breaks. The gap must be exactly the hexadecimal string of this very
 * dictionary, and the range must end where a revision ends (12.8.1; without this, bytes can be smuggled past the digest).
 */
export function coveredBytes(bytes: Uint8Array, signature: PdfDictionary): CoveredBytes | SignatureRule {
  if (signature.hasDuplicateKeys) return 'signature.dictionary-ambiguous'
  const contents = signature.entries.get('Contents')
  if (!isKind(contents, 'string') || contents.bytes.length === 0) return 'signature.contents-missing'
  const range = wholeNumbers(signature.entries.get('ByteRange'))
  if (range === undefined) return 'signature.byte-range-malformed'
  const [start, length, next, rest] = range
  const end = next + rest
  if (start !== 0 || length === 0 || next < length || end > bytes.length)
    return 'signature.byte-range-malformed'
  if (!contents.isHex || length !== contents.start || next !== contents.end) return 'signature.byte-range-gap'
  if (bytes[contents.start] !== 0x3c || bytes[contents.end - 1] !== 0x3e) return 'signature.byte-range-gap'
  if (!isRevisionEnd(bytes, end)) return 'signature.byte-range-end'
  return {
    parts: [bytes.subarray(0, length), bytes.subarray(next, end)],
    end,
    contents: contents.bytes,
    isPlainlyWritten: isPlainHex(bytes.subarray(contents.start + 1, contents.end - 1)),
  }
}

function isPlainHex(digits: Uint8Array): boolean {
  let hasLower = false
  let hasUpper = false
  for (const octet of digits) {
    if (octet >= 0x61) hasLower = true
    else if (octet >= 0x41) hasUpper = true
    else if (octet < 0x30) return false
  }
  return !(hasLower && hasUpper)
}

function wholeNumbers(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  if (!isKind(value, 'array') || value.items.length !== 4) return undefined
  const numbers = value.items.map(integerOf)
  const [first, second, third, fourth] = numbers
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return undefined
  return Math.min(first, second, third, fourth) < 0 ? undefined : [first, second, third, fourth]
}

/** `%%EOF` and a little white space, or the end of the file: then nothing can hide behind it. */
function isRevisionEnd(bytes: Uint8Array, end: number): boolean {
  if (end === bytes.length) return true
  let at = end
  while (end - at < MAX_SPACE_AT_END && isWhitespace(bytes[at - 1])) at -= 1
  return standsAt(bytes, at - '%%EOF'.length, '%%EOF')
}
