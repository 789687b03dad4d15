import { toHex } from '../../kernel/bytes.ts'
import {
  derBitBytes,
  derChildren,
  derChildrenOf,
  DerError,
  derFlagBytes,
  derOctetBytes,
  derOidText,
  derSmallInteger,
  DerTag,
  derTime,
  expectDer,
  readWholeDer,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { latin1, utf8 } from '../structure/pdf-value.ts'

/** An X.509 certificate (RFC 5280) with what verification asks of it; byte fields are views on `der`. */
export interface Certificate {
  readonly der: Uint8Array
  readonly toBeSigned: Uint8Array
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
  /** Content octets of the INTEGER, hex. */
  readonly serial: string
  readonly issuerDer: Uint8Array
  readonly subjectDer: Uint8Array
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKeyInfo: Uint8Array
  readonly publicKeyBits: Uint8Array
  readonly isAuthority: boolean
  readonly maxAuthoritiesBelow: number | undefined
  /** First two octets of keyUsage; undefined if the certificate does not limit it. */
  readonly keyUsage: number | undefined
  readonly extendedKeyUsage:
    { readonly purposes: readonly string[]; readonly isCritical: boolean } | undefined
  readonly subjectKeyIdentifier: Uint8Array | undefined
  readonly hasOcspNoCheck: boolean
  readonly unknownCriticalExtension: boolean
  readonly ocspUrls: readonly string[]
  readonly issuerUrls: readonly string[]
  readonly crlUrls: readonly string[]
}

export interface DistinguishedName {
  readonly commonName: string | null
  readonly organisation: string | null
}

/** Bits of keyUsage over its first two octets. */
export const KeyUsage = {
  digitalSignature: 0x8000,
  nonRepudiation: 0x4000,
  certSign: 0x0400,
  crlSign: 0x0200,
} as const

export const Purpose = {
  any: '2.5.29.37.0',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const

const Extension = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  issuerAlternativeName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  qualifiedStatements: '1.3.6.1.5.5.7.1.3',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(Object.values(Extension))
const ACCESS = { ocsp: '1.3.6.1.5.5.7.48.1', issuer: '1.3.6.1.5.5.7.48.2' } as const
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const URI_TAG = 0x86

interface ExtensionValue {
  readonly isCritical: boolean
  readonly value: Uint8Array
}

/** Throws `DerError` on bytes that are no certificate. */
export function parseCertificate(der: Uint8Array): Certificate {
  const whole = readWholeDer(der)
  const [toBeSigned, signatureAlgorithm, signature] = derChildrenOf(whole, DerTag.sequence)
  const fields = derChildrenOf(toBeSigned, DerTag.sequence)
  const [serial, innerAlgorithm, issuer, validity, subject, keyInfo] =
    fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
  const algorithm = expectDer(signatureAlgorithm, DerTag.sequence)
  if (toHex(expectDer(innerAlgorithm, DerTag.sequence).raw) !== toHex(algorithm.raw)) {
    throw new DerError('signature algorithms differ')
  }
  const [notBefore, notAfter] = derChildrenOf(validity, DerTag.sequence)
  const extensions = readExtensions(fields.find((field) => field.tag === 0xa3))
  return {
    der: whole.raw,
    toBeSigned: expectDer(toBeSigned, DerTag.sequence).raw,
    signatureAlgorithm: algorithm,
    signature: derBitBytes(signature),
    serial: toHex(expectDer(serial, DerTag.integer).content),
    issuerDer: expectDer(issuer, DerTag.sequence).raw,
    subjectDer: expectDer(subject, DerTag.sequence).raw,
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: derTime(notBefore),
    notAfter: derTime(notAfter),
    publicKeyInfo: expectDer(keyInfo, DerTag.sequence).raw,
    publicKeyBits: derBitBytes(derChildrenOf(keyInfo, DerTag.sequence)[1]),
    ...readConstraints(extensions),
    ...readServices(extensions),
  }
}

/** Whether the certificate says it issued itself. */
export function isSelfIssued(certificate: Certificate): boolean {
  return toHex(certificate.issuerDer) === toHex(certificate.subjectDer)
}

function readExtensions(wrapper: DerNode | undefined): Map<string, ExtensionValue> {
  const extensions = new Map<string, ExtensionValue>()
  if (wrapper === undefined) return extensions
  for (const extension of derChildrenOf(derChildren(wrapper)[0], DerTag.sequence)) {
    const parts = derChildrenOf(extension, DerTag.sequence)
    const oid = derOidText(parts[0])
    if (extensions.has(oid)) throw new DerError('extension twice')
    const isCritical = parts[1]?.tag === DerTag.boolean && parts[1].content[0] !== 0
    extensions.set(oid, { isCritical, value: derOctetBytes(parts.at(-1)) })
  }
  return extensions
}

function readConstraints(extensions: ReadonlyMap<string, ExtensionValue>) {
  const constraints = inside(extensions, Extension.basicConstraints)
  const [isAuthority, pathLength] =
    constraints === undefined ? [] : derChildrenOf(constraints, DerTag.sequence)
  const usage = inside(extensions, Extension.keyUsage)
  const usageBits = usage === undefined ? undefined : derFlagBytes(usage)
  const purposes = inside(extensions, Extension.extendedKeyUsage)
  const subjectKey = inside(extensions, Extension.subjectKeyIdentifier)
  return {
    isAuthority: isAuthority?.tag === DerTag.boolean && isAuthority.content[0] !== 0,
    maxAuthoritiesBelow: pathLength === undefined ? undefined : derSmallInteger(pathLength),
    keyUsage: usageBits === undefined ? undefined : (usageBits[0] ?? 0) * 256 + (usageBits[1] ?? 0),
    extendedKeyUsage:
      purposes === undefined
        ? undefined
        : {
            purposes: derChildrenOf(purposes, DerTag.sequence).map(derOidText),
            isCritical: extensions.get(Extension.extendedKeyUsage)?.isCritical === true,
          },
    subjectKeyIdentifier: subjectKey === undefined ? undefined : derOctetBytes(subjectKey),
    hasOcspNoCheck: extensions.has(Extension.ocspNoCheck),
    unknownCriticalExtension: [...extensions].some(
      ([oid, { isCritical }]) => isCritical && !KNOWN_EXTENSIONS.has(oid),
    ),
  }
}

function readServices(extensions: ReadonlyMap<string, ExtensionValue>) {
  const access = inside(extensions, Extension.authorityInfoAccess)
  const descriptions = access === undefined ? [] : derChildrenOf(access, DerTag.sequence)
  const urls = (method: string) =>
    descriptions.flatMap((description) => {
      const [kind, location] = derChildrenOf(description, DerTag.sequence)
      return derOidText(kind) === method && location?.tag === URI_TAG ? [latin1(location.content)] : []
    })
  return { ocspUrls: urls(ACCESS.ocsp), issuerUrls: urls(ACCESS.issuer), crlUrls: readCrlUrls(extensions) }
}

function readCrlUrls(extensions: ReadonlyMap<string, ExtensionValue>): string[] {
  const points = inside(extensions, Extension.crlDistributionPoints)
  if (points === undefined) return []
  return derChildrenOf(points, DerTag.sequence).flatMap((point) => {
    const [name] = derChildrenOf(point, DerTag.sequence)
    if (name?.tag !== 0xa0) return []
    const [fullName] = derChildren(name)
    if (fullName?.tag !== 0xa0) return []
    return derChildren(fullName).flatMap((part) => (part.tag === URI_TAG ? [latin1(part.content)] : []))
  })
}

function inside(extensions: ReadonlyMap<string, ExtensionValue>, oid: string): DerNode | undefined {
  const extension = extensions.get(oid)
  return extension === undefined ? undefined : readWholeDer(extension.value)
}

/** The last common name and organisation of a name: the most specific ones. */
function readName(name: DerNode | undefined): DistinguishedName {
  let commonName: string | null = null
  let organisation: string | null = null
  for (const part of derChildrenOf(name, DerTag.sequence)) {
    for (const attribute of derChildrenOf(part, DerTag.set)) {
      const [type, value] = derChildrenOf(attribute, DerTag.sequence)
      const oid = derOidText(type)
      if (oid === COMMON_NAME) commonName = directoryText(value)
      if (oid === ORGANISATION) organisation = directoryText(value)
    }
  }
  return { commonName, organisation }
}

function directoryText(value: DerNode | undefined): string | null {
  if (value === undefined) return null
  if (value.tag === DerTag.utf8String) return utf8(value.content)
  if (value.tag !== DerTag.bmpString) return latin1(value.content)
  const codes = Array.from({ length: value.content.length >> 1 }, (_, index) => {
    return (value.content[index * 2] ?? 0) * 256 + (value.content[index * 2 + 1] ?? 0)
  })
  return codes.map((code) => String.fromCharCode(code)).join('')
}
