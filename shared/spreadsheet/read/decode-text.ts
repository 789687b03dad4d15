import { MalformedUtf8, Utf8Decoder } from '../../kernel/utf8-decoder.ts'
import { SheetRefusal } from './read-sheet.ts'
import { byteEncodings, fromByteText, vietnameseWords, type ByteEncoding } from './vietnamese-bytes.ts'

/** How much of a text is looked at to tell its encoding. */
const SAMPLE_BYTES = 200_000
const CHUNK = 8192

/** Text in UTF-8, UTF-16 with a byte order mark, Windows-1258 or TCVN3. Throws SheetRefusal `encoding-unknown`, or `not-a-sheet` for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 0, 1)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 1, 0)
  if (hasControls(bytes)) throw new SheetRefusal('not-a-sheet')
  const unicode = utf8(
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
  )
  if (unicode !== undefined) return unicode.normalize('NFC')
  const sample = byteText(bytes.subarray(0, SAMPLE_BYTES))
  const scores = (Object.keys(byteEncodings) as ByteEncoding[])
    .map((encoding) => ({ encoding, words: vietnameseWords(fromByteText(sample, encoding)) }))
    .toSorted((a, b) => b.words - a.words)
  const best = scores[0]
  if (best === undefined || best.words === 0) throw new SheetRefusal('encoding-unknown')
  return fromByteText(byteText(bytes), best.encoding)
}

function utf8(bytes: Uint8Array): string | undefined {
  const decoder = new Utf8Decoder()
  try {
    const text = decoder.decode(bytes)
    return decoder.isInsideCharacter ? undefined : text
  } catch (error) {
    if (error instanceof MalformedUtf8) return undefined
    throw error
  }
}

function utf16(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): string {
  const units: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2)
    units.push((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8))
  return textOfUnits(units).normalize('NFC')
}

const byteText = (bytes: Uint8Array): string => textOfUnits(bytes)

function textOfUnits(units: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK)
    text += String.fromCharCode(...(Array.prototype.slice.call(units, at, at + CHUNK) as number[]))
  return text
}

/** Bytes that no text has: what is read is a program, a picture, an archive. */
const hasControls = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, SAMPLE_BYTES).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a))
