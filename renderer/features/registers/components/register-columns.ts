/** Columns of a register book in the order of Decree 30, Annex VI. */
export const registerColumns = {
  incoming: [
    'number',
    'date',
    'issuer',
    'code',
    'issuedOn',
    'type',
    'subject',
    'presentedTo',
    'handledBy',
    'state',
  ],
  outgoing: ['number', 'date', 'code', 'type', 'subject', 'signer', 'recipients', 'drafter', 'state'],
} as const
