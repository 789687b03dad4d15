import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHashOf, UploadHash, zeroStrippedHex } from '#shared/exchange/vxp/hash-file.ts'
import { bytesOf } from '../../../../builders/edxml-message.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

test('hash-file leaves out leading zeros of bytes, and both forms are taken', () => {
  const digest = sha256(bytesOf('edXML test 0'))
  const stripped = '1687b6501a21d744c2feada5c0b42445ab293423bc1b6a76ab230a3470f4f3'
  expect(zeroStrippedHex(digest)).toBe(stripped)
  expect(isHashOf(stripped, digest)).toBe(true)
  expect(isHashOf(stripped.slice(1), digest)).toBe(false)
  expect(isHashOf(Buffer.from(digest).toString('hex').toUpperCase(), digest)).toBe(true)
})

describe('the file inside an upload', () => {
  test('is found with and without a line end behind it, however the body is cut', () => {
    const file = fc
      .array(fc.constantFrom(0x0d, 0x0a, 0x41), { maxLength: 20 })
      .map((all) => Uint8Array.from(all))
    fc.assert(
      fc.property(file, fc.boolean(), fc.array(fc.nat(4), { maxLength: 30 }), (bytes, hasTail, sizes) => {
        const body = Uint8Array.from(hasTail ? [...bytes, 0x0d, 0x0a] : bytes)
        const hash = new UploadHash(createHash('sha256'))
        let at = 0
        for (const size of sizes) {
          hash.push(body.subarray(at, at + size))
          at += size
        }
        hash.push(body.subarray(at))
        expect(hash.match(zeroStrippedHex(sha256(bytes)))).toEqual({
          sizeBytes: bytes.length,
          digest: sha256(bytes),
        })
        expect(hash.match('00')).toBeUndefined()
      }),
    )
  })
})
