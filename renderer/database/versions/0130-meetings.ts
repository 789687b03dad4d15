/** Version 130: meetings by their day, votes by their question. */
export const meetingTables = {
  number: 130,
  stores: { meetings: 'id, [state+from]', votes: 'id, motion' },
} as const
