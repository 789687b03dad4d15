import { verify, X509Certificate } from 'node:crypto'
import { sha256 } from '#shared/kernel/hash.ts'
import { encodeCades, signCades } from '#shared/pdf/cades.ts'
import type { CadesSignature } from '#shared/pdf/cades.ts'
import { embedCms } from './increment/embed-cms.ts'
import { prepareSignature } from './increment/prepare-signature.ts'
import type { SignedPdf, SignPdfRequest } from './pdf.port.ts'
import { PdfError, PdfErrorCode } from './pdf-error.ts'

/** A token may hold a key that is not the certificate's: found here, before a file leaves. */
function checkKey({ certificate, signedAttributes, signatureValue }: CadesSignature): void {
  const { publicKey } = new X509Certificate(certificate)
  if (!verify('sha256', signedAttributes, publicKey, signatureValue)) {
    throw new PdfError(PdfErrorCode.selfCheckFailed, { problem: 'key-not-of-certificate' })
  }
}

/**
 * Signs one field as PAdES: B-T when the time-stamp authority answers, else B-B with the reason. Earlier bytes stay as they are.
 * Throws PdfError, and what the signer throws.
 */
export async function signPdf(request: SignPdfRequest): Promise<SignedPdf> {
  const prepared = await prepareSignature(request)
  const signature = await signCades(prepared.digest, request.signer)
  checkKey(signature)
  const stamp = await request.timestamp?.(sha256(signature.signatureValue))
  const cms = stamp?.ok === true ? encodeCades(signature, stamp.value.token) : encodeCades(signature)
  const bytes = embedCms(prepared, cms)
  const problem = await request.selfCheck(bytes, request.field)
  if (problem !== undefined) throw new PdfError(PdfErrorCode.selfCheckFailed, { problem })
  if (stamp === undefined) return { bytes, level: 'B-B' }
  return stamp.ok
    ? { bytes, level: 'B-T', timestampAt: stamp.value.at }
    : { bytes, level: 'B-B', timestampProblem: stamp.error }
}
