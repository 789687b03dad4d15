import { equalBytes } from '../../kernel/bytes.ts'
import {
  derChildrenOf,
  DerError,
  derOctetBytes,
  derSmallInteger,
  DerTag,
  derTime,
  readWholeDer,
} from '../../kernel/der-reader.ts'
import { derUnsigned } from '../../kernel/der-writer.ts'
import type { Instant } from '../../kernel/instant.ts'
import { fail, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import { digestName } from '../verify/algorithms.ts'
import { parseCertificate, Purpose } from '../verify/certificate.ts'
import type { Certificate } from '../verify/certificate.ts'
import { checkSigner } from '../verify/check-signer.ts'
import { UnsupportedAlgorithmError } from '../verify/signature-crypto.port.ts'
import type { DigestName, SignatureCrypto } from '../verify/signature-crypto.port.ts'
import { parseSignedData } from '../verify/signed-data.ts'

/** Why an answer of a time-stamp authority is not used. */
export const TimestampProblem = {
  /** Not an RFC 3161 answer. */
  malformed: 'timestamp.malformed',
  /** The authority said no. */
  refused: 'timestamp.refused',
  /** Stamped something else than what was sent. */
  otherImprint: 'timestamp.other-imprint',
  /** The answer to another request. */
  otherNonce: 'timestamp.other-nonce',
  /** The signer's certificate is missing, or is not for time stamps and nothing else, marked critical (RFC 3161, 2.3). */
  notAuthority: 'timestamp.not-authority',
  /** The signature of the token is wrong or of an unknown kind. */
  badSignature: 'timestamp.bad-signature',
  /** The certificate does not lead to a root we trust. */
  untrusted: 'timestamp.untrusted',
  /** No answer: no network, timeout, HTTP error. */
  unreachable: 'timestamp.unreachable',
} as const
export type TimestampProblem = (typeof TimestampProblem)[keyof typeof TimestampProblem]

/** A token that was checked against its request; `certificates` come with it, signer first. */
export interface Timestamp {
  readonly token: Uint8Array
  readonly at: Instant
  readonly certificates: readonly Uint8Array[]
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const GRANTED = [0, 1]

interface TokenInfo {
  readonly imprintAlgorithm: DigestName
  readonly imprint: Uint8Array
  readonly at: Date
  readonly nonce: Uint8Array | undefined
}

/** TSTInfo (RFC 3161, 2.4.2). */
function readInfo(info: Uint8Array): TokenInfo {
  const [, , messageImprint, , time, ...optional] = derChildrenOf(readWholeDer(info), DerTag.sequence)
  const [algorithm, imprint] = derChildrenOf(messageImprint, DerTag.sequence)
  return {
    imprintAlgorithm: digestName(algorithm),
    imprint: derOctetBytes(imprint),
    at: derTime(time),
    nonce: optional.find(({ tag }) => tag === DerTag.integer)?.raw,
  }
}

/** True when the certificate is for time stamping only, and says so in a critical extension. */
function isTimestampAuthority({ extendedKeyUsage }: Certificate): boolean {
  const { purposes = [], isCritical = false } = extendedKeyUsage ?? {}
  return isCritical && purposes.length === 1 && purposes[0] === Purpose.timeStamping
}

async function check(
  response: Uint8Array,
  request: { readonly digest: Uint8Array; readonly nonce: Uint8Array },
  crypto: SignatureCrypto,
): Promise<Result<Timestamp, TimestampProblem>> {
  const [status, token] = derChildrenOf(readWholeDer(response), DerTag.sequence)
  const code = derSmallInteger(derChildrenOf(status, DerTag.sequence)[0])
  if (!GRANTED.includes(code)) return fail(TimestampProblem.refused)
  if (!token) return fail(TimestampProblem.malformed)
  const signed = parseSignedData(token.raw)
  const { content, contentType } = signed
  if (content === undefined || contentType !== TST_INFO) return fail(TimestampProblem.malformed)
  const info = readInfo(content)
  if (info.imprintAlgorithm !== 'SHA-256' || !equalBytes(info.imprint, request.digest)) {
    return fail(TimestampProblem.otherImprint)
  }
  if (!info.nonce || !equalBytes(info.nonce, derUnsigned(request.nonce)))
    return fail(TimestampProblem.otherNonce)
  const candidates = signed.certificates.map(parseCertificate)
  const { signer, broken } = await checkSigner(
    signed,
    (name) => crypto.digest(name, [content]),
    candidates,
    crypto,
  )
  if (!signer || !isTimestampAuthority(signer)) return fail(TimestampProblem.notAuthority)
  if (broken.length > 0) return fail(TimestampProblem.badSignature)
  const others = candidates.filter((candidate) => candidate !== signer)
  const certificates = [signer, ...others].map(({ der }) => der.slice())
  return ok({ token: token.raw.slice(), at: info.at.toISOString(), certificates })
}

/**
 * Checks the answer to a request over a SHA-256 `digest`: status, imprint, nonce, purpose of the certificate, signature. The path
 * to a trusted root is the caller's to check. Never throws on bad bytes.
 */
export async function readTimestampResponse(
  response: Uint8Array,
  request: { readonly digest: Uint8Array; readonly nonce: Uint8Array },
  crypto: SignatureCrypto,
): Promise<Result<Timestamp, TimestampProblem>> {
  try {
    return await check(response, request, crypto)
  } catch (error) {
    if (error instanceof UnsupportedAlgorithmError) return fail(TimestampProblem.badSignature)
    if (error instanceof DerError) return fail(TimestampProblem.malformed)
    throw error
  }
}
