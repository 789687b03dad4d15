import { equalBytes } from '../../kernel/bytes.ts'
import { DerError } from '../../kernel/der-reader.ts'
import { parseCertificate, type Certificate } from './certificate.ts'
import { isSignedBy } from './certificate-path.ts'
import type { SignatureCrypto } from './signature-crypto.port.ts'
import { Attribute, type SignedData } from './signed-data.ts'

const DATA = '1.2.840.113549.1.7.1'
/** PAdES allows no other unsigned attribute (ETSI EN 319 142-1, 6.3); Adobe's archive sometimes stands there too. */
const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set([Attribute.timestampToken, Attribute.revocationArchive])

/**
 * Whether what a signature carries but does not cover was tampered with: certificates that are damaged or that their
 * issuer did not sign, attributes that do not belong there. The signed content is untouched then, but someone was at it.
 */
export async function isAltered(
  signed: SignedData,
  known: readonly Certificate[],
  crypto: SignatureCrypto,
): Promise<boolean> {
  if (signed.version !== expectedVersion(signed)) return true
  if ([...signed.unsignedAttributes.keys()].some((type) => !KNOWN_ATTRIBUTES.has(type))) return true
  const embedded = signed.certificates.map(parseOrNothing)
  const others = [...known, ...embedded.flatMap((certificate) => certificate ?? [])]
  for (const certificate of embedded) {
    if (certificate === undefined || !(await isGenuine(certificate, others, crypto))) return true
  }
  return false
}

/** RFC 5652 5.1, for the only kinds of certificates that are used. */
function expectedVersion({ contentType, signerId }: SignedData): number {
  return contentType === DATA && signerId.kind === 'issuer-and-serial' ? 1 : 3
}

/** A certificate whose issuer is not at hand is taken as it is, unless it looks like a changed copy of one we know. */
async function isGenuine(
  certificate: Certificate,
  others: readonly Certificate[],
  crypto: SignatureCrypto,
): Promise<boolean> {
  const issuers = others.filter(({ subjectDer }) => equalBytes(subjectDer, certificate.issuerDer))
  for (const issuer of issuers) if (await isSignedBy(certificate, issuer, crypto)) return true
  const isCopy = others.some(
    (other) =>
      equalBytes(other.publicKeyInfo, certificate.publicKeyInfo) && !equalBytes(other.der, certificate.der),
  )
  return issuers.length === 0 && !isCopy
}

function parseOrNothing(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der)
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}
