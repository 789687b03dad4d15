import { beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { PDF_ATTACKS } from '../../../../builders/pdf-attacks.ts'
import { aSealedLetter, aSigningWorld, type SigningWorld } from '../../../../builders/sealed-letter.ts'

/** What readers and other validators let pass as harmless; a person is told of it, the content is what was signed. */
const ONLY_WARNED = new Set(['gap-garbage', 'trail-comment', 'trail-line'])

let world: SigningWorld
let sealed: Uint8Array

beforeAll(async () => {
  world = await aSigningWorld()
  sealed = await aSealedLetter(world)
})

function verify(bytes: Uint8Array): Promise<PdfVerdict> {
  return verifyPdf(bytes, {
    trust: [world.authority.rootCertificate],
    crypto: webSignatureCrypto(crypto.subtle),
    now: new Date(),
    evidence: { ocspResponses: [], crls: [world.authority.crl()] },
  })
}

test('the letter that attacks start from is valid', async () => {
  const verdict = await verify(sealed)
  expect(verdict.signatures.map(({ field, reasons }) => [field, ...reasons])).toEqual([
    ['initials'],
    ['leader'],
    ['seal'],
  ])
  expect(verdict.verdict).toBe('valid')
})

describe('no attack is shown as valid', () => {
  test.each(PDF_ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (name, attack) => {
    const forged = await attack.apply(sealed, world)
    const { verdict, signatures } = await verify(Uint8Array.from(forged))
    expect(
      ['invalid', 'unknown', ...(ONLY_WARNED.has(name) ? ['warning'] : [])],
      JSON.stringify(signatures, null, 1),
    ).toContain(verdict)
  })
})
