export interface BackOff {
  /** How long to wait before the next try, in ms: doubles from the first to the longest, with full jitter. */
  next(): number
  /** It worked: start again from the first. */
  reset(): void
}

/** Waits that grow, drawn by `random` in 0..1, so that desks do not come back all at once. */
export function backOff(firstMs: number, longestMs: number, random: () => number = Math.random): BackOff {
  let ceiling = firstMs
  return {
    next() {
      const wait = Math.round(ceiling / 2 + (random() * ceiling) / 2)
      ceiling = Math.min(longestMs, ceiling * 2)
      return wait
    },
    reset() {
      ceiling = firstMs
    },
  }
}
