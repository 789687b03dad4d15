import type { Instant } from '#shared/kernel/instant.ts'
import { fail } from '#shared/kernel/result.ts'
import { timestampRequest } from '#shared/pdf/timestamp/timestamp-request.ts'
import { readTimestampResponse, TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'
import type { SignatureCrypto } from '#shared/pdf/verify/signature-crypto.port.ts'
import type { TimestampAuthority } from './timestamp.port.ts'

const NONCE_BYTES = 16
const MAX_ANSWER_BYTES = 256 * 1024

/** Sends a body to an allowed address, within a time limit. The only way out: it decides which hosts may be reached. Throws on failure. */
export type GuardedPost = (request: {
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array
}) => Promise<{ readonly status: number; readonly contentType: string; readonly body: Uint8Array }>

export interface Rfc3161Options {
  readonly url: string
  readonly post: GuardedPost
  readonly verifier: SignatureCrypto
  readonly randomBytes: (size: number) => Uint8Array
  /** Whether the authority's certificate leads to a trusted root at that time. */
  readonly isTrusted: (certificate: Uint8Array, others: readonly Uint8Array[], at: Instant) => boolean
}

async function ask(options: Rfc3161Options, body: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const answer = await options.post({ url: options.url, contentType: 'application/timestamp-query', body })
    const isAnswer = answer.status === 200 && answer.contentType.startsWith('application/timestamp-reply')
    return isAnswer && answer.body.length <= MAX_ANSWER_BYTES ? answer.body : undefined
  } catch {
    // Offline is an ordinary state: the signature is made without a stamp and the caller is told why.
    return undefined
  }
}

/** A time-stamp authority over HTTP (RFC 3161, 3.4). */
export function rfc3161Timestamp(options: Rfc3161Options): TimestampAuthority {
  return {
    async stamp(digest) {
      const nonce = options.randomBytes(NONCE_BYTES)
      const response = await ask(options, timestampRequest(digest, nonce))
      if (!response) return fail(TimestampProblem.unreachable)
      const result = await readTimestampResponse(response, { digest, nonce }, options.verifier)
      if (!result.ok) return result
      const [certificate, ...others] = result.value.certificates
      const isTrusted = certificate !== undefined && options.isTrusted(certificate, others, result.value.at)
      return isTrusted ? result : fail(TimestampProblem.untrusted)
    },
  }
}
