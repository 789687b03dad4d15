/** Version 60: work files by state and what is done with them: plans, submissions, disposals, handovers. */
export const recordTables = {
  number: 60,
  stores: {
    files: 'id, state, creator',
    recordActs: 'id, kind',
  },
} as const
