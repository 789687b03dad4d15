import {
  derChildren,
  derChildrenOf,
  DerError,
  derOctetBytes,
  derOidText,
  derSmallInteger,
  DerTag,
  derTime,
  expectDer,
  readDer,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { toHex } from '../../kernel/bytes.ts'
import { algorithmOid, refuseParameters } from './algorithms.ts'
import type { Certificate } from './certificate.ts'

/** A CMS SignedData (RFC 5652) with its one signer, as PDF signatures and time stamps carry it. */
export interface SignedData {
  /** Octets of the whole value in front of any padding. */
  readonly raw: Uint8Array
  readonly version: number
  readonly contentType: string
  /** What is signed, if it stands inside. */
  readonly content: Uint8Array | undefined
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly signerId: SignerId
  readonly digestAlgorithm: DerNode
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
  /** The SET OF attributes as it was signed; undefined if there are none. */
  readonly signedAttributes: Uint8Array | undefined
  readonly attributes: Attributes
  readonly unsignedAttributes: Attributes
}

export type SignerId =
  | { readonly kind: 'issuer-and-serial'; readonly issuerDer: Uint8Array; readonly serial: string }
  | { readonly kind: 'key-identifier'; readonly identifier: Uint8Array }

/** Values by attribute type. */
export type Attributes = ReadonlyMap<string, readonly DerNode[]>

export const Attribute = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  /** Adobe's place for evidence, from before the document security store. */
  revocationArchive: '1.2.840.113583.1.1.8',
} as const

const SIGNED_DATA = '1.2.840.113549.1.7.2'

/** Reads the value at the start of the bytes. Throws `DerError`, also on more or fewer signers than one. */
export function parseSignedData(bytes: Uint8Array): SignedData {
  const whole = readDer(bytes)
  const [type, wrapper, ...more] = derChildrenOf(whole, DerTag.sequence)
  if (derOidText(type) !== SIGNED_DATA || more.length > 0) throw new DerError('signed data expected')
  const fields = derChildrenOf(derChildrenOf(wrapper, 0xa0)[0], DerTag.sequence)
  const [version, digestAlgorithms, encapsulated] = fields
  const [contentType, content] = derChildrenOf(encapsulated, DerTag.sequence)
  const signers = derChildrenOf(fields.at(-1), DerTag.set)
  const [signer] = signers
  if (signer === undefined || signers.length !== 1) throw new DerError('one signer expected')
  const parsed = parseSigner(signer)
  const announced = derChildrenOf(digestAlgorithms, DerTag.set).map((algorithm) => {
    refuseParameters(algorithm)
    return algorithmOid(algorithm)
  })
  if (!announced.includes(algorithmOid(parsed.digestAlgorithm))) throw new DerError('digest not announced')
  return {
    raw: whole.raw,
    version: derSmallInteger(version),
    contentType: derOidText(contentType),
    content: content === undefined ? undefined : derOctetBytes(derChildrenOf(content, 0xa0)[0]),
    certificates: childrenUnder(fields, 0xa0),
    crls: childrenUnder(fields, 0xa1),
    ...parsed,
  }
}

/** The certificate among the candidates that a signer identifier means. */
export function findSigner(id: SignerId, candidates: readonly Certificate[]): Certificate | undefined {
  return candidates.find((candidate) =>
    id.kind === 'issuer-and-serial'
      ? candidate.serial === id.serial && toHex(candidate.issuerDer) === toHex(id.issuerDer)
      : candidate.subjectKeyIdentifier !== undefined &&
        toHex(candidate.subjectKeyIdentifier) === toHex(id.identifier),
  )
}

/** The time a signer claims in an attribute of its own. Throws `DerError`. */
export function claimedSigningTime(attributes: Attributes): Date | undefined {
  const [value] = attributes.get(Attribute.signingTime) ?? []
  return value === undefined ? undefined : derTime(value)
}

function parseSigner(signer: DerNode) {
  const fields = derChildrenOf(signer, DerTag.sequence)
  const [version, id, digestAlgorithm, ...rest] = fields
  if (derSmallInteger(version) !== (id?.tag === DerTag.sequence ? 1 : 3))
    throw new DerError('version not known')
  const signed = rest[0]?.tag === 0xa0 ? rest.shift() : undefined
  const [signatureAlgorithm, signature, unsigned, ...more] = rest
  if (more.length > 0 || (unsigned !== undefined && unsigned.tag !== 0xa1))
    throw new DerError('part not known')
  return {
    signerId: parseSignerId(id),
    digestAlgorithm: expectDer(digestAlgorithm, DerTag.sequence),
    signatureAlgorithm: expectDer(signatureAlgorithm, DerTag.sequence),
    signature: derOctetBytes(signature),
    signedAttributes: signed === undefined ? undefined : asSet(signed.raw),
    attributes: parseAttributes(signed, false),
    unsignedAttributes: parseAttributes(unsigned, true),
  }
}

function parseSignerId(id: DerNode | undefined): SignerId {
  if (id?.tag === 0x80) return { kind: 'key-identifier', identifier: id.content }
  const [issuer, serial] = derChildrenOf(id, DerTag.sequence)
  return {
    kind: 'issuer-and-serial',
    issuerDer: expectDer(issuer, DerTag.sequence).raw,
    serial: toHex(expectDer(serial, DerTag.integer).content),
  }
}

/** A signed attribute may stand once (RFC 5652 5.3), since readers would pick differently; time stamps may stand beside each other. */
function parseAttributes(node: DerNode | undefined, mayRepeat: boolean): Map<string, readonly DerNode[]> {
  const attributes = new Map<string, readonly DerNode[]>()
  for (const attribute of node === undefined ? [] : derChildren(node)) {
    const [type, values] = derChildrenOf(attribute, DerTag.sequence)
    const oid = derOidText(type)
    const known = attributes.get(oid)
    if (known !== undefined && !mayRepeat) throw new DerError('attribute twice')
    attributes.set(oid, [...(known ?? []), ...derChildrenOf(values, DerTag.set)])
  }
  return attributes
}

function childrenUnder(fields: readonly DerNode[], tag: number): Uint8Array[] {
  const field = fields.find((candidate) => candidate.tag === tag)
  return field === undefined ? [] : derChildren(field).map((child) => child.raw)
}

/** Attributes stand under [0] IMPLICIT but are signed as a SET OF (RFC 5652 5.4). */
function asSet(raw: Uint8Array): Uint8Array {
  const set = raw.slice()
  set[0] = DerTag.set
  return set
}
