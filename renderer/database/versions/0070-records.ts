/** Version 70: work files by state and what is done with them: plans, submissions, disposals, handovers. */
export const recordTables = {
  number: 70,
  stores: {
    files: 'id, state, creator',
    recordActs: 'id, kind',
  },
} as const
