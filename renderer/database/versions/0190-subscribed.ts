/** Version 190: calendars that one subscribed to, as the node last told of them. */
export const subscribedTables = {
  number: 190,
  stores: { subscribed: 'id' },
} as const
