/** Writes DER (X.690) from the inside out: every function returns the bytes of one complete value. */

import { utf8ToBytes } from '@noble/hashes/utils.js'

/** One value under any single-byte tag, its content being the parts one after the other. */
export function derValue(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const header = lengthOctets(length)
  const out = new Uint8Array(1 + header.length + length)
  out[0] = tag
  out.set(header, 1)
  let offset = 1 + header.length
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/** SEQUENCE of the parts in the given order. */
export function derSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(0x30, ...parts)
}

/** SET OF: the parts are put in the order that DER asks for. */
export function derSetOf(...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(0x31, ...[...parts].sort(compareOctets))
}

/** Context-specific constructed tag around the parts ([n] EXPLICIT, or [n] IMPLICIT of a constructed type). */
export function derTagged(number: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(0xa0 | number, ...parts)
}

/** INTEGER from its unsigned big-endian magnitude, minimally encoded. */
export function derUnsigned(magnitude: Uint8Array): Uint8Array {
  let start = 0
  while (start < magnitude.length - 1 && magnitude[start] === 0) start += 1
  const digits = magnitude.subarray(start)
  const first = digits[0] ?? 0
  return first >= 0x80 || digits.length === 0
    ? derValue(0x02, Uint8Array.of(0), digits)
    : derValue(0x02, digits)
}

/** INTEGER of a small non-negative number. */
export function derInteger(value: number): Uint8Array {
  const digits: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return derUnsigned(Uint8Array.from(digits))
}

/** OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return derValue(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

/** OCTET STRING. */
export function derOctets(...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(0x04, ...parts)
}

/** BIT STRING with no unused bits unless told. */
export function derBits(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return derValue(0x03, Uint8Array.of(unusedBits), bytes)
}

/** GeneralizedTime in UTC to the second, as RFC 5280 and RFC 3161 want it. */
export function derGeneralizedTime(at: Date): Uint8Array {
  const digits = at.toISOString().slice(0, 19).replace(/[-:T]/gu, '')
  return derValue(0x18, ascii(`${digits}Z`))
}

/** UTF8String; the caller normalises. */
export function derUtf8(text: string): Uint8Array {
  return derValue(0x0c, utf8ToBytes(text))
}

/** Time of certificates and revocation lists: UTCTime before 2050, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function derTimeChoice(at: Date): Uint8Array {
  const general = derGeneralizedTime(at)
  return at.getUTCFullYear() < 2050 ? derValue(0x17, general.subarray(4)) : general
}

/** NULL. */
export const DER_NULL: Uint8Array = Uint8Array.of(0x05, 0x00)

/** BOOLEAN TRUE. */
export const DER_TRUE: Uint8Array = Uint8Array.of(0x01, 0x01, 0xff)

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    digits.unshift((rest % 128) | 0x80)
  }
  return digits
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 | digits.length, ...digits]
}

function compareOctets(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
