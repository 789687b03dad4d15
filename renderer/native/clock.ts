import { instantFrom, type Instant } from '#shared/kernel/instant.ts'

/** Time at this desk: what the machine says, and how far the node believes it. */
export interface Clock {
  /** Milliseconds since 1970 by this machine; for `claimedAt`. */
  now(): number
  /** The same as an instant. */
  instant(): Instant
  /** What the node's clock shows now, as far as known: for deadlines on screen. */
  corrected(): number
  /** `clockSkewMs` of the session, whenever it changes. */
  learnSkew(clockSkewMs: number | null): void
}

/** A clock over the machine's own. */
export function deskClock(machine: () => number = Date.now): Clock {
  let skewMs = 0
  return {
    now: machine,
    instant: () => instantFrom(machine()),
    corrected: () => machine() - skewMs,
    learnSkew: (clockSkewMs) => {
      skewMs = clockSkewMs ?? skewMs
    },
  }
}
