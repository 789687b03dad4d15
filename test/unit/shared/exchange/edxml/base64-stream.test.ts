import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Base64Decoder, Base64Encoder, type Base64Findings } from '#shared/exchange/edxml/base64-stream.ts'
import { concatBytes } from '#shared/kernel/bytes.ts'
import { bytesOf, textOfBytes } from '../../../../builders/edxml-message.ts'

function decode(parts: Uint8Array[]): { bytes: Uint8Array; findings: Base64Findings } {
  const decoder = new Base64Decoder()
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0) + 16)
  let end = 0
  for (const part of parts) end = decoder.decodeInto(part, out, end)
  return { bytes: concatBytes(out.subarray(0, end), decoder.finish()), findings: decoder.findings }
}

function encode(parts: Uint8Array[]): string {
  const encoder = new Base64Encoder()
  return parts.map((part) => textOfBytes(encoder.push(part))).join('') + textOfBytes(encoder.finish())
}

function cut(bytes: Uint8Array, sizes: number[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  let at = 0
  for (const size of sizes) {
    parts.push(bytes.subarray(at, at + size))
    at += size
  }
  return [...parts, bytes.subarray(at)]
}

describe('base64 stream', () => {
  test('encodes as the standard does, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(20)), (bytes, sizes) => {
        expect(encode(cut(bytes, sizes))).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })

  test('decodes what it encodes, however the text is cut, wrapped, unpadded or URL-safe', () => {
    const shapes = [
      (text: string) => text,
      (text: string) => text.replace(/=+$/, ''),
      (text: string) => text.replaceAll('+', '-').replaceAll('/', '_'),
      (text: string) => text.replace(/(.{19})/g, '$1\r\n'),
    ]
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.nat(20)),
        fc.constantFrom(...shapes),
        (bytes, sizes, shape) => {
          const text = shape(Buffer.from(bytes).toString('base64'))
          expect(decode(cut(bytesOf(text), sizes)).bytes).toEqual(bytes)
        },
      ),
    )
  })

  test('says what was unusual', () => {
    expect(decode([bytesOf('QUJD\nREU=')]).findings).toMatchObject({ wrapped: true, invalidCharacters: 0 })
    expect(decode([bytesOf('QUI')]).findings).toMatchObject({ unpadded: true })
    expect(decode([bytesOf('-_-_')]).findings).toMatchObject({ urlSafe: true })
    expect(decode([bytesOf('${QUJD}')])).toMatchObject({
      bytes: bytesOf('ABC'),
      findings: { invalidCharacters: 3 },
    })
    expect(decode([bytesOf('QQ==QQ==')])).toMatchObject({
      bytes: bytesOf('A'),
      findings: { dataAfterPadding: true },
    })
  })
})
