import { createHash, createPrivateKey, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  DER_NULL,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTagged,
} from '#shared/kernel/der-writer.ts'
import { issuerAndSerial } from '#shared/pdf/certificate-identity.ts'
import { verifyPdf, type VerifyPdfOptions } from '#shared/pdf/verify/verify-pdf.ts'
import type { SignatureReport } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import {
  createPracticeAuthority,
  type IssuedIdentity,
} from '../../../../../backbone/practice/pki/authority.ts'
import { statusAnswer } from '../../../../builders/pdf-evidence.ts'
import { aSigningWorld, type SigningWorld } from '../../../../builders/sealed-letter.ts'
import { aForm, signRaw, type SignOptions } from '../../../../builders/signed-pdf.ts'

const SIGNED_AT = new Date('2026-03-02T02:00:00Z')
const YEARS = 365 * 24 * 60 * 60 * 1000
let world: SigningWorld

beforeAll(async () => {
  world = await aSigningWorld(() => SIGNED_AT)
})

function signed(identity: IssuedIdentity, more: Partial<SignOptions> = {}): Promise<Uint8Array> {
  return signRaw(aForm(), { field: 'leader', identity, time: SIGNED_AT, ...more })
}

async function report(bytes: Uint8Array, options: Partial<VerifyPdfOptions> = {}): Promise<SignatureReport> {
  const { signatures } = await verifyPdf(bytes, {
    trust: [world.authority.rootCertificate],
    crypto: webSignatureCrypto(crypto.subtle),
    now: SIGNED_AT,
    evidence: { ocspResponses: [], crls: [world.authority.crl()] },
    ...options,
  })
  const [first] = signatures
  if (first === undefined) throw new Error('no signature found')
  return first
}

function later(years: number): Date {
  return new Date(SIGNED_AT.getTime() + years * YEARS)
}

describe('trust', () => {
  test('a root that is not trusted', async () => {
    expect(await report(await signed(world.stranger))).toMatchObject({
      verdict: 'invalid',
      intact: true,
      trust: 'untrusted',
      reasons: ['certificate.untrusted-root'],
    })
  })

  test('a chain that ends before a root', async () => {
    const alone = { ...world.leader, chainDer: [] }
    const file = await signed(alone)
    expect(await report(file)).toMatchObject({ verdict: 'unknown', trust: 'chain-incomplete' })
    expect(await report(file, { intermediates: [world.authority.issuingCertificate] })).toMatchObject({
      verdict: 'valid',
    })
  })

  test('a person cannot issue certificates', async () => {
    const rogue = await createPracticeAuthority({ organisation: 'Giả mạo', authorityKeyType: 'ec-p256' })
    const victim = await rogue.issue({ kind: 'person', commonName: 'Giả', organisation: 'Giả' })
    const file = await signed(victim)
    const trust = [rogue.ocspCertificate]
    expect(await report(file, { trust })).toMatchObject({ verdict: 'invalid', trust: 'untrusted' })
  })

  test('without answers of the status service there is a warning', async () => {
    const nothing = { ocspResponses: [], crls: [] }
    expect(await report(await signed(world.leader), { evidence: nothing })).toMatchObject({
      verdict: 'warning',
      reasons: ['certificate.status-unchecked'],
      trust: 'trusted',
    })
  })

  test('the status service is asked when nothing else tells', async () => {
    const asked: string[] = []
    const statusSource = {
      ocsp: (url: string, request: Uint8Array) => {
        asked.push(url)
        return Promise.resolve(world.authority.ocsp(request))
      },
      crl: () => Promise.resolve(undefined),
    }
    const evidence = { ocspResponses: [], crls: [world.authority.rootCrl()] }
    expect(await report(await signed(world.leader), { evidence, statusSource })).toMatchObject({
      verdict: 'valid',
    })
    expect(asked).toEqual(['http://pki.practice.invalid/ocsp'])
  })

  test('answers about someone else and answers by strangers do not count', async () => {
    const other = await statusAnswer(world.authority, world.drafter.certificateDer)
    const elsewhere = await createPracticeAuthority({ organisation: 'Khác', authorityKeyType: 'ec-p256' })
    const forged = await statusAnswer(elsewhere, world.leader.certificateDer)
    const evidence = { ocspResponses: [other, forged, Uint8Array.of(1, 2)], crls: [elsewhere.crl()] }
    expect(await report(await signed(world.leader), { evidence })).toMatchObject({ verdict: 'warning' })
  })
})

describe('revocation', () => {
  async function revoked(at: Date, more: Partial<SignOptions> = {}): Promise<SignatureReport> {
    const leaving = await world.authority.issue({
      kind: 'person',
      commonName: 'Bùi Thị Đi',
      organisation: 'Sở Mẫu',
    })
    const file = await signed(leaving, more)
    world.authority.revoke(leaving.serial, at)
    const ocspResponses = [await statusAnswer(world.authority, leaving.certificateDer)]
    return report(file, { evidence: { ocspResponses, crls: [] } })
  }

  test('before the signature', async () => {
    const before = new Date(SIGNED_AT.getTime() - 1000)
    expect(await revoked(before)).toMatchObject({
      verdict: 'invalid',
      trust: 'revoked',
      reasons: ['certificate.revoked'],
    })
    expect(await revoked(before, { timestamp: world.authority })).toMatchObject({
      verdict: 'invalid',
      trust: 'revoked',
    })
  })

  test('after a signature whose time is proven', async () => {
    const after = new Date(SIGNED_AT.getTime() + 60_000)
    expect(await revoked(after, { timestamp: world.authority })).toMatchObject({
      verdict: 'valid',
      trust: 'trusted',
    })
  })

  test('after a signature whose time is only claimed', async () => {
    const after = new Date(SIGNED_AT.getTime() + 60_000)
    expect(await revoked(after)).toMatchObject({
      verdict: 'unknown',
      trust: 'revoked',
      reasons: ['certificate.revoked-without-proven-time'],
    })
  })
})

describe('validity period', () => {
  test('expired now, good at the proven time', async () => {
    const file = await signed(world.leader, { timestamp: world.authority })
    expect(await report(file, { now: later(4) })).toMatchObject({
      verdict: 'valid',
      trust: 'trusted',
      timestampTime: SIGNED_AT.toISOString(),
    })
  })

  test('expired now and no time proven', async () => {
    expect(await report(await signed(world.leader), { now: later(4) })).toMatchObject({
      verdict: 'unknown',
      trust: 'expired',
    })
  })

  test('the time stamp service itself has expired', async () => {
    const file = await signed(world.leader, { timestamp: world.authority })
    const late = await report(file, { now: later(6) })
    expect(late).toMatchObject({ verdict: 'unknown', trust: 'expired', timestampTime: null })
    expect(late.reasons).toContain('timestamp.untrusted')
  })

  test('expired already when it was signed', async () => {
    const old = await world.authority.issue({
      kind: 'person',
      commonName: 'Cũ',
      organisation: 'Sở Mẫu',
      validity: { notBefore: later(-2), notAfter: later(-1) },
    })
    expect(await report(await signed(old))).toMatchObject({
      verdict: 'invalid',
      trust: 'expired',
      intact: true,
    })
    const stamped = await signed(old, { timestamp: world.authority })
    expect(await report(stamped)).toMatchObject({ verdict: 'invalid', trust: 'expired' })
  })
})

describe('the signature value', () => {
  /** A minimal CMS, so that each of its parts can be wrong. */
  function cms(
    identity: IssuedIdentity,
    digest: Uint8Array,
    hash: 'sha1' | 'sha256',
    reference: boolean,
  ): Uint8Array {
    const algorithm = derSequence(
      derOid(hash === 'sha1' ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1'),
      DER_NULL,
    )
    const attribute = (type: string, value: Uint8Array) => derSequence(derOid(type), derSetOf(value))
    const certificateHash = createHash('sha256').update(identity.certificateDer).digest()
    const attributes = derSetOf(
      attribute('1.2.840.113549.1.9.3', derOid('1.2.840.113549.1.7.1')),
      attribute('1.2.840.113549.1.9.4', derOctets(digest)),
      ...(reference
        ? [
            attribute(
              '1.2.840.113549.1.9.16.2.47',
              derSequence(derSequence(derSequence(derOctets(certificateHash)))),
            ),
          ]
        : []),
    )
    const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    const implicit = attributes.slice()
    implicit[0] = 0xa0
    const signer = derSequence(
      derInteger(1),
      issuerAndSerial(identity.certificateDer),
      algorithm,
      implicit,
      derSequence(derOid('1.2.840.113549.1.1.1'), DER_NULL),
      derOctets(sign(hash, attributes, key)),
    )
    const certificates = derSetOf(identity.certificateDer, ...identity.chainDer).slice()
    certificates[0] = 0xa0
    const data = derSequence(
      derInteger(1),
      derSetOf(algorithm),
      derSequence(derOid('1.2.840.113549.1.7.1')),
      certificates,
      derSetOf(signer),
    )
    return derSequence(derOid('1.2.840.113549.1.7.2'), derTagged(0, data))
  }

  test('SHA-1 is forbidden, though intact', async () => {
    const file = await signed(world.leader, {
      makeCms: (_digest, covered) =>
        Promise.resolve(cms(world.leader, createHash('sha1').update(covered).digest(), 'sha1', true)),
    })
    expect(await report(file)).toMatchObject({
      verdict: 'invalid',
      intact: true,
      digest: 'SHA-1',
      reasons: ['signature.algorithm-forbidden'],
    })
  })

  test('a CMS without reference to its certificate draws a warning', async () => {
    const makeCms = (digest: Uint8Array) => Promise.resolve(cms(world.leader, digest, 'sha256', false))
    expect(await report(await signed(world.leader, { makeCms }))).toMatchObject({
      verdict: 'warning',
      reasons: ['signature.certificate-reference-missing'],
      level: 'none',
    })
  })

  test('a digest of other bytes', async () => {
    const makeCms = () => Promise.resolve(cms(world.leader, createHash('sha256').digest(), 'sha256', true))
    expect(await report(await signed(world.leader, { makeCms }))).toMatchObject({
      verdict: 'invalid',
      intact: false,
      reasons: ['signature.digest-mismatch'],
    })
  })

  test('a key that is not the certificate’s', async () => {
    const thief = {
      ...world.leader,
      privateKeyPkcs8: (
        await world.authority.issue({
          kind: 'person',
          commonName: 'Trộm',
          organisation: 'x',
          keyType: 'rsa-2048',
        })
      ).privateKeyPkcs8,
    }
    expect(await report(await signed(thief))).toMatchObject({
      verdict: 'invalid',
      intact: false,
      reasons: ['signature.value-mismatch'],
    })
  })

  test('another format than CMS is said to be unknown', async () => {
    expect(await report(await signed(world.leader, { subFilter: 'adbe.x509.rsa_sha1' }))).toMatchObject({
      verdict: 'unknown',
      reasons: ['signature.format-unsupported'],
    })
  })
})
