import type { Result } from '#shared/kernel/result.ts'
import type { Timestamp, TimestampProblem } from '#shared/pdf/timestamp/timestamp-response.ts'

/** A time-stamp authority. Answers a token that was checked, or why there is none; never throws because of network or answer. */
export interface TimestampAuthority {
  /** Stamps a SHA-256 digest. */
  stamp(digest: Uint8Array): Promise<Result<Timestamp, TimestampProblem>>
}
