import { createHash } from 'node:crypto'
import {
  DER_NULL,
  DER_TRUE,
  derBits,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derTagged,
  derTimeChoice,
  derUnsigned,
  derUtf8,
  derValue,
} from '#shared/kernel/der-writer.ts'
import { derBitBytes, derChildrenOf, DerTag, readWholeDer } from '#shared/kernel/der-reader.ts'
import { publicKeyInfo, signatureAlgorithm, signBytes, type KeyPair } from './key-pairs.ts'
import { PRACTICE_MARK } from './names.ts'

/** What a certificate is for; it decides key usage, extended key usage and the other extensions. */
export type CertificateUse = 'root' | 'issuing' | 'person' | 'seal' | 'ocsp' | 'timestamp'

export interface CertificateRequest {
  readonly use: CertificateUse
  /** DER of the name. */
  readonly subject: Uint8Array
  readonly subjectKeys: KeyPair
  readonly issuer: { readonly name: Uint8Array; readonly keys: KeyPair }
  /** Positive, big-endian, without a leading zero. */
  readonly serial: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  /** Where to ask about the certificate; the root names none. */
  readonly services?: { readonly issuerUrl: string; readonly crlUrl: string; readonly ocspUrl?: string }
}

const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const
const ACCESS = { ocsp: '1.3.6.1.5.5.7.48.1', issuer: '1.3.6.1.5.5.7.48.2' } as const
const USER_NOTICE = '1.3.6.1.5.5.7.2.2'
/** ITU-T leaves arc 2.999 for examples, which is what practice is. */
const PRACTICE_POLICY = '2.999.68.1'

/** RFC 5280 keyUsage: keyCertSign + cRLSign, digitalSignature + nonRepudiation, digitalSignature. */
const KEY_USAGE: Record<CertificateUse, Uint8Array> = {
  root: derBits(Uint8Array.of(0b0000_0110), 1),
  issuing: derBits(Uint8Array.of(0b0000_0110), 1),
  person: derBits(Uint8Array.of(0b1100_0000), 6),
  seal: derBits(Uint8Array.of(0b1100_0000), 6),
  ocsp: derBits(Uint8Array.of(0b1000_0000), 7),
  timestamp: derBits(Uint8Array.of(0b1000_0000), 7),
}
const BASIC_CONSTRAINTS: Record<CertificateUse, Uint8Array> = {
  root: derSequence(DER_TRUE),
  issuing: derSequence(DER_TRUE, derInteger(0)),
  person: derSequence(),
  seal: derSequence(),
  ocsp: derSequence(),
  timestamp: derSequence(),
}
const EXTENDED_KEY_USAGE: Partial<Record<CertificateUse, string>> = {
  ocsp: '1.3.6.1.5.5.7.3.9',
  timestamp: '1.3.6.1.5.5.7.3.8',
}

/** Issues one certificate (RFC 5280 profile) and returns its DER. */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const algorithm = signatureAlgorithm(request.issuer.keys.keyType)
  const toBeSigned = derSequence(
    derTagged(0, derInteger(2)),
    derUnsigned(request.serial),
    algorithm,
    request.issuer.name,
    derSequence(derTimeChoice(request.notBefore), derTimeChoice(request.notAfter)),
    request.subject,
    publicKeyInfo(request.subjectKeys),
    derTagged(3, derSequence(...extensionsFor(request))),
  )
  return derSequence(toBeSigned, algorithm, derBits(signBytes(toBeSigned, request.issuer.keys)))
}

function extensionsFor(request: CertificateRequest): Uint8Array[] {
  const { use, services } = request
  const ownKey = derOctets(keyIdentifier(request.subjectKeys))
  const issuerKey = derSequence(derValue(0x80, keyIdentifier(request.issuer.keys)))
  const extensions = [
    criticalExtension(EXTENSION.basicConstraints, BASIC_CONSTRAINTS[use]),
    criticalExtension(EXTENSION.keyUsage, KEY_USAGE[use]),
    extension(EXTENSION.subjectKeyIdentifier, ownKey),
    extension(EXTENSION.authorityKeyIdentifier, issuerKey),
  ]
  const purpose = EXTENDED_KEY_USAGE[use]
  if (purpose !== undefined) {
    const make = use === 'timestamp' ? criticalExtension : extension
    extensions.push(make(EXTENSION.extendedKeyUsage, derSequence(derOid(purpose))))
  }
  if (use === 'ocsp') extensions.push(extension(EXTENSION.ocspNoCheck, DER_NULL))
  if (use === 'person' || use === 'seal') {
    extensions.push(extension(EXTENSION.certificatePolicies, practicePolicy()))
  }
  if (services !== undefined) extensions.push(...serviceExtensions(services))
  return extensions
}

function serviceExtensions(services: NonNullable<CertificateRequest['services']>): Uint8Array[] {
  const { issuerUrl, crlUrl, ocspUrl } = services
  const access = [
    ...(ocspUrl === undefined ? [] : [derSequence(derOid(ACCESS.ocsp), uri(ocspUrl))]),
    derSequence(derOid(ACCESS.issuer), uri(issuerUrl)),
  ]
  const point = derSequence(derTagged(0, derTagged(0, uri(crlUrl))))
  return [
    extension(EXTENSION.authorityInfoAccess, derSequence(...access)),
    extension(EXTENSION.crlDistributionPoints, derSequence(point)),
  ]
}

function practicePolicy(): Uint8Array {
  const notice = derSequence(derOid(USER_NOTICE), derSequence(derUtf8(PRACTICE_MARK)))
  return derSequence(derSequence(derOid(PRACTICE_POLICY), derSequence(notice)))
}

/** SHA-1 of the public key bits (RFC 5280 4.2.1.2). */
function keyIdentifier(keys: KeyPair): Uint8Array {
  const [, bits] = derChildrenOf(readWholeDer(publicKeyInfo(keys)), DerTag.sequence)
  return createHash('sha1').update(derBitBytes(bits)).digest()
}

/** GeneralName uniformResourceIdentifier. */
function uri(value: string): Uint8Array {
  return derValue(0x86, new TextEncoder().encode(value))
}

function extension(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derOctets(value))
}

function criticalExtension(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), DER_TRUE, derOctets(value))
}
