import { equalBytes } from '../../kernel/bytes.ts'

/** What can stand in a PDF body (ISO 32000-2, 7.3). Offsets count from the start of the bytes that were parsed. */
export type PdfValue =
  null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary | PdfStream

export interface PdfName {
  readonly kind: 'name'
  /** Without the slash, `#xx` undone; one character per octet. */
  readonly name: string
}

export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly isHex: boolean
  /** Offset of the opening delimiter. */
  readonly start: number
  /** Offset behind the closing delimiter. */
  readonly end: number
}

export interface PdfReference {
  readonly kind: 'reference'
  readonly object: number
  readonly generation: number
}

export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
  /** A key stands twice: readers disagree on which one counts. */
  readonly hasDuplicateKeys: boolean
}

export interface PdfStream {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  /** As it stands in the file, filters not undone. */
  readonly raw: Uint8Array
}

type KindOf<K> = Extract<Exclude<PdfValue, null | boolean | number>, { kind: K }>

/** Whether the value is of the kind. */
export function isKind<K extends 'name' | 'string' | 'reference' | 'array' | 'dictionary' | 'stream'>(
  value: PdfValue | undefined,
  kind: K,
): value is KindOf<K> {
  return typeof value === 'object' && value !== null && value.kind === kind
}

/** The text of a name, or undefined for anything else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return isKind(value, 'name') ? value.name : undefined
}

/** A whole number, or undefined for anything else. */
export function integerOf(value: PdfValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** The dictionary of a dictionary or stream, or undefined for anything else. */
export function dictionaryOf(value: PdfValue | undefined): PdfDictionary | undefined {
  if (isKind(value, 'stream')) return value.dictionary
  return isKind(value, 'dictionary') ? value : undefined
}

/** A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else one character per octet. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isKind(value, 'string')) return undefined
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), false)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), true)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3))
  return latin1(bytes)
}

/** One character per octet. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const octet of bytes) text += String.fromCharCode(octet)
  return text
}

/** UTF-8 bytes as text; malformed sequences come out as U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  let escaped = ''
  for (const octet of bytes) escaped += `%${octet.toString(16).padStart(2, '0')}`
  try {
    return decodeURIComponent(escaped)
  } catch {
    return Array.from(bytes, (octet) => (octet < 0x80 ? String.fromCharCode(octet) : '\ufffd')).join('')
  }
}

function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  let text = ''
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const [first = 0, second = 0] = bytes.subarray(index, index + 2)
    text += String.fromCharCode(littleEndian ? second * 256 + first : first * 256 + second)
  }
  return text
}

/** Deep equality of two values; where a string stands in the file does not count. */
export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  switch (left.kind) {
    case 'name':
      return right.kind === 'name' && left.name === right.name
    case 'string':
      return right.kind === 'string' && equalBytes(left.bytes, right.bytes)
    case 'reference':
      return (
        right.kind === 'reference' && left.object === right.object && left.generation === right.generation
      )
    case 'array':
      return (
        right.kind === 'array' &&
        left.items.length === right.items.length &&
        left.items.every((item, index) => sameValue(item, right.items[index]))
      )
    case 'dictionary':
      return right.kind === 'dictionary' && changedKeys(left, right).length === 0
    case 'stream':
      return (
        right.kind === 'stream' &&
        sameValue(left.dictionary, right.dictionary) &&
        equalBytes(left.raw, right.raw)
      )
  }
}

/** Keys whose values differ between two dictionaries, present in one or in both. */
export function changedKeys(left: PdfDictionary, right: PdfDictionary): string[] {
  const keys = new Set([...left.entries.keys(), ...right.entries.keys()])
  const changed = [...keys].filter((key) => !sameValue(left.entries.get(key), right.entries.get(key)))
  return left.hasDuplicateKeys === right.hasDuplicateKeys ? changed : [...keys]
}
