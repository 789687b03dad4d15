import { beforeAll, describe, expect, test } from 'vitest'
import type { PracticeAuthority } from '../../../../../backbone/practice/pki/authority.ts'
import { certificatePath } from '../../../../../electron/services/signer/certificate-path.ts'
import { preflightSigner } from '../../../../../electron/services/signer/preflight-signer.ts'
import { SignerErrorCode } from '../../../../../electron/services/signer/signer-error.ts'
import type { RevocationCheck, Signer } from '../../../../../electron/services/signer/signer.port.ts'
import { aSigner, anAuthority } from '../../../../builders/practice-signers.ts'

const NOW = new Date().toISOString()
let authority: PracticeAuthority
let stranger: PracticeAuthority
let signer: Signer

beforeAll(async () => {
  ;[authority, stranger] = await Promise.all([anAuthority(), anAuthority()])
  signer = await aSigner(authority)
})

const preflight = (
  candidate: Pick<Signer, 'certificate' | 'chain'>,
  revocation?: RevocationCheck,
  at = NOW,
) =>
  preflightSigner(candidate, {
    roots: [authority.rootCertificate],
    at,
    ...(revocation ? { revocation } : {}),
  })
const answering = (answers: readonly ('good' | 'revoked' | 'unknown')[]): RevocationCheck => {
  const left = [...answers]
  return { statusOf: () => Promise.resolve(left.shift() ?? 'good') }
}

describe('a signer', () => {
  test('of ours may sign, from its certificate to the root', async () => {
    await expect(preflight(signer, answering(['good', 'good']))).resolves.toEqual({
      ok: true,
      value: {
        path: [signer.certificate, authority.issuingCertificate, authority.rootCertificate],
        revocation: 'good',
      },
    })
  })

  test('may sign without a network, and it is said', async () => {
    await expect(preflight(signer)).resolves.toMatchObject({ ok: true, value: { revocation: 'unknown' } })
    await expect(preflight(signer, answering(['good', 'unknown']))).resolves.toMatchObject({
      ok: true,
      value: { revocation: 'unknown' },
    })
  })

  test.each([[['revoked']], [['good', 'revoked']], [['unknown', 'revoked']]] as const)(
    'that is revoked may not: %j',
    async (answers) => {
      await expect(preflight(signer, answering(answers))).resolves.toEqual({
        ok: false,
        error: SignerErrorCode.revoked,
      })
    },
  )

  test('may not before or after its time', async () => {
    for (const at of ['2020-01-01T00:00:00.000Z', '2060-01-01T00:00:00.000Z']) {
      await expect(preflight(signer, undefined, at)).resolves.toEqual({
        ok: false,
        error: SignerErrorCode.notInTime,
      })
    }
  })

  test('of another authority may not, even with the same names', async () => {
    await expect(preflight(await aSigner(stranger))).resolves.toEqual({
      ok: false,
      error: SignerErrorCode.untrusted,
    })
  })

  test('whose intermediate is missing may not', async () => {
    const lonely = { certificate: signer.certificate, chain: [] }
    await expect(preflight(lonely)).resolves.toEqual({ ok: false, error: SignerErrorCode.untrusted })
  })

  test('whose certificate is for other things may not', async () => {
    const authorityItself = { certificate: authority.issuingCertificate, chain: [] }
    await expect(preflight(authorityItself)).resolves.toEqual({
      ok: false,
      error: SignerErrorCode.notForSigning,
    })
  })
})

describe('a path', () => {
  test('never runs through a certificate that is no authority', async () => {
    const roots = [authority.rootCertificate]
    const pool = [signer.certificate, authority.issuingCertificate]
    const other = await aSigner(authority, { commonName: 'Người khác' })
    expect(certificatePath(other.certificate, pool, roots, NOW)).toHaveLength(3)
    expect(certificatePath(other.certificate, [signer.certificate], roots, NOW)).toBeUndefined()
  })

  test('may end at once, at a root', () => {
    const { rootCertificate } = authority
    expect(certificatePath(rootCertificate, [], [rootCertificate], NOW)).toEqual([rootCertificate])
    expect(certificatePath(rootCertificate, [], [stranger.rootCertificate], NOW)).toBeUndefined()
  })
})
