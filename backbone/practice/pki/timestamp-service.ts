import { createHash, randomBytes } from 'node:crypto'
import {
  DER_NULL,
  derBits,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTagged,
  derUnsigned,
} from '#shared/kernel/der-writer.ts'
import {
  DerError,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  DerTag,
  expectDer,
  readWholeDer,
} from '#shared/kernel/der-reader.ts'
import type { AuthorityMember } from './authority-state.ts'
import { signatureAlgorithm, signBytes } from './key-pairs.ts'
import { issuerAndSerial } from './certificate-parts.ts'

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  /** ITU-T leaves arc 2.999 for examples. */
  practicePolicy: '2.999.68.2',
} as const

const DIGEST_BYTES: Readonly<Record<string, number>> = {
  [OID.sha256]: 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}

const STATUS = { granted: 0, rejection: 2 } as const
/** PKIFailureInfo of RFC 3161 2.4.2: bits 0 and 5. */
const FAILURE = {
  badAlgorithm: derBits(Uint8Array.of(0x80), 7),
  badDataFormat: derBits(Uint8Array.of(0x04), 2),
}

interface TimestampRequest {
  readonly imprint: Uint8Array
  readonly digestOid: string
  readonly digestBytes: number
  readonly nonce: Uint8Array | undefined
  readonly wantsCertificates: boolean
}

/** Answers one RFC 3161 request; a request it cannot serve gets a rejection, never an exception. */
export function answerTimestampRequest(
  requestDer: Uint8Array,
  service: AuthorityMember,
  chainDer: readonly Uint8Array[],
  at: Date,
): Uint8Array {
  const request = readRequest(requestDer)
  if (request === undefined) return rejection(FAILURE.badDataFormat)
  if (DIGEST_BYTES[request.digestOid] !== request.digestBytes) return rejection(FAILURE.badAlgorithm)
  const info = timeStampInfo(request, at)
  const certificates = request.wantsCertificates ? [service.certificateDer, ...chainDer] : []
  return derSequence(derSequence(derInteger(STATUS.granted)), signedToken(info, service, certificates))
}

function readRequest(der: Uint8Array): TimestampRequest | undefined {
  try {
    const [version, imprint, ...optional] = derChildrenOf(readWholeDer(der), DerTag.sequence)
    expectDer(version, DerTag.integer)
    const [algorithm, digest] = derChildrenOf(imprint, DerTag.sequence)
    return {
      imprint: expectDer(imprint, DerTag.sequence).raw,
      digestOid: derOidText(derChildrenOf(algorithm, DerTag.sequence)[0]),
      digestBytes: derOctetBytes(digest).length,
      nonce: optional.find((node) => node.tag === DerTag.integer)?.raw,
      wantsCertificates: optional.some((node) => node.tag === DerTag.boolean && node.content[0] !== 0),
    }
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

function rejection(failure: Uint8Array): Uint8Array {
  return derSequence(derSequence(derInteger(STATUS.rejection), failure))
}

function timeStampInfo(request: TimestampRequest, at: Date): Uint8Array {
  const accuracyOneSecond = derSequence(derInteger(1))
  return derSequence(
    derInteger(1),
    derOid(OID.practicePolicy),
    request.imprint,
    derUnsigned(randomBytes(8)),
    derGeneralizedTime(at),
    accuracyOneSecond,
    ...(request.nonce === undefined ? [] : [request.nonce]),
  )
}

function signedToken(
  info: Uint8Array,
  service: AuthorityMember,
  certificates: readonly Uint8Array[],
): Uint8Array {
  const sha256 = derSequence(derOid(OID.sha256), DER_NULL)
  const certificateHash = derOctets(sha256Of(service.certificateDer))
  const attributes = [
    attribute(OID.contentType, derOid(OID.timeStampInfo)),
    attribute(OID.messageDigest, derOctets(sha256Of(info))),
    attribute(OID.signingCertificateV2, derSequence(derSequence(derSequence(certificateHash)))),
  ]
  const signedAttributes = derSetOf(...attributes)
  const signerInfo = derSequence(
    derInteger(1),
    issuerAndSerial(service.certificateDer),
    sha256,
    retag(signedAttributes, 0xa0),
    signatureAlgorithm(service.keys.keyType),
    derOctets(signBytes(signedAttributes, service.keys)),
  )
  const signedData = derSequence(
    derInteger(3),
    derSetOf(sha256),
    derSequence(derOid(OID.timeStampInfo), derTagged(0, derOctets(info))),
    ...(certificates.length === 0 ? [] : [retag(derSetOf(...certificates), 0xa0)]),
    derSetOf(signerInfo),
  )
  return derSequence(derOid(OID.signedData), derTagged(0, signedData))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derSetOf(value))
}

/** The same value under an implicit tag. */
function retag(value: Uint8Array, tag: number): Uint8Array {
  const copy = value.slice()
  copy[0] = tag
  return copy
}

function sha256Of(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
