/** Version 90: what cannot wait in a box, by the day from which it cannot. */
export const pressingLetters = {
  number: 90,
  stores: { incoming: 'id, [box+sort], [box+press], same, about' },
} as const
