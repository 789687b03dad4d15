import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packed, unpacked } from '../../../../backbone/sealing/packed.ts'

it('gives back every part', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      expect(unpacked(packed(...texts)).map(String)).toEqual(texts)
    }),
  )
})

it('refuses parts that are cut off', () => {
  expect(() => unpacked(packed('abc').subarray(0, 5))).toThrow(RangeError)
  expect(() => unpacked(Buffer.from([0, 0]))).toThrow(RangeError)
})
