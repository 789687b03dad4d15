import { equalBytes, toHex } from '../../kernel/bytes.ts'
import { isForbiddenDigest, isForbiddenKey, signatureScheme } from './algorithms.ts'
import { isSelfIssued, KeyUsage, type Certificate } from './certificate.ts'
import { faultOf } from './check-signer.ts'
import type { SignatureCrypto } from './signature-crypto.port.ts'
import type { SignatureRule } from './verdict.ts'

/** The way from a certificate to a trust anchor, as far as it goes. */
export interface CertificatePath {
  /** The certificate first; the anchor last if one is reached. */
  readonly certificates: readonly Certificate[]
  readonly reach: 'anchor' | 'foreign-root' | 'incomplete'
  /** Broken whatever the time. */
  readonly broken: readonly SignatureRule[]
}

const MAX_LENGTH = 8
const MAX_SIGNATURE_CHECKS = 64

/** Searches for a path to one of the anchors (RFC 5280 6.1 without policies); the longest attempt if there is none. */
export async function findPath(
  leaf: Certificate,
  pool: readonly Certificate[],
  anchors: readonly Certificate[],
  crypto: SignatureCrypto,
): Promise<CertificatePath> {
  const trusted = new Set(anchors.map((anchor) => toHex(anchor.der)))
  const bySubject = Map.groupBy([...anchors, ...pool], (certificate) => toHex(certificate.subjectDer))
  let checksLeft = MAX_SIGNATURE_CHECKS
  let best: readonly Certificate[] = [leaf]
  const search = async (
    path: readonly Certificate[],
    newest: Certificate,
  ): Promise<readonly Certificate[] | undefined> => {
    if (trusted.has(toHex(newest.der))) return path
    if (path.length > best.length) best = path
    if (path.length >= MAX_LENGTH || isSelfIssued(newest)) return undefined
    for (const issuer of bySubject.get(toHex(newest.issuerDer)) ?? []) {
      if (path.some((member) => equalBytes(member.der, issuer.der))) continue
      checksLeft -= 1
      if (checksLeft < 0) return undefined
      if (!(await isSignedBy(newest, issuer, crypto))) continue
      const found = await search([...path, issuer], issuer)
      if (found !== undefined) return found
    }
    return undefined
  }
  const certificates = await search([leaf], leaf)
  if (certificates !== undefined) return { certificates, reach: 'anchor', broken: pathFaults(certificates) }
  const last = best.at(-1) ?? leaf
  const isRoot = isSelfIssued(last) && (await isSignedBy(last, last, crypto))
  return { certificates: best, reach: isRoot ? 'foreign-root' : 'incomplete', broken: [] }
}

/** Whether the issuer's key made the signature on the certificate; false for algorithms we do not have. */
export async function isSignedBy(
  certificate: Certificate,
  issuer: Certificate,
  crypto: SignatureCrypto,
): Promise<boolean> {
  try {
    return await crypto.verify({
      scheme: signatureScheme(certificate.signatureAlgorithm),
      publicKeyInfo: issuer.publicKeyInfo,
      signature: certificate.signature,
      signed: certificate.toBeSigned,
    })
  } catch (error) {
    faultOf(error)
    return false
  }
}

/** Whether the certificate is in its validity period at the moment, both ends included. */
export function isInForce(certificate: Certificate, at: Date): boolean {
  return certificate.notBefore <= at && at <= certificate.notAfter
}

/** Faults of a path whose signatures hold: who may issue, how deep, with what algorithms. The anchor is not judged. */
function pathFaults(path: readonly Certificate[]): SignatureRule[] {
  const faults: SignatureRule[] = []
  const below = path.slice(0, -1)
  for (const [index, certificate] of below.entries()) {
    if (certificate.unknownCriticalExtension) faults.push('certificate.chain-broken')
    if (isForbiddenDigest(signatureScheme(certificate.signatureAlgorithm).digest)) {
      faults.push('certificate.algorithm-forbidden')
    }
    if (index === 0) continue
    const mayIssue = certificate.keyUsage === undefined || (certificate.keyUsage & KeyUsage.certSign) !== 0
    const isDeepEnough =
      certificate.maxAuthoritiesBelow === undefined || index - 1 <= certificate.maxAuthoritiesBelow
    if (!certificate.isAuthority || !mayIssue || !isDeepEnough) faults.push('certificate.chain-broken')
    if (isForbiddenKey(certificate.publicKeyInfo)) faults.push('certificate.algorithm-forbidden')
  }
  return faults
}
