import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { P12Signer } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createPracticeAuthority,
  restorePracticeAuthority,
  type IssuedIdentity,
  type PracticeAuthority,
} from '../../../../../backbone/practice/pki/authority.ts'
import { handlePkiRequest } from '../../../../../backbone/practice/pki/pki-http.ts'

const PIN = 'mã-pin-123'
let folder: string
let authority: PracticeAuthority
let person: IssuedIdentity

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'practice-pki-'))
  authority = await createPracticeAuthority({ organisation: 'Tỉnh Mẫu', authorityKeyType: 'rsa-2048' })
  person = await authority.issue({
    kind: 'person',
    commonName: 'Nguyễn Thị Hương',
    organisation: 'Sở Xây dựng tỉnh Mẫu',
    title: 'Giám đốc',
  })
  writeFileSync(join(folder, 'root.pem'), pem(authority.rootCertificate))
  writeFileSync(join(folder, 'issuing.pem'), pem(authority.issuingCertificate))
  writeFileSync(join(folder, 'person.pem'), pem(person.certificateDer))
})

afterAll(() => rmSync(folder, { recursive: true }))

function pem(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`
}

/** OpenSSL as the independent reader of what we issue. */
function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
}

describe('practice authority', () => {
  test('names are Vietnamese and marked as practice, and the chain holds', () => {
    const certificate = new X509Certificate(person.certificateDer)
    expect(certificate.subject).toContain('CN=Nguyễn Thị Hương')
    expect(certificate.subject).toContain('OU=LUYỆN TẬP')
    expect(certificate.subject).toContain('title=Giám đốc')
    expect(certificate.checkIssued(new X509Certificate(authority.issuingCertificate))).toBe(true)
    const verdict = openssl(
      'verify',
      '-x509_strict',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
      'person.pem',
    )
    expect(verdict).toContain('person.pem: OK')
  })

  test.each(['ec-p256', 'rsa-2048'] as const)(
    'a %s key file opens with OpenSSL and with the signer',
    async (keyType) => {
      const identity = await authority.issue({
        kind: 'seal',
        commonName: 'Sở Xây dựng tỉnh Mẫu',
        organisation: 'Ủy ban nhân dân tỉnh Mẫu',
        keyType,
      })
      const file = await identity.pkcs12(PIN)
      writeFileSync(join(folder, 'key.p12'), file)
      const shown = openssl('pkcs12', '-in', 'key.p12', '-passin', `pass:${PIN}`, '-nodes')
      expect(shown.match(/BEGIN CERTIFICATE/gu)).toHaveLength(3)
      expect(shown).toContain('BEGIN PRIVATE KEY')
      const signer = await P12Signer.create(file, PIN)
      expect(Buffer.from(signer.certificate)).toEqual(Buffer.from(identity.certificateDer))
      await expect(P12Signer.create(file, 'sai')).rejects.toThrow()
    },
  )

  test('time stamps verify and echo the nonce', () => {
    writeFileSync(join(folder, 'content'), 'nội dung')
    openssl('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'query.tsq')
    const response = handlePkiRequest(authority, {
      method: 'POST',
      path: '/tsa',
      body: readFileSync(join(folder, 'query.tsq')),
    })
    expect(response.contentType).toBe('application/timestamp-reply')
    writeFileSync(join(folder, 'reply.tsr'), response.body)
    const args = [
      '-queryfile',
      'query.tsq',
      '-in',
      'reply.tsr',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
    ]
    expect(openssl('ts', '-verify', ...args)).toContain('Verification: OK')
  })

  test('a request that is no time-stamp request is rejected', () => {
    writeFileSync(join(folder, 'bad.tsr'), authority.timestamp(Uint8Array.of(1, 2, 3)))
    expect(openssl('ts', '-reply', '-in', 'bad.tsr', '-text')).toContain('Rejected')
  })

  test('status: good, revoked and unknown, signed by the delegated responder', async () => {
    const leaving = await authority.issue({
      kind: 'person',
      commonName: 'Lê Văn Bình',
      organisation: 'Sở Mẫu',
    })
    authority.revoke(leaving.serial, new Date('2026-01-05T03:00:00Z'))
    writeFileSync(join(folder, 'leaving.pem'), pem(leaving.certificateDer))
    expect(statusOf('person.pem')).toContain('person.pem: good')
    expect(statusOf('leaving.pem')).toContain('leaving.pem: revoked')
    expect(statusOf('leaving.pem')).toContain('Jan  5 03:00:00 2026')
    expect(statusOf('-serial', '0x1234')).toContain('0x1234: unknown')
    expect(() => authority.revoke('00', new Date())).toThrow(RangeError)
  })

  test('revocation lists verify and carry the revoked', () => {
    writeFileSync(join(folder, 'list.crl'), authority.crl())
    writeFileSync(join(folder, 'root.crl'), authority.rootCrl())
    const shown = openssl(
      'crl',
      '-in',
      'list.crl',
      '-inform',
      'DER',
      '-text',
      '-noout',
      '-CAfile',
      'issuing.pem',
    )
    expect(shown).toContain('Revocation Date: Jan  5 03:00:00 2026')
    const root = openssl('crl', '-in', 'root.crl', '-inform', 'DER', '-text', '-noout', '-CAfile', 'root.pem')
    expect(root).toContain('No Revoked Certificates')
  })

  test('a restored authority goes on with the same keys and memory', async () => {
    const restored = restorePracticeAuthority(authority.serialize())
    expect(restored.rootCertificate).toEqual(authority.rootCertificate)
    const next = await restored.issue({ kind: 'person', commonName: 'Trần Văn An', organisation: 'Sở Mẫu' })
    expect(
      new X509Certificate(next.certificateDer).checkIssued(new X509Certificate(authority.issuingCertificate)),
    ).toBe(true)
    expect(Buffer.from(restored.crl()).length).toBe(authority.crl().length)
    expect(() => restorePracticeAuthority(Uint8Array.of(123))).toThrow()
  })

  test('other addresses and methods are refused', () => {
    expect(handlePkiRequest(authority, { method: 'GET', path: '/tsa' }).status).toBe(405)
    expect(handlePkiRequest(authority, { method: 'GET', path: '/keys' }).status).toBe(404)
    expect(handlePkiRequest(authority, { method: 'GET', path: '/issuing.cer' }).body).toEqual(
      authority.issuingCertificate,
    )
    const huge = { method: 'POST', path: '/ocsp', body: new Uint8Array(100_000) }
    expect(handlePkiRequest(authority, huge).status).toBe(413)
  })
})

function statusOf(...which: string[]): string {
  const selector = which.length === 1 ? ['-cert', which[0] ?? ''] : which
  openssl('ocsp', '-issuer', 'issuing.pem', ...selector, '-reqout', 'request.ocsp')
  const body = readFileSync(join(folder, 'request.ocsp'))
  const byPost = handlePkiRequest(authority, { method: 'POST', path: '/ocsp', body })
  const path = `/ocsp/${encodeURIComponent(body.toString('base64'))}`
  expect(handlePkiRequest(authority, { method: 'GET', path }).contentType).toBe('application/ocsp-response')
  writeFileSync(join(folder, 'reply.ocsp'), byPost.body)
  const reply = ['-respin', 'reply.ocsp', '-CAfile', 'root.pem', '-verify_other', 'issuing.pem']
  openssl('ocsp', '-reqin', 'request.ocsp', ...reply)
  return openssl('ocsp', '-issuer', 'issuing.pem', ...selector, '-no_nonce', ...reply)
}
