import { z } from 'zod'
import { request, type IpcDefinition } from './define.ts'
import { blobHash } from './values.ts'

const reasons = z.array(z.string()).readonly()

/** A `SignatureReport` of `shared/pdf/verify`, as it crosses. */
const signatureReport = z.strictObject({
  field: z.string(),
  kind: z.enum(['signature', 'timestamp']),
  verdict: z.enum(['valid', 'warning', 'invalid', 'unknown']),
  reasons,
  intact: z.boolean(),
  coversWholeFile: z.boolean(),
  changedAfterSigning: z.enum(['none', 'permitted', 'forbidden', 'unknown']),
  signer: z.string().nullable(),
  organisation: z.string().nullable(),
  issuer: z.string().nullable(),
  certificate: z.string().nullable(),
  claimedTime: z.string().nullable(),
  timestampTime: z.string().nullable(),
  digest: z.string().nullable(),
  subFilter: z.string().nullable(),
  level: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA', 'none']),
  trust: z.enum(['trusted', 'chain-incomplete', 'untrusted', 'expired', 'revoked']),
})

/** A `PdfVerdict` of `shared/pdf/verify`, as it crosses. */
export const pdfVerdict = z.strictObject({
  verdict: z.enum(['valid', 'warning', 'invalid', 'unknown', 'unsigned']),
  reasons,
  signatures: z.array(signatureReport).readonly(),
})
export type PdfVerdictMessage = z.infer<typeof pdfVerdict>

/** Signatures of files, judged in a process of its own. */
export const verifyIpc = {
  'verify.document': request({
    input: blobHash,
    output: pdfVerdict,
    errors: ['blob-missing', 'blob-corrupt', 'too-large', 'timed-out'],
  }),
} satisfies IpcDefinition
