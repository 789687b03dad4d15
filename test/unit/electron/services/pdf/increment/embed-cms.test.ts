import { expect, test } from 'vitest'
import { embedCms } from '../../../../../../electron/services/pdf/increment/embed-cms.ts'
import { PdfErrorCode } from '../../../../../../electron/services/pdf/pdf-error.ts'

const prepared = () => ({
  bytes: new TextEncoder().encode('a<00000000>b'),
  digest: new Uint8Array(32),
  gapStart: 1,
  gapEnd: 11,
})

test('the signature stands at the start of its place', () => {
  const signed = embedCms(prepared(), Uint8Array.of(0xab, 1))
  expect(new TextDecoder().decode(signed)).toBe('a<ab010000>b')
})

test('a signature larger than its place is refused', () => {
  expect(() => embedCms(prepared(), new Uint8Array(5))).toThrow(
    expect.objectContaining({ code: PdfErrorCode.placeTooSmall }),
  )
})
