import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { IssuedIdentity, PracticeAuthority } from '../../../../../backbone/practice/pki/authority.ts'
import { openPkcs12 } from '../../../../../electron/services/signer/pkcs12-signer.ts'
import { SignerErrorCode } from '../../../../../electron/services/signer/signer-error.ts'
import type { Signer } from '../../../../../electron/services/signer/signer.port.ts'
import { legacyPkcs12 } from '../../../../builders/legacy-pkcs12.ts'
import { anAuthority, PIN } from '../../../../builders/practice-signers.ts'

const DATA = new TextEncoder().encode('thuộc tính đã ký')
let authority: PracticeAuthority
let identities: Record<'ec' | 'rsa', IssuedIdentity>

beforeAll(async () => {
  authority = await anAuthority()
  const name = { kind: 'person', commonName: 'Nguyễn Thị Hương', organisation: 'Sở Nội vụ' } as const
  identities = {
    ec: await authority.issue({ ...name, keyType: 'ec-p256' }),
    rsa: await authority.issue({ ...name, keyType: 'rsa-2048' }),
  }
})

async function signs(signer: Signer): Promise<boolean> {
  const { publicKey: key } = new X509Certificate(signer.certificate)
  return verify('sha256', DATA, { key, dsaEncoding: 'ieee-p1363' }, await signer.sign(DATA))
}

describe.each(['ec', 'rsa'] as const)('an %s key', (kind) => {
  test('signs out of a key file of today', async () => {
    const signer = await openPkcs12(await identities[kind].pkcs12(PIN), PIN)
    expect(signer.keyType).toBe(kind)
    expect(signer.certificate).toEqual(identities[kind].certificateDer)
    expect(signer.chain).toEqual([authority.issuingCertificate, authority.rootCertificate])
    await expect(signs(signer)).resolves.toBe(true)
  })

  test('signs out of an old key file, whatever the order of the certificates in it', async () => {
    const { privateKeyPkcs8: pkcs8, certificateDer } = identities[kind]
    const certificates = [
      authority.rootCertificate,
      authority.timestampCertificate,
      authority.issuingCertificate,
      certificateDer,
    ]
    const signer = await openPkcs12(legacyPkcs12({ pkcs8, certificates }, PIN), PIN)
    expect(signer.certificate).toEqual(certificateDer)
    expect(signer.chain).toEqual([authority.issuingCertificate, authority.rootCertificate])
    await expect(signs(signer)).resolves.toBe(true)
  })

  test('is refused with another PIN', async () => {
    const { privateKeyPkcs8: pkcs8, certificateDer, pkcs12 } = identities[kind]
    const old = legacyPkcs12({ pkcs8, certificates: [certificateDer] }, PIN)
    for (const file of [await pkcs12(PIN), old]) {
      await expect(openPkcs12(file, '111111')).rejects.toMatchObject({ code: SignerErrorCode.wrongPin })
      await expect(openPkcs12(file, '')).rejects.toMatchObject({ code: SignerErrorCode.wrongPin })
    }
  })
})

test('an ECDSA value has two full halves every time', async () => {
  const signer = await openPkcs12(await identities.ec.pkcs12(PIN), PIN)
  for (let i = 0; i < 300; i++) {
    const data = createHash('sha256').update(String(i)).digest()
    expect(await signer.sign(data)).toHaveLength(64)
  }
})

test('a file without its own certificate is no key file', async () => {
  const { privateKeyPkcs8: pkcs8 } = identities.ec
  for (const certificates of [[], [authority.rootCertificate]]) {
    await expect(openPkcs12(legacyPkcs12({ pkcs8, certificates }, PIN), PIN)).rejects.toMatchObject({
      code: SignerErrorCode.badKeyFile,
    })
  }
})

test('what is no key file is refused as such', async () => {
  const file = await identities.ec.pkcs12(PIN)
  const codes = Object.values(SignerErrorCode)
  await expect(openPkcs12(new Uint8Array(randomBytes(500)), PIN)).rejects.toMatchObject({
    code: SignerErrorCode.badKeyFile,
  })
  await expect(openPkcs12(file.subarray(0, 100), PIN)).rejects.toMatchObject({
    code: SignerErrorCode.badKeyFile,
  })
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), async (at) => {
      const damaged = file.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      const outcome = await openPkcs12(damaged, PIN).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(codes).toContain((outcome as { code?: unknown }).code)
    }),
    { numRuns: 15 },
  )
})
