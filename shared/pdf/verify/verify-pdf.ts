import { PdfStructureError } from '../structure/pdf-error.ts'
import { PdfFile } from '../structure/pdf-file.ts'
import type { Evidence, StatusSource } from './certificate-status.ts'
import { findSignatures } from './find-signatures.ts'
import { judgeSignatures } from './judge-signatures.ts'
import { rememberingCrypto } from './remembering-crypto.ts'
import type { SignatureCrypto } from './signature-crypto.port.ts'
import { parseCertificates } from './trust.ts'
import { worstVerdict, type PdfVerdict, type SignatureRule } from './verdict.ts'

export interface VerifyPdfOptions {
  /** DER of the certificates that are trusted as they stand. */
  readonly trust: readonly Uint8Array[]
  readonly crypto: SignatureCrypto
  readonly now: Date
  /** Answers of status services that came with the file or were kept from an earlier check. */
  readonly evidence?: Evidence
  /** DER of certificates that may stand between a signer and a trusted one. */
  readonly intermediates?: readonly Uint8Array[]
  /** Asked only for what file and evidence do not tell. */
  readonly statusSource?: StatusSource
}

const NO_EVIDENCE: Evidence = { ocspResponses: [], crls: [] }

/**
 * The verdict on all signatures of a PDF (Circular 15/2025, Annex II; ISO 32000-2, 12.8; ETSI EN 319 142-1). Never throws for
 * what the bytes contain: what cannot be judged is `unknown` with the reason.
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyPdfOptions): Promise<PdfVerdict> {
  try {
    const file = new PdfFile(bytes)
    if (file.sections.some((section) => section.trailer.entries.has('Encrypt')))
      return unreadable('pdf.encrypted')
    const found = findSignatures(file)
    if (found.length === 0) return { verdict: 'unsigned', reasons: [], signatures: [] }
    const signatures = await judgeSignatures(file, found, {
      anchors: parseCertificates(options.trust),
      pool: parseCertificates(options.intermediates ?? []),
      crypto: rememberingCrypto(options.crypto),
      now: options.now,
      given: options.evidence ?? NO_EVIDENCE,
      embedded: NO_EVIDENCE,
      source: options.statusSource,
    })
    return {
      verdict: worstVerdict(signatures.map((signature) => signature.verdict)),
      reasons: [],
      signatures,
    }
  } catch (error) {
    if (error instanceof PdfStructureError) return unreadable(error.refusal)
    throw error
  }
}

function unreadable(reason: SignatureRule): PdfVerdict {
  return { verdict: 'unknown', reasons: [reason], signatures: [] }
}
