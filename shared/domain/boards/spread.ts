/** How long something took over many cases: half took at most `median`, nine of ten at most `p90`. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly p90: number
}

/** Nearest rank of each; null when there are no cases. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return sorted.length === 0 ? null : { count: sorted.length, median: at(0.5), p90: at(0.9) }
}
