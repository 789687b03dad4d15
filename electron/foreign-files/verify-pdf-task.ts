import { webcrypto } from 'node:crypto'
import { z } from 'zod'
import type { PdfVerdict } from '#shared/pdf/verify/verdict.ts'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'

const bytes = z.instanceof(Uint8Array)

/** What main sends; kept beside `TrustSnapshot` of the service. */
export const verifyPdfTask = z.strictObject({
  task: z.literal('verify-pdf'),
  file: bytes,
  trust: z.strictObject({
    roots: z.array(bytes),
    intermediates: z.array(bytes),
    ocspResponses: z.array(bytes),
    crls: z.array(bytes),
  }),
})
export type VerifyPdfTask = z.infer<typeof verifyPdfTask>

/** Judges the signatures of a file with what came along: this process reaches no network. */
export function runVerifyPdf({ file, trust }: VerifyPdfTask, now: Date): Promise<PdfVerdict> {
  return verifyPdf(file, {
    trust: trust.roots,
    intermediates: trust.intermediates,
    evidence: { ocspResponses: trust.ocspResponses, crls: trust.crls },
    crypto: webSignatureCrypto(webcrypto.subtle),
    now,
  })
}
