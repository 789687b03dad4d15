const LEAST_MS = 1_000
const MOST_MS = 60_000

/** How long to wait after `attempts` failures in a row: exponential from 1 s to 60 s with full jitter. `random`: four bytes. */
export function backOffMs(attempts: number, random: Uint8Array): number {
  const most = Math.min(MOST_MS, LEAST_MS * 2 ** Math.min(attempts, 10))
  const share = random.subarray(0, 4).reduce((sum, byte, index) => sum + byte / 256 ** (index + 1), 0)
  return Math.round(LEAST_MS / 2 + share * (most - LEAST_MS / 2))
}
