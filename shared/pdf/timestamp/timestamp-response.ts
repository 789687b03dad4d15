import { equalBytes } from '../../kernel/bytes.ts'
import {
  derChildrenOf,
  DerError,
  derOctetBytes,
  derOidText,
  derSmallInteger,
  DerTag,
  derTime,
  readWholeDer,
} from '../../kernel/der-reader.ts'
import { derUnsigned } from '../../kernel/der-writer.ts'
import type { Instant } from '../../kernel/instant.ts'
import { fail, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import { isTimestampAuthority } from '../certificate-extensions.ts'
import type { SignatureVerifier } from '../signature-verifier.port.ts'
import { isSignedBy, signerCertificate } from './token-signature.ts'
import { readToken } from './token-structure.ts'

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

const SHA256 = '2.16.840.1.101.3.4.2.1'
const GRANTED = [0, 1]

interface TokenInfo {
  readonly imprintAlgorithm: string
  readonly imprint: Uint8Array
  readonly at: Date
  readonly nonce: Uint8Array | undefined
}

function readInfo(info: Uint8Array): TokenInfo {
  const [, , messageImprint, , time, ...optional] = derChildrenOf(readWholeDer(info), DerTag.sequence)
  const [algorithm, imprint] = derChildrenOf(messageImprint, DerTag.sequence)
  return {
    imprintAlgorithm: derOidText(derChildrenOf(algorithm, DerTag.sequence)[0]),
    imprint: derOctetBytes(imprint),
    at: derTime(time),
    nonce: optional.find(({ tag }) => tag === DerTag.integer)?.raw,
  }
}

async function check(
  response: Uint8Array,
  request: { readonly digest: Uint8Array; readonly nonce: Uint8Array },
  verifier: SignatureVerifier,
): Promise<Result<Timestamp, TimestampProblem>> {
  const [status, token] = derChildrenOf(readWholeDer(response), DerTag.sequence)
  const code = derSmallInteger(derChildrenOf(status, DerTag.sequence)[0])
  if (!GRANTED.includes(code)) return fail(TimestampProblem.refused)
  if (!token) return fail(TimestampProblem.malformed)
  const structure = readToken(token.raw)
  const info = readInfo(structure.info)
  if (info.imprintAlgorithm !== SHA256 || !equalBytes(info.imprint, request.digest)) {
    return fail(TimestampProblem.otherImprint)
  }
  if (!info.nonce || !equalBytes(info.nonce, derUnsigned(request.nonce)))
    return fail(TimestampProblem.otherNonce)
  const certificate = signerCertificate(structure)
  if (!certificate || !isTimestampAuthority(certificate)) return fail(TimestampProblem.notAuthority)
  if (!(await isSignedBy(structure, certificate, verifier))) return fail(TimestampProblem.badSignature)
  const others = structure.certificates.filter((other) => other !== certificate)
  return ok({ token: token.raw.slice(), at: info.at.toISOString(), certificates: [certificate, ...others] })
}

/**
 * Checks the answer to a request over a SHA-256 `digest`: status, imprint, nonce, purpose of the certificate, signature. The path
 * to a trusted root is the caller's to check. Never throws on bad bytes.
 */
export async function readTimestampResponse(
  response: Uint8Array,
  request: { readonly digest: Uint8Array; readonly nonce: Uint8Array },
  verifier: SignatureVerifier,
): Promise<Result<Timestamp, TimestampProblem>> {
  try {
    return await check(response, request, verifier)
  } catch (error) {
    if (error instanceof DerError) return fail(TimestampProblem.malformed)
    throw error
  }
}
