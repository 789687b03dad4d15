import { toHex } from '#shared/kernel/bytes.ts'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'
import type { PreparedSignature } from './prepare-signature.ts'

/** Puts the CMS into its place in `prepared.bytes`, zeros behind it, and answers them: a copy of a large file takes long. Throws PdfError `placeTooSmall`. */
export function embedCms(prepared: PreparedSignature, cms: Uint8Array): Uint8Array {
  const room = prepared.gapEnd - prepared.gapStart - 2
  if (2 * cms.length > room) throw new PdfError(PdfErrorCode.placeTooSmall, { bytes: cms.length })
  prepared.bytes.set(new TextEncoder().encode(toHex(cms)), prepared.gapStart + 1)
  return prepared.bytes
}
