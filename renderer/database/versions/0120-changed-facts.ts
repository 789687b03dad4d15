/** Version 120: facts of the boards by the write that made them, so that only what is new is read. Older ones bear none. */
export const changedFacts = {
  number: 120,
  stores: { facts: 'id, until, revision' },
} as const
