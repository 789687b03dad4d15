/** Version 110: who may sign by order or by authorisation. */
export const signingDelegations = {
  number: 110,
  stores: { signingDelegations: 'id' },
} as const
