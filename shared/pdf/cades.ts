import { sha256 } from '../kernel/hash.ts'
import {
  DER_NULL,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTagged,
  derUnsigned,
} from '../kernel/der-writer.ts'
import { issuerAndSerial } from './certificate-identity.ts'

const DATA = derOid('1.2.840.113549.1.7.1')
const SIGNED_DATA = derOid('1.2.840.113549.1.7.2')
const CONTENT_TYPE = derOid('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = derOid('1.2.840.113549.1.9.4')
const SIGNING_CERTIFICATE_V2 = derOid('1.2.840.113549.1.9.16.2.47')
const SIGNATURE_TIMESTAMP = derOid('1.2.840.113549.1.9.16.2.14')
const SHA256 = derSequence(derOid('2.16.840.1.101.3.4.2.1'))
/** RFC 4055 asks for NULL behind RSA identifiers; RFC 5758 forbids parameters behind ECDSA. */
const SIGNATURE_ALGORITHM = {
  rsa: derSequence(derOid('1.2.840.113549.1.1.11'), DER_NULL),
  ec: derSequence(derOid('1.2.840.10045.4.3.2')),
} as const
const VERSION_1 = derInteger(1)

/** The key behind a certificate. `sign` hashes with SHA-256; RSA answers PKCS #1 v1.5, EC answers r‖s of equal length. */
export interface CadesKey {
  readonly keyType: 'rsa' | 'ec'
  readonly certificate: Uint8Array
  /** Intermediates first, then the root; may be empty. */
  readonly chain: readonly Uint8Array[]
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** A CAdES signature whose parts are fixed; `signatureValue` is what a signature time stamp covers. */
export interface CadesSignature {
  readonly signedAttributes: Uint8Array
  readonly signatureValue: Uint8Array
  readonly keyType: 'rsa' | 'ec'
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
}

function attribute(type: Uint8Array, value: Uint8Array): Uint8Array {
  return derSequence(type, derSetOf(value))
}

/** DER of r‖s (RFC 3279, 2.2.3). */
function ecdsaValue(rs: Uint8Array): Uint8Array {
  const half = rs.length / 2
  return derSequence(derUnsigned(rs.subarray(0, half)), derUnsigned(rs.subarray(half)))
}

/**
 * Signs a SHA-256 digest as CAdES baseline B for PAdES (ETSI EN 319 142-1, 6.3): content type, message digest and
 * signing-certificate-v2, nothing else; the time of signing stands in the PDF. Throws what `key.sign` throws.
 */
export async function signCades(contentDigest: Uint8Array, key: CadesKey): Promise<CadesSignature> {
  const certificateId = derSequence(derOctets(sha256(key.certificate)))
  const signedAttributes = derSetOf(
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, derOctets(contentDigest)),
    attribute(SIGNING_CERTIFICATE_V2, derSequence(derSequence(certificateId))),
  )
  const raw = await key.sign(signedAttributes)
  const signatureValue = key.keyType === 'ec' ? ecdsaValue(raw) : raw
  const { keyType, certificate, chain } = key
  return { signedAttributes, signatureValue, keyType, certificate, chain }
}

/** The same value under an implicit tag. */
function retagged(value: Uint8Array, tag: number): Uint8Array {
  const copy = value.slice()
  copy[0] = tag
  return copy
}

/** The signature as a detached CMS SignedData in DER; with a time-stamp token (RFC 3161) it is baseline T. */
export function encodeCades(signature: CadesSignature, timestampToken?: Uint8Array): Uint8Array {
  const signerInfo = derSequence(
    VERSION_1,
    issuerAndSerial(signature.certificate),
    SHA256,
    retagged(signature.signedAttributes, 0xa0),
    SIGNATURE_ALGORITHM[signature.keyType],
    derOctets(signature.signatureValue),
    ...(timestampToken ? [derTagged(1, attribute(SIGNATURE_TIMESTAMP, timestampToken))] : []),
  )
  const signedData = derSequence(
    VERSION_1,
    derSetOf(SHA256),
    derSequence(DATA),
    retagged(derSetOf(signature.certificate, ...signature.chain), 0xa0),
    derSetOf(signerInfo),
  )
  return derSequence(SIGNED_DATA, derTagged(0, signedData))
}
