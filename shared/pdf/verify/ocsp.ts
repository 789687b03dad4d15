import { equalBytes, fromHex, toHex } from '../../kernel/bytes.ts'
import {
  derBitBytes,
  derChildren,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  derEnumerated,
  DerTag,
  derTime,
  expectDer,
  readDer,
  readWholeDer,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { DER_NULL, derOctets, derOid, derSequence, derUnsigned } from '../../kernel/der-writer.ts'
import { digestName, isForbiddenDigest, signatureScheme } from './algorithms.ts'
import { parseCertificate, Purpose, type Certificate } from './certificate.ts'
import { isInForce, isSignedBy } from './certificate-path.ts'
import type { StatusQuestion, StatusStatement } from './revocation-evidence.ts'

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1'
const SHA1 = '1.3.14.3.2.26'

interface BasicResponse {
  readonly data: DerNode
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
  readonly certificates: readonly Uint8Array[]
}

/**
 * What an OCSP response (RFC 6960) says of the certificate; undefined if it speaks of others, was not made by the issuer
 * or a responder the issuer authorised, or does not say. Throws `DerError`.
 */
export async function readOcspStatement(
  der: Uint8Array,
  question: StatusQuestion,
): Promise<StatusStatement | undefined> {
  const response = parseResponse(der)
  if (response === undefined) return undefined
  const fields = derChildren(response.data).filter((field) => field.tag !== 0xa0)
  const [, producedAt, list] = fields
  const single = await findSingle(derChildrenOf(list, DerTag.sequence), question)
  if (single === undefined) return undefined
  const responder = await findResponder(response, derTime(producedAt), question)
  if (responder === undefined || !(await isMadeBy(response, responder, question))) return undefined
  const [, status, thisUpdate, ...rest] = derChildrenOf(single, DerTag.sequence)
  const nextUpdate = rest.find((field) => field.tag === 0xa0)
  const statement = statusOf(status)
  return statement === undefined
    ? undefined
    : {
        status: statement,
        thisUpdate: derTime(thisUpdate),
        nextUpdate: nextUpdate === undefined ? undefined : derTime(derChildren(nextUpdate)[0]),
      }
}

/** A request for the state of one certificate, without nonce so that answers may be kept and shared. */
export async function buildOcspRequest({ certificate, issuer, crypto }: StatusQuestion): Promise<Uint8Array> {
  const certificateId = derSequence(
    derSequence(derOid(SHA1), DER_NULL),
    derOctets(await crypto.digest('SHA-1', [issuer.subjectDer])),
    derOctets(await crypto.digest('SHA-1', [issuer.publicKeyBits])),
    derUnsigned(fromHex(certificate.serial)),
  )
  return derSequence(derSequence(derSequence(derSequence(certificateId))))
}

function parseResponse(der: Uint8Array): BasicResponse | undefined {
  const [status, wrapper] = derChildrenOf(readDer(der), DerTag.sequence)
  if (derEnumerated(status) !== 0 || wrapper === undefined) return undefined
  const [type, bytes] = derChildrenOf(derChildrenOf(wrapper, 0xa0)[0], DerTag.sequence)
  if (derOidText(type) !== BASIC_RESPONSE) return undefined
  const [data, algorithm, signature, certificates] = derChildrenOf(
    readWholeDer(derOctetBytes(bytes)),
    DerTag.sequence,
  )
  return {
    data: expectDer(data, DerTag.sequence),
    signatureAlgorithm: expectDer(algorithm, DerTag.sequence),
    signature: derBitBytes(signature),
    certificates:
      certificates === undefined
        ? []
        : derChildrenOf(derChildrenOf(certificates, 0xa0)[0], DerTag.sequence).map((node) => node.raw),
  }
}

async function findSingle(
  singles: readonly DerNode[],
  { certificate, issuer, crypto }: StatusQuestion,
): Promise<DerNode | undefined> {
  for (const single of singles) {
    const [algorithm, nameHash, keyHash, serial] = derChildrenOf(
      derChildrenOf(single, DerTag.sequence)[0],
      DerTag.sequence,
    )
    if (toHex(expectDer(serial, DerTag.integer).content) !== certificate.serial) continue
    const digest = digestName(algorithm)
    const isIssuer =
      equalBytes(await crypto.digest(digest, [issuer.subjectDer]), derOctetBytes(nameHash)) &&
      equalBytes(await crypto.digest(digest, [issuer.publicKeyBits]), derOctetBytes(keyHash))
    if (isIssuer) return single
  }
  return undefined
}

/** The issuer itself, or a responder with the purpose that the issuer signed directly (RFC 6960 4.2.2.2). */
async function findResponder(
  response: BasicResponse,
  producedAt: Date,
  { issuer, crypto }: StatusQuestion,
): Promise<Certificate | undefined> {
  const id = derChildren(response.data).find((field) => field.tag === 0xa1 || field.tag === 0xa2)
  if (id === undefined) return undefined
  const isNamed = async (candidate: Certificate) =>
    id.tag === 0xa1
      ? equalBytes(id.content, candidate.subjectDer)
      : equalBytes(derOctetBytes(derChildren(id)[0]), await crypto.digest('SHA-1', [candidate.publicKeyBits]))
  if (await isNamed(issuer)) return issuer
  for (const der of response.certificates) {
    const candidate = parseCertificate(der)
    const isAuthorised =
      candidate.extendedKeyUsage?.purposes.includes(Purpose.ocspSigning) === true &&
      equalBytes(candidate.issuerDer, issuer.subjectDer) &&
      isInForce(candidate, producedAt)
    if (isAuthorised && (await isNamed(candidate)) && (await isSignedBy(candidate, issuer, crypto)))
      return candidate
  }
  return undefined
}

async function isMadeBy(
  response: BasicResponse,
  responder: Certificate,
  { crypto }: StatusQuestion,
): Promise<boolean> {
  const scheme = signatureScheme(response.signatureAlgorithm)
  if (isForbiddenDigest(scheme.digest)) return false
  const { publicKeyInfo } = responder
  return crypto.verify({ scheme, publicKeyInfo, signature: response.signature, signed: response.data.raw })
}

/** CertStatus: good [0], revoked [1] with its time, unknown [2]. */
function statusOf(status: DerNode | undefined): StatusStatement['status'] | undefined {
  if (status?.tag === 0x80) return { kind: 'good' }
  return status?.tag === 0xa1 ? { kind: 'revoked', at: derTime(derChildren(status)[0]) } : undefined
}
