const MINUTE_MS = 60_000
/** How often a calendar is looked at. */
const USUAL_MS = 60 * MINUTE_MS
/** Between two tries that nobody asked for. */
const LEAST_MS = 15 * MINUTE_MS
const LONGEST_MS = 24 * 60 * MINUTE_MS
/** Between two tries that somebody asked for. */
export const BY_HAND_MS = MINUTE_MS

/** When a calendar is read again; after so many failures in a row later and later, but never given up. */
export function nextReadingMs(nowMs: number, failures: number): number {
  return (
    nowMs + (failures === 0 ? USUAL_MS : Math.min(LONGEST_MS, LEAST_MS * 2 ** Math.min(failures - 1, 20)))
  )
}
