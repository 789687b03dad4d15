import { createHash, verify, X509Certificate } from 'node:crypto'
import { fromBER } from 'asn1js'
import fc from 'fast-check'
import { ContentInfo, SignedData } from 'pkijs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PracticeAuthority } from '../../../../backbone/practice/pki/authority.ts'
import { derChildren, derChildrenOf, derOidText, DerTag, readWholeDer } from '#shared/kernel/der-reader.ts'
import { encodeCades, signCades } from '#shared/pdf/cades.ts'
import type { CadesKey } from '#shared/pdf/cades.ts'
import { issuerAndSerial } from '#shared/pdf/certificate-identity.ts'
import { aSigner, anAuthority } from '../../../builders/practice-signers.ts'

const DIGEST = createHash('sha256').update('nội dung đã ký').digest()

let authority: PracticeAuthority
let keys: Record<'ec' | 'rsa', CadesKey>

beforeAll(async () => {
  authority = await anAuthority()
  keys = { ec: await aSigner(authority), rsa: await aSigner(authority, { keyType: 'rsa-2048' }) }
})

function signedDataOf(cms: Uint8Array): SignedData {
  const info = new ContentInfo({ schema: fromBER(cms).result })
  return new SignedData({ schema: info.content })
}

describe.each(['ec', 'rsa'] as const)('a signature with an %s key', (kind) => {
  test('verifies under its certificate as another implementation reads it', async () => {
    const [signer] = signedDataOf(encodeCades(await signCades(DIGEST, keys[kind]))).signerInfos
    const attributes = Buffer.from(signer?.signedAttrs?.encodedValue ?? new ArrayBuffer(0))
    const signature = Buffer.from(signer?.signature.valueBlock.valueHexView ?? [])
    const { publicKey } = new X509Certificate(keys[kind].certificate)
    expect(attributes.includes(DIGEST)).toBe(true)
    expect(attributes.includes(createHash('sha256').update(keys[kind].certificate).digest())).toBe(true)
    expect(verify('sha256', attributes, publicKey, signature)).toBe(true)
    expect(verify('sha256', Buffer.concat([attributes, attributes]), publicKey, signature)).toBe(false)
  })

  test('signs content type, digest and certificate, in DER order, and nothing else', async () => {
    const { signedAttributes } = await signCades(DIGEST, keys[kind])
    const attributes = derChildrenOf(readWholeDer(signedAttributes), DerTag.set)
    expect(attributes.map((attribute) => derOidText(derChildren(attribute)[0]))).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ])
    const encodings = attributes.map(({ raw }) => Buffer.from(raw))
    expect(encodings).toEqual([...encodings].sort((a, b) => Buffer.compare(a, b)))
  })

  test('carries its certificate, the chain, and a stamp only when there is one', async () => {
    const signature = await signCades(DIGEST, keys[kind])
    const token = readWholeDer(encodeCades(signature)).raw
    expect(signedDataOf(encodeCades(signature)).certificates).toHaveLength(3)
    expect(signedDataOf(encodeCades(signature)).signerInfos[0]?.unsignedAttrs).toBeUndefined()
    const stamped = signedDataOf(encodeCades(signature, token)).signerInfos[0]?.unsignedAttrs?.attributes
    expect(stamped?.map(({ type }) => type)).toEqual(['1.2.840.113549.1.9.16.2.14'])
  })
})

test('an ECDSA value is a pair of positive minimal integers, whatever the raw halves begin with', async () => {
  const certificate = keys.ec.certificate
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 64 }), async (raw) => {
      const key: CadesKey = { keyType: 'ec', certificate, chain: [], sign: () => Promise.resolve(raw) }
      const { signatureValue } = await signCades(DIGEST, key)
      const halves = derChildrenOf(readWholeDer(signatureValue), DerTag.sequence).map(
        ({ content }) => content,
      )
      expect(halves.map((half) => BigInt(`0x${Buffer.from(half).toString('hex')}`))).toEqual(
        [raw.subarray(0, 32), raw.subarray(32)].map((half) =>
          BigInt(`0x${Buffer.from(half).toString('hex')}`),
        ),
      )
      for (const [first = 0, second = 0xff] of halves) {
        expect(first).toBeLessThan(0x80)
        expect(first !== 0 || second >= 0x80 || halves.some((half) => half.length === 1)).toBe(true)
      }
    }),
  )
})

test('issuer and serial number stand in the signature byte for byte, Vietnamese letters included', () => {
  const { certificate } = keys.ec
  const whole = Buffer.from(certificate)
  const [issuer, serial] = derChildrenOf(readWholeDer(issuerAndSerial(certificate)), DerTag.sequence)
  expect(whole.includes(Buffer.from(issuer?.raw ?? [0]))).toBe(true)
  expect(Buffer.from(issuer?.raw ?? []).toString('utf8')).toContain('phục vụ cơ quan')
  expect(BigInt(`0x${Buffer.from(serial?.content ?? []).toString('hex')}`)).toBe(
    BigInt(`0x${new X509Certificate(certificate).serialNumber}`),
  )
})
