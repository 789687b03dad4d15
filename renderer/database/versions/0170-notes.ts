/** Version 170: private notes by their meeting. */
export const noteTables = {
  number: 170,
  stores: { notes: 'id, meeting' },
} as const
