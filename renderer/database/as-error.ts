/** What a live query failed with, to be thrown where its answer is shown. */
export const asError = (problem: unknown): Error =>
  problem instanceof Error ? problem : new Error(String(problem))
