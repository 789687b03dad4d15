import { expect, test } from 'vitest'
import { derChildrenOf, DerTag, readWholeDer } from '../../../../../shared/kernel/der-reader.ts'
import { DER_TRUE, derInteger, derSequence } from '../../../../../shared/kernel/der-writer.ts'
import { accuracyMsOf } from '../../../../../shared/pdf/verify/timestamp-accuracy.ts'

const behindTime = (...fields: readonly Uint8Array[]) =>
  derChildrenOf(readWholeDer(derSequence(...fields)), DerTag.sequence)
const millis = Uint8Array.of(0x80, 2, 0x01, 0xf4)
const micros = Uint8Array.of(0x81, 1, 1)

test.each([
  ['seconds', [derSequence(derInteger(2))], 2000],
  ['milliseconds', [derSequence(millis)], 500],
  ['all, a part of a millisecond counted whole', [derSequence(derInteger(1), millis, micros)], 1501],
  ['none of its parts', [derSequence()], 0],
  ['nothing', [], 1000],
  ['nothing, but a nonce', [DER_TRUE, derInteger(7)], 1000],
  ['a day', [derSequence(derInteger(86_400))], undefined],
  ['less than nothing', [derSequence(Uint8Array.of(2, 1, 0xff))], undefined],
] as const)('a time stamp that states %s', (_, fields, ms) => {
  expect(accuracyMsOf(behindTime(...fields))).toBe(ms)
})
