/** Version 140: ballots by their deadline, slips by their ballot. */
export const ballotTables = {
  number: 140,
  stores: { ballots: 'id, [state+sort]', slips: 'id, ballot' },
} as const
