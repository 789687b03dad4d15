import { millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { Contact } from '../database/repositories/meta-repository.ts'

/** Beyond this the desk's clock cannot be believed: it refuses to sign (design 3, Time and authority). */
const MOST_SKEW_MS = 5 * 60_000

export function isClockOff({ clockSkewMs }: Pick<Contact, 'clockSkewMs'>): boolean {
  return clockSkewMs !== null && Math.abs(clockSkewMs) > MOST_SKEW_MS
}

/** How far the desk's clock is ahead of the node's, taking the middle of the time the answer was on its way. */
export function skewOf(askedMs: number, answeredMs: number, serverTime: Instant): number {
  return Math.round((askedMs + answeredMs) / 2 - millisOf(serverTime))
}
