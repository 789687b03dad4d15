import { createHash } from 'node:crypto'
import {
  DerError,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  DerTag,
  expectDer,
  readWholeDer,
  type DerNode,
} from '#shared/kernel/der-reader.ts'
import {
  derBits,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derTagged,
  derTimeChoice,
  derUnsigned,
  derValue,
} from '#shared/kernel/der-writer.ts'
import type { AuthorityMember } from './authority-state.ts'
import { certificateParts, serialHex } from './certificate-parts.ts'
import { signatureAlgorithm, signBytes } from './key-pairs.ts'

const OID = {
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  crlNumber: '2.5.29.20',
  authorityKeyIdentifier: '2.5.29.35',
} as const

const DIGEST_NAME: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
}

/** OCSPResponseStatus of RFC 6960 4.2.1. */
const RESPONSE = { successful: 0, malformedRequest: 1, unauthorized: 6 } as const

const FRESH_FOR_MS = 24 * 60 * 60 * 1000

/** What the status services know about the certificates of one issuer. */
export interface StatusBook {
  readonly issuerDer: Uint8Array
  readonly issued: ReadonlySet<string>
  readonly revoked: ReadonlyMap<string, Date>
}

/** Answers one OCSP request as the delegated responder, echoing the nonce; never throws on bad requests. */
export function answerStatusRequest(
  requestDer: Uint8Array,
  responder: AuthorityMember,
  books: readonly StatusBook[],
  at: Date,
): Uint8Array {
  try {
    const [toBeSigned] = derChildrenOf(readWholeDer(requestDer), DerTag.sequence)
    const parts = derChildrenOf(toBeSigned, DerTag.sequence)
    const list = parts.find((node) => node.tag === DerTag.sequence)
    const wanted = derChildrenOf(list, DerTag.sequence).map((request) => {
      return expectDer(derChildrenOf(request, DerTag.sequence)[0], DerTag.sequence)
    })
    const singles = wanted.map((certificateId) => singleResponse(certificateId, books, at))
    if (singles.length === 0) return statusOnly(RESPONSE.malformedRequest)
    if (singles.includes(undefined)) return statusOnly(RESPONSE.unauthorized)
    const known = singles.filter((single) => single !== undefined)
    return successful(known, nonceOf(parts.find((node) => node.tag === 0xa2)), responder, at)
  } catch (error) {
    if (error instanceof DerError) return statusOnly(RESPONSE.malformedRequest)
    throw error
  }
}

/** A complete CRL of one issuer (RFC 5280 5), signed with the issuer's own key. */
export function buildRevocationList(
  issuer: AuthorityMember,
  revoked: ReadonlyMap<string, Date>,
  at: Date,
): Uint8Array {
  const algorithm = signatureAlgorithm(issuer.keys.keyType)
  const { subject, keyHash } = certificateParts(issuer.certificateDer)
  const entries = [...revoked].map(([serial, when]) =>
    derSequence(derUnsigned(Buffer.from(serial, 'hex')), derTimeChoice(when)),
  )
  const number = derInteger(Math.floor(at.getTime() / 1000))
  const extensions = derSequence(
    derSequence(derOid(OID.authorityKeyIdentifier), derOctets(derSequence(derValue(0x80, keyHash)))),
    derSequence(derOid(OID.crlNumber), derOctets(number)),
  )
  const toBeSigned = derSequence(
    derInteger(1),
    algorithm,
    subject,
    derTimeChoice(at),
    derTimeChoice(new Date(at.getTime() + FRESH_FOR_MS)),
    ...(entries.length === 0 ? [] : [derSequence(...entries)]),
    derTagged(0, extensions),
  )
  return derSequence(toBeSigned, algorithm, derBits(signBytes(toBeSigned, issuer.keys)))
}

function singleResponse(
  certificateId: DerNode,
  books: readonly StatusBook[],
  at: Date,
): Uint8Array | undefined {
  const [algorithm, nameHash, keyHash, serialNode] = derChildrenOf(certificateId, DerTag.sequence)
  const digest = DIGEST_NAME[derOidText(derChildrenOf(algorithm, DerTag.sequence)[0])]
  if (digest === undefined) return undefined
  const book = books.find(({ issuerDer }) => {
    const { subject, publicKeyBits } = certificateParts(issuerDer)
    const sameName = createHash(digest).update(subject).digest().equals(derOctetBytes(nameHash))
    return sameName && createHash(digest).update(publicKeyBits).digest().equals(derOctetBytes(keyHash))
  })
  if (book === undefined) return undefined
  const serial = serialHex(expectDer(serialNode, DerTag.integer).content)
  return derSequence(
    certificateId.raw,
    certificateStatus(serial, book),
    derGeneralizedTime(at),
    derTagged(0, derGeneralizedTime(new Date(at.getTime() + FRESH_FOR_MS))),
  )
}

/** CertStatus: good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL. */
function certificateStatus(serial: string, book: StatusBook): Uint8Array {
  const revokedAt = book.revoked.get(serial)
  if (revokedAt !== undefined) return derTagged(1, derGeneralizedTime(revokedAt))
  return derValue(book.issued.has(serial) ? 0x80 : 0x82)
}

function nonceOf(extensions: DerNode | undefined): Uint8Array | undefined {
  if (extensions === undefined) return undefined
  const [list] = derChildrenOf(extensions, 0xa2)
  return derChildrenOf(list, DerTag.sequence).find(
    (extension) => derOidText(derChildrenOf(extension, DerTag.sequence)[0]) === OID.nonce,
  )?.raw
}

function successful(
  singles: readonly Uint8Array[],
  nonce: Uint8Array | undefined,
  responder: AuthorityMember,
  at: Date,
): Uint8Array {
  const responderId = derTagged(2, derOctets(certificateParts(responder.certificateDer).keyHash))
  const data = derSequence(
    responderId,
    derGeneralizedTime(at),
    derSequence(...singles),
    ...(nonce === undefined ? [] : [derTagged(1, derSequence(nonce))]),
  )
  const basic = derSequence(
    data,
    signatureAlgorithm(responder.keys.keyType),
    derBits(signBytes(data, responder.keys)),
    derTagged(0, derSequence(responder.certificateDer)),
  )
  const responseBytes = derSequence(derOid(OID.basicResponse), derOctets(basic))
  return derSequence(derValue(0x0a, Uint8Array.of(RESPONSE.successful)), derTagged(0, responseBytes))
}

function statusOnly(status: number): Uint8Array {
  return derSequence(derValue(0x0a, Uint8Array.of(status)))
}
