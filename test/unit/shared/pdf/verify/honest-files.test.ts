import { beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf, type VerifyPdfOptions } from '#shared/pdf/verify/verify-pdf.ts'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { statusAnswer, withDocumentTimestamp, withSecurityStore } from '../../../../builders/pdf-evidence.ts'
import { aSealedLetter, aSigningWorld, type SigningWorld } from '../../../../builders/sealed-letter.ts'
import { aForm, FORM, formObjects, signRaw } from '../../../../builders/signed-pdf.ts'

let world: SigningWorld

beforeAll(async () => {
  world = await aSigningWorld()
})

function verify(bytes: Uint8Array, options: Partial<VerifyPdfOptions> = {}): Promise<PdfVerdict> {
  return verifyPdf(bytes, {
    trust: [world.authority.rootCertificate],
    crypto: webSignatureCrypto(crypto.subtle),
    now: new Date(),
    evidence: { ocspResponses: [], crls: [world.authority.crl()] },
    ...options,
  })
}

function summary({ signatures }: PdfVerdict) {
  return signatures.map(({ field, verdict, level, changedAfterSigning }) => [
    field,
    verdict,
    level,
    changedAfterSigning,
  ])
}

describe('honest files are valid', () => {
  test('initials, leader and seal, with number and date filled by the seal', async () => {
    const verdict = await verify(await aSealedLetter(world))
    expect(summary(verdict)).toEqual([
      ['initials', 'valid', 'B-B', 'permitted'],
      ['leader', 'valid', 'B-B', 'permitted'],
      ['seal', 'valid', 'B-B', 'none'],
    ])
    expect(verdict.signatures[2]).toMatchObject({
      kind: 'signature',
      intact: true,
      coversWholeFile: true,
      signer: 'Sở Nội vụ tỉnh An Hải',
      organisation: 'Sở Nội vụ tỉnh An Hải',
      issuer: 'CA phục vụ cơ quan luyện tập',
      timestampTime: null,
      digest: 'SHA-256',
      subFilter: 'ETSI.CAdES.detached',
      trust: 'trusted',
    })
    expect(verdict.signatures[0]?.coversWholeFile).toBe(false)
  })

  test('cross-reference streams and object streams', async () => {
    const baseLayout = { xrefStream: true, compressed: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12] }
    const letter = await aSealedLetter(world, { baseLayout, updateLayout: { xrefStream: true } })
    expect((await verify(letter)).verdict).toBe('valid')
  })

  test('a time stamp proves the time', async () => {
    const { verdict, signatures } = await verify(await aSealedLetter(world, { timestamps: true }))
    expect(verdict).toBe('valid')
    expect(signatures.map(({ level }) => level)).toEqual(['B-T', 'B-T', 'B-T'])
    expect(signatures[0]?.timestampTime).toMatch(/^\d{4}-\d\d-\d\dT/u)
  })

  test('evidence in the file makes B-LT, a document time stamp behind it B-LTA', async () => {
    const signers = [world.drafter, world.leader, world.seal]
    const ocspResponses = await Promise.all(
      signers.map((signer) => statusAnswer(world.authority, signer.certificateDer)),
    )
    const letter = await aSealedLetter(world, { timestamps: true })
    const withEvidence = withSecurityStore(letter, { ocspResponses, crls: [world.authority.rootCrl()] })
    const nothing = { ocspResponses: [], crls: [] }
    expect(summary(await verify(withEvidence, { evidence: nothing }))).toEqual([
      ['initials', 'valid', 'B-LT', 'permitted'],
      ['leader', 'valid', 'B-LT', 'permitted'],
      ['seal', 'valid', 'B-LT', 'permitted'],
    ])
    const archived = await withDocumentTimestamp(withEvidence, world.authority, world.seal)
    const renewed = await withDocumentTimestamp(archived, world.authority, world.seal)
    expect(summary(await verify(renewed, { evidence: nothing }))).toEqual([
      ['initials', 'valid', 'B-LTA', 'permitted'],
      ['leader', 'valid', 'B-LTA', 'permitted'],
      ['seal', 'valid', 'B-LTA', 'permitted'],
      ['stamp800', 'valid', 'none', 'permitted'],
      ['stamp810', 'valid', 'none', 'none'],
    ])
  })

  test('a trusted signer may bring a field and a picture of its own, as other programs do', async () => {
    const objects = formObjects()
    const first = await signRaw(aForm(), { field: 'initials', identity: world.drafter })
    const second = await signRaw(first, {
      field: 'seal',
      fieldObject: 300,
      identity: world.seal,
      objects: {
        [FORM.acroForm]: objects[FORM.acroForm]?.toString().replace('11 0 R]', '11 0 R 300 0 R]') ?? '',
        [FORM.page]: objects[FORM.page]?.toString().replace('11 0 R]', '11 0 R 300 0 R]') ?? '',
      },
      fieldBody: (signature) =>
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (other) /Rect [10 10 90 90] /P 3 0 R /V ${signature} 0 R >>`,
    })
    expect(summary(await verify(second))).toEqual([
      ['initials', 'valid', 'B-B', 'permitted'],
      ['other', 'valid', 'B-B', 'none'],
    ])
  })

  test('a file without signatures is unsigned', async () => {
    expect(await verify(aForm())).toEqual({ verdict: 'unsigned', reasons: [], signatures: [] })
  })
})
