/** Stored and exchanged: adding a value is free, changing one needs a migration and a new wire version. */
export const documentStatuses = [
  'draft',
  'submitted',
  'returned',
  'initialled',
  'signed',
  'numbered',
  'sealed',
  'issued',
] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** Acts that move a document on. */
export type DocumentMove =
  'submitted' | 'returned' | 'initialled' | 'initialsVoided' | 'signed' | 'numberTaken' | 'sealed' | 'issued'

const next: Record<DocumentStatus, Partial<Record<DocumentMove, DocumentStatus>>> = {
  draft: { submitted: 'submitted' },
  submitted: { returned: 'returned', initialled: 'initialled' },
  returned: { submitted: 'submitted' },
  initialled: { returned: 'returned', initialsVoided: 'submitted', signed: 'signed' },
  signed: { numberTaken: 'numbered' },
  numbered: { sealed: 'sealed' },
  sealed: { issued: 'issued' },
  issued: {},
}

/** The status after a move, or undefined when the move is not lawful from here. */
export function statusAfter(status: DocumentStatus, move: DocumentMove): DocumentStatus | undefined {
  return next[status][move]
}

/** True while the drafter may change fields, text, route. */
export const isWithDrafter = (status: DocumentStatus): boolean => status === 'draft' || status === 'returned'

/** True once the signer has signed: nothing of it may change any more (Decree 30 Art 11.2, 18.3). */
export const isFinal = (status: DocumentStatus): boolean =>
  ['signed', 'numbered', 'sealed', 'issued'].includes(status)
