import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PracticeAuthority } from '../../../../../backbone/practice/pki/authority.ts'
import { nodeSignatureVerifier } from '../../../../../electron/services/timestamp/node-signature-verifier.ts'
import { derChildrenOf, DerTag, readWholeDer } from '#shared/kernel/der-reader.ts'
import { derInteger, derOid, derSequence, derTagged, derUtf8, derValue } from '#shared/kernel/der-writer.ts'
import { encodeCades, signCades } from '#shared/pdf/cades.ts'
import { timestampRequest } from '#shared/pdf/timestamp/timestamp-request.ts'
import { readTimestampResponse, TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'
import { aSigner, anAuthority } from '../../../../builders/practice-signers.ts'

const DIGEST = new Uint8Array(createHash('sha256').update('giá trị chữ ký').digest())
const NONCE = Uint8Array.of(0, 0, 0x9a, 1, 2, 3)

let authority: PracticeAuthority
let response: Uint8Array
const read = (bytes: Uint8Array, request = { digest: DIGEST, nonce: NONCE }) =>
  readTimestampResponse(bytes, request, nodeSignatureVerifier)

beforeAll(async () => {
  authority = await anAuthority()
  response = authority.timestamp(timestampRequest(DIGEST, NONCE))
})

/** The same bytes with one occurrence of a pattern changed in its last byte. */
function spoiled(pattern: Uint8Array, occurrence: number): Uint8Array {
  const copy = Buffer.from(response)
  let at = copy.indexOf(pattern)
  for (let i = 0; i < occurrence; i++) at = copy.indexOf(pattern, at + 1)
  expect(at).toBeGreaterThan(0)
  const last = at + pattern.length - 1
  copy[last] = (copy[last] ?? 0) ^ 1
  return new Uint8Array(copy)
}

describe('an answer of the authority', () => {
  test('is accepted with its time and certificates', async () => {
    const result = await read(response)
    if (!result.ok) throw new Error(result.error)
    expect(Math.abs(Date.now() - Date.parse(result.value.at))).toBeLessThan(60_000)
    expect(result.value.certificates[0]).toEqual(authority.timestampCertificate)
    const [, token] = derChildrenOf(readWholeDer(response), DerTag.sequence)
    expect(result.value.token).toEqual(token?.raw)
  })

  test('to another digest or another request is refused', async () => {
    const digest = new Uint8Array(createHash('sha256').update('khác').digest())
    await expect(read(response, { digest, nonce: NONCE })).resolves.toEqual({
      ok: false,
      error: TimestampProblem.otherImprint,
    })
    await expect(read(response, { digest: DIGEST, nonce: Uint8Array.of(7) })).resolves.toEqual({
      ok: false,
      error: TimestampProblem.otherNonce,
    })
  })

  test('that says no is refused', async () => {
    const refusal = derSequence(derSequence(derInteger(2), derSequence(derUtf8('không'))))
    await expect(read(refusal)).resolves.toEqual({ ok: false, error: TimestampProblem.refused })
    await expect(read(authority.timestamp(Uint8Array.of(0x30, 0)))).resolves.toEqual({
      ok: false,
      error: TimestampProblem.refused,
    })
  })

  test('with a changed time is refused for its signature', async () => {
    const second = new Date().getUTCFullYear().toString()
    const year = new TextEncoder().encode(second)
    await expect(read(spoiled(year, 0))).resolves.toMatchObject({
      ok: false,
      error: TimestampProblem.badSignature,
    })
  })

  test('by somebody who is no authority is refused', async () => {
    const [, token] = derChildrenOf(readWholeDer(response), DerTag.sequence)
    const signer = await aSigner(authority)
    const info = new Uint8Array(0)
    const signature = await signCades(info, signer)
    const [type, content] = derChildrenOf(readWholeDer(encodeCades(signature)), DerTag.sequence)
    expect(token).toBeDefined()
    expect(type).toBeDefined()
    const [version, digests, , certificates, signers] = derChildrenOf(
      derChildrenOf(content, 0xa0)[0],
      DerTag.sequence,
    ).map(({ raw }) => raw)
    const original = derChildrenOf(derChildrenOf(token, DerTag.sequence)[1], 0xa0)[0]
    const encapsulated = derChildrenOf(original, DerTag.sequence)[2]
    const parts = [version, digests, encapsulated?.raw, certificates, signers].flatMap((part) => part ?? [])
    const forged = derSequence(derOid('1.2.840.113549.1.7.2'), derTagged(0, derSequence(...parts)))
    await expect(read(derSequence(derSequence(derInteger(0)), forged))).resolves.toEqual({
      ok: false,
      error: TimestampProblem.notAuthority,
    })
  })

  test('that is no answer at all is malformed', async () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(1, 2, 3),
      response.subarray(0, -1),
      derValue(0x30),
    ]) {
      await expect(read(bytes)).resolves.toEqual({ ok: false, error: TimestampProblem.malformed })
    }
  })

  test('spoiled anywhere never throws, and never changes the stamped time', async () => {
    const honest = await read(response)
    await fc.assert(
      fc.asyncProperty(fc.nat(response.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = response.slice()
        copy[at] = (copy[at] ?? 0) ^ change
        const result = await read(copy)
        if (result.ok) expect(result.value.at).toBe(honest.ok ? honest.value.at : '')
      }),
      { numRuns: 300 },
    )
  })
})

test('a nonce is encoded minimally', () => {
  const members = derChildrenOf(readWholeDer(timestampRequest(DIGEST, NONCE)), DerTag.sequence)
  expect([...(members[2]?.content ?? [])]).toEqual([0, 0x9a, 1, 2, 3])
})
