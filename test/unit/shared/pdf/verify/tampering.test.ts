import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import { latin1 } from '../../../../builders/raw-pdf.ts'
import { aSealedLetter, aSigningWorld, type SigningWorld } from '../../../../builders/sealed-letter.ts'

let world: SigningWorld
let sealed: Uint8Array
/** First digit of the seal's CMS, and the offset behind its last one. */
let cms: { start: number; end: number }

beforeAll(async () => {
  world = await aSigningWorld()
  sealed = await aSealedLetter(world, { timestamps: true })
  const start = latin1(sealed).lastIndexOf('/Contents <') + '/Contents <'.length
  cms = {
    start,
    end:
      start +
      latin1(sealed)
        .slice(start)
        .search(/0{400}/u),
  }
})

function verify(bytes: Uint8Array): Promise<PdfVerdict> {
  return verifyPdf(bytes, {
    trust: [world.authority.rootCertificate],
    crypto: webSignatureCrypto(crypto.subtle),
    now: new Date(),
    evidence: { ocspResponses: [], crls: [world.authority.crl()] },
  })
}

describe('a single changed byte', () => {
  test('anywhere in the file is never valid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const copy = sealed.slice()
          copy[at] = (copy[at] ?? 0) ^ change
          expect((await verify(copy)).verdict).not.toBe('valid')
        },
      ),
      { numRuns: 80 },
    )
  })

  test('anywhere in the CMS, unsigned parts too, is never valid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 15 }), async (where, change) => {
        const at = cms.start + (where % (cms.end - cms.start))
        const copy = sealed.slice()
        copy.set(
          Buffer.from((Number.parseInt(latin1(sealed.subarray(at, at + 1)), 16) ^ change).toString(16)),
          at,
        )
        expect((await verify(copy)).verdict).not.toBe('valid')
      }),
      { numRuns: 120 },
    )
  })
})

describe('hostile files', () => {
  test('cut, doubled and shuffled files end in a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length }),
        fc.nat({ max: sealed.length }),
        fc.nat({ max: sealed.length }),
        async (from, to, into) => {
          const [start, end] = from < to ? [from, to] : [to, from]
          const moved = Buffer.concat([
            sealed.subarray(0, into),
            sealed.subarray(start, end),
            sealed.subarray(into),
          ])
          if (start === end) return
          expect((await verify(moved)).verdict).not.toBe('valid')
        },
      ),
      { numRuns: 60 },
    )
  })
})
