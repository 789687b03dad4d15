import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MalformedUtf8, Utf8Decoder } from '#shared/kernel/utf8-decoder.ts'
import { bytesOf } from '../../../builders/edxml-message.ts'

test('decodes any text, however its bytes are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, cut) => {
      const bytes = bytesOf(text)
      const decoder = new Utf8Decoder()
      expect(decoder.decode(bytes.subarray(0, cut)) + decoder.decode(bytes.subarray(cut))).toBe(text)
      expect(decoder.isInsideCharacter).toBe(false)
    }),
  )
})

test('agrees with the standard on what is malformed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      let expected: string | undefined
      try {
        expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      } catch {
        expected = undefined
      }
      const decoder = new Utf8Decoder()
      let text: string | undefined
      try {
        text = decoder.decode(bytes)
        if (decoder.isInsideCharacter) text = undefined
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedUtf8)
      }
      expect(text).toBe(expected)
    }),
    { numRuns: 1000 },
  )
})
