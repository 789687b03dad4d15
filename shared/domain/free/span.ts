import type { Instant } from '../../kernel/instant.ts'

/** A stretch of time, its end not in it: what ends at nine and what begins at nine do not meet. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** Whether two stretches have a moment in common. */
export const overlaps = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until

/** The same moments in as few stretches as possible, in their order: what lies end to end is told as one, so that nobody counts what is in it. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const { from, until } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (until <= from) continue
    const last = result.at(-1)
    if (last === undefined || last.until < from) result.push({ from, until })
    else if (until > last.until) result[result.length - 1] = { from: last.from, until }
  }
  return result
}

/** What of these lies within a stretch. */
export function within(spans: readonly Span[], { from, until }: Span): readonly Span[] {
  return spans
    .map((span) => ({
      from: span.from < from ? from : span.from,
      until: span.until > until ? until : span.until,
    }))
    .filter((span) => span.from < span.until)
}
