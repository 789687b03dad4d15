import { randomBytes } from 'node:crypto'
import { DerTag, expectDer, readWholeDer } from '#shared/kernel/der-reader.ts'
import { decodeState, encodeState, type AuthorityMember, type AuthorityState } from './authority-state.ts'
import { certificateParts, serialHex } from './certificate-parts.ts'
import { issueCertificate, type CertificateUse } from './certificates.ts'
import { makeKeyPair, type KeyPair, type KeyType } from './key-pairs.ts'
import { distinguishedName, type PracticeName } from './names.ts'
import { encodePkcs12 } from './pkcs12.ts'
import { answerStatusRequest, buildRevocationList } from './status-services.ts'
import { answerTimestampRequest } from './timestamp-service.ts'

/** The host of every practice address. It resolves nowhere: callers map it to the handler of `pki-http`. */
export const PRACTICE_PKI_ORIGIN = 'http://pki.practice.invalid'

export interface PracticeAuthorityOptions {
  /** The organisation that stands in the names of the authorities. */
  readonly organisation: string
  /** Root and issuing authority; RSA-3072 unless told (tests take the faster EC). */
  readonly authorityKeyType?: KeyType
  readonly now?: () => Date
}

export interface IssueRequest extends PracticeName {
  readonly kind: 'person' | 'seal'
  readonly keyType?: KeyType
  /** Three years from now unless told. */
  readonly validity?: { readonly notBefore: Date; readonly notAfter: Date }
}

export interface IssuedIdentity {
  readonly certificateDer: Uint8Array
  /** Lower-case hex, as `revoke` takes it. */
  readonly serial: string
  readonly privateKeyPkcs8: Uint8Array
  readonly keyType: KeyType
  /** Issuing authority, then root. */
  readonly chainDer: readonly Uint8Array[]
  /** A password-protected key file that holds key, certificate and chain. */
  readonly pkcs12: (pin: string) => Promise<Uint8Array>
}

/** A certification authority for practice: real certificates, real status and time-stamp answers, marked names. */
export interface PracticeAuthority {
  readonly rootCertificate: Uint8Array
  readonly issuingCertificate: Uint8Array
  readonly ocspCertificate: Uint8Array
  readonly timestampCertificate: Uint8Array
  readonly issue: (request: IssueRequest) => Promise<IssuedIdentity>
  /** Throws on a serial number this authority did not issue. */
  readonly revoke: (serial: string, at: Date) => void
  readonly timestamp: (requestDer: Uint8Array) => Uint8Array
  readonly ocsp: (requestDer: Uint8Array) => Uint8Array
  /** Of the issuing authority: people, seals and services. */
  readonly crl: () => Uint8Array
  /** Of the root: the issuing authority. */
  readonly rootCrl: () => Uint8Array
  /** Holds the private keys: seal it at rest, never commit it. */
  readonly serialize: () => Uint8Array
}

const DAY_MS = 24 * 60 * 60 * 1000
const YEAR_MS = 365 * DAY_MS
/** Longest lives that the rules allow: subscriber 3, time stamp 5, public authority 10, root 25 years. */
const LIFE_YEARS: Record<CertificateUse, number> = {
  root: 25,
  issuing: 10,
  timestamp: 5,
  ocsp: 3,
  person: 3,
  seal: 3,
}
const ISSUING_SERVICES = {
  issuerUrl: `${PRACTICE_PKI_ORIGIN}/issuing.cer`,
  crlUrl: `${PRACTICE_PKI_ORIGIN}/crl`,
  ocspUrl: `${PRACTICE_PKI_ORIGIN}/ocsp`,
}
const ROOT_SERVICES = {
  issuerUrl: `${PRACTICE_PKI_ORIGIN}/root.cer`,
  crlUrl: `${PRACTICE_PKI_ORIGIN}/root-crl`,
}

/** Makes all keys anew: up to a few seconds with RSA, so keep the serialized result. */
export async function createPracticeAuthority(options: PracticeAuthorityOptions): Promise<PracticeAuthority> {
  const now = options.now ?? (() => new Date())
  const authorityKeyType = options.authorityKeyType ?? 'rsa-3072'
  const name = (commonName: string) => distinguishedName({ commonName, organisation: options.organisation })
  const rootName = name('CA gốc luyện tập')
  const issuingName = name('CA phục vụ cơ quan luyện tập')
  const at = now()

  const rootKeys = await makeKeyPair(authorityKeyType)
  const root = certify({
    use: 'root',
    keys: rootKeys,
    name: rootName,
    issuerKeys: rootKeys,
    issuerName: rootName,
    at,
  })
  const issuing = certify({
    use: 'issuing',
    keys: await makeKeyPair(authorityKeyType),
    name: issuingName,
    issuerKeys: rootKeys,
    issuerName: rootName,
    at,
  })
  const service = async (use: 'ocsp' | 'timestamp', commonName: string) =>
    certify({
      use,
      keys: await makeKeyPair('ec-p256'),
      name: name(commonName),
      issuerKeys: issuing.keys,
      issuerName: issuingName,
      at,
    })
  const ocsp = await service('ocsp', 'Dịch vụ tra cứu trạng thái chứng thư luyện tập')
  const timestamp = await service('timestamp', 'Dịch vụ cấp dấu thời gian luyện tập')
  const issued = new Set([ocsp, timestamp].map((member) => serialOf(member.certificateDer)))
  return authorityOver({ root, issuing, ocsp, timestamp, issued, revoked: new Map() }, now)
}

/** The authority that `serialize` wrote down. Throws on other bytes. */
export function restorePracticeAuthority(
  serialized: Uint8Array,
  now: () => Date = () => new Date(),
): PracticeAuthority {
  return authorityOver(decodeState(serialized), now)
}

function authorityOver(initial: AuthorityState, now: () => Date): PracticeAuthority {
  const { root, issuing, ocsp, timestamp } = initial
  const issued = new Set(initial.issued)
  const revoked = new Map(initial.revoked)
  const issuingSerial = serialOf(issuing.certificateDer)
  const books = [
    { issuerDer: issuing.certificateDer, issued, revoked },
    { issuerDer: root.certificateDer, issued: new Set([issuingSerial]), revoked: new Map<string, Date>() },
  ]
  const chainDer = [issuing.certificateDer, root.certificateDer]
  return {
    rootCertificate: root.certificateDer,
    issuingCertificate: issuing.certificateDer,
    ocspCertificate: ocsp.certificateDer,
    timestampCertificate: timestamp.certificateDer,
    issue: async (request) => {
      const identity = await issueIdentity(request, issuing, chainDer, now())
      issued.add(identity.serial)
      return identity
    },
    revoke: (serial, at) => {
      if (!issued.has(serial)) throw new RangeError('serial number not issued here')
      revoked.set(serial, at)
    },
    timestamp: (requestDer) => answerTimestampRequest(requestDer, timestamp, [issuing.certificateDer], now()),
    ocsp: (requestDer) => answerStatusRequest(requestDer, ocsp, books, now()),
    crl: () => buildRevocationList(issuing, revoked, now()),
    rootCrl: () => buildRevocationList(root, new Map(), now()),
    serialize: () => encodeState({ root, issuing, ocsp, timestamp, issued, revoked }),
  }
}

async function issueIdentity(
  request: IssueRequest,
  issuing: AuthorityMember,
  chainDer: readonly Uint8Array[],
  at: Date,
): Promise<IssuedIdentity> {
  const keys = await makeKeyPair(request.keyType ?? 'ec-p256')
  const serial = newSerial()
  const certificateDer = issueCertificate({
    use: request.kind,
    subject: distinguishedName(request),
    subjectKeys: keys,
    issuer: { name: certificateParts(issuing.certificateDer).subject, keys: issuing.keys },
    serial,
    ...(request.validity ?? validityFrom(at, request.kind)),
    services: ISSUING_SERVICES,
  })
  return {
    certificateDer,
    serial: serialHex(serial),
    privateKeyPkcs8: keys.pkcs8,
    keyType: keys.keyType,
    chainDer,
    pkcs12: (pin) =>
      encodePkcs12({ pkcs8: keys.pkcs8, certificateDer, chainDer, friendlyName: request.commonName }, pin),
  }
}

interface MemberRequest {
  readonly use: 'root' | 'issuing' | 'ocsp' | 'timestamp'
  readonly keys: KeyPair
  readonly name: Uint8Array
  readonly issuerKeys: KeyPair
  readonly issuerName: Uint8Array
  readonly at: Date
}

function certify({ use, keys, name, issuerKeys, issuerName, at }: MemberRequest): AuthorityMember {
  const services = {
    root: undefined,
    issuing: ROOT_SERVICES,
    ocsp: ISSUING_SERVICES,
    timestamp: ISSUING_SERVICES,
  }[use]
  const certificateDer = issueCertificate({
    use,
    subject: name,
    subjectKeys: keys,
    issuer: { name: issuerName, keys: issuerKeys },
    serial: newSerial(),
    ...validityFrom(at, use),
    ...(services === undefined ? {} : { services }),
  })
  return { certificateDer, keys }
}

/** Begins a day early, so that a desk whose clock is a little behind can sign at once. */
function validityFrom(at: Date, use: CertificateUse): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(at.getTime() - DAY_MS)
  return { notBefore, notAfter: new Date(at.getTime() + LIFE_YEARS[use] * YEAR_MS) }
}

/** 127 random bits, positive and minimally encoded. */
function newSerial(): Uint8Array {
  const serial = Uint8Array.from(randomBytes(16))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial
}

function serialOf(certificateDer: Uint8Array): string {
  return serialHex(expectDer(readWholeDer(certificateParts(certificateDer).serial), DerTag.integer).content)
}
