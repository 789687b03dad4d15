/** Signing and checking one PDF with a key in software and no network. */
import { randomBytes, webcrypto } from 'node:crypto'
import { finalizeBase } from '../../electron/services/pdf/finalize-base.ts'
import { signPdf } from '../../electron/services/pdf/sign-pdf.ts'
import type { Signer } from '../../electron/services/signer/signer.port.ts'
import { routeFields } from '../../shared/pdf/route-fields.ts'
import { verifyPdf } from '../../shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '../../shared/pdf/verify/web-signature-crypto.ts'
import { drawPng, sealPng } from '../builders/a-picture.ts'
import { officialLetterHtml, tinosFace } from '../builders/official-letter.ts'
import { aSigner, anAuthority } from '../builders/practice-signers.ts'
import { startPrinter } from '../builders/print-html.ts'
import { interleaved, progress, report } from './bench.ts'

const ROUNDS = 20
const line = { sizePt: 13, align: 'left' } as const
const LABELS = { initials: (n: number) => `i${n}`, leader: 'l', number: 'n', date: 'd', seal: 's' }
const SEAL = sealPng()

const finish = (print: Uint8Array) =>
  finalizeBase({
    print,
    meta: { title: 'Đo tốc độ', language: 'vi', tool: 'Congso', createdAt: '2026-11-05T02:00:00.000Z' },
    fields: routeFields({ initials: 2, labels: LABELS, number: line, date: line }),
    fonts: {
      regular: tinosFace('400Regular/Tinos_400Regular.ttf'),
      italic: tinosFace('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    },
    allowedFonts: ['Tinos'],
  })

const seal = (bytes: Uint8Array, signer: Signer) =>
  signPdf({
    bytes,
    field: 'seal',
    appearance: { kind: 'picture', png: SEAL },
    fill: { number: '1234', date: 'ngày 05 tháng 11 năm 2026' },
    time: new Date().toISOString(),
    signer,
    selfCheck: () => Promise.resolve(undefined),
  })

/** A picture that does not compress, some 80 kB, for a page of its own. */
function noisePage(): string {
  const noise = randomBytes(165 * 165 * 3)
  const png = drawPng(165, 165, (x, y) => {
    const at = 3 * (165 * y + x)
    return [noise[at] ?? 0, noise[at + 1] ?? 0, noise[at + 2] ?? 0, 255]
  })
  return `<p style="break-before:page"><img alt="Ảnh" src="data:image/png;base64,${Buffer.from(png).toString('base64')}"></p>`
}

const printer = await startPrinter()
const authority = await anAuthority()
const rsa = await aSigner(authority, { keyType: 'rsa-2048' })
const small = await finish(await printer.print(officialLetterHtml({ paragraphs: 24 })))
const pages = Array.from({ length: 197 }, noisePage).join('')
const big = await finish(
  await printer.print(
    officialLetterHtml({ paragraphs: 24 }).replace('<div class="foot">', `${pages}<div class="foot">`),
  ),
)
await printer.close()

const signed = (await seal(small, rsa)).bytes
const verify = () =>
  verifyPdf(signed, {
    trust: [authority.rootCertificate],
    crypto: webSignatureCrypto(webcrypto.subtle),
    now: new Date(),
  })

const since = performance.now()
progress(`3 pages of ${small.length} bytes, 200 pages of ${big.length} bytes, ${ROUNDS} rounds`)
const [signSmall = NaN, signBig = NaN, verifySmall = NaN] = await interleaved(ROUNDS, [
  () => seal(small, rsa),
  () => seal(big, rsa),
  verify,
])
const against = { what: 'sign 3 pages, ms', value: signSmall }
report({
  bench: 'sign',
  figure: 'sign 3 pages, RSA-2048 in software',
  value: signSmall,
  unit: 'ms',
  budget: { of: 'value', atMost: 50 },
  since,
})
report({
  bench: 'sign',
  figure: `sign 200 pages, ${Math.round(big.length / 1e6)} MB`,
  value: signBig,
  unit: 'ms',
  against,
  budget: { of: 'ratio', atMost: 8 },
  since,
})
report({
  bench: 'sign',
  figure: 'verify 3 pages',
  value: verifySmall,
  unit: 'ms',
  against,
  budget: { of: 'ratio', atMost: 4 },
  since,
})
