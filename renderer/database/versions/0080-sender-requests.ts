/** Version 80: what senders ask about a letter, by that letter. */
export const senderRequests = {
  number: 80,
  stores: { incoming: 'id, [box+sort], same, about' },
} as const
