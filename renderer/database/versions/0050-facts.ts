/** Version 50: what the boards count, by the day on which it was closed. */
export const boardFacts = {
  number: 50,
  stores: { facts: 'id, until' },
} as const
