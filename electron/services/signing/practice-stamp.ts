import { randomBytes } from 'node:crypto'
import type { TrustSnapshot } from '../foreign-files/foreign-files.port.ts'
import type { SignatureStamp } from '../pdf/pdf.port.ts'
import { PRACTICE_PKI_ORIGIN } from '../practice/practice-pki.ts'
import { certificatePath } from '../signer/certificate-path.ts'
import { nodeSignatureVerifier } from '../timestamp/node-signature-verifier.ts'
import { rfc3161Timestamp, type GuardedPost } from '../timestamp/rfc3161-timestamp.ts'

/** Time stamps of the practice authority, believed when they lead to the practice root. */
export function practiceStamp(post: GuardedPost, trust: () => Promise<TrustSnapshot>): SignatureStamp {
  return async (digest) => {
    const { roots, intermediates } = await trust()
    const authority = rfc3161Timestamp({
      url: `${PRACTICE_PKI_ORIGIN}/tsa`,
      post,
      verifier: nodeSignatureVerifier,
      randomBytes: (size) => new Uint8Array(randomBytes(size)),
      isTrusted: (certificate, others, at) =>
        certificatePath(certificate, [...others, ...intermediates], roots, at) !== undefined,
    })
    return authority.stamp(digest)
  }
}
