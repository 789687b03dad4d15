/** Version 40: letters that may be the same, by a hash of number and symbol. */
export const sameLetters = {
  number: 40,
  stores: { incoming: 'id, [box+sort], same' },
} as const
