/** Stored and exchanged: adding a value is free, changing one needs a migration and a new wire version. */
export const letterStatuses = [
  'arrived',
  'accepted',
  'refused',
  'registered',
  'presented',
  'directed',
  'inProgress',
  'finished',
] as const
export type LetterStatus = (typeof letterStatuses)[number]

export type LetterMove =
  | 'accepted'
  | 'refused'
  | 'numberTaken'
  | 'presented'
  | 'presentTakenBack'
  | 'directed'
  | 'directiveTakenBack'
  | 'started'
  | 'finished'
  | 'reopened'

const next: Record<LetterStatus, Partial<Record<LetterMove, LetterStatus>>> = {
  arrived: { accepted: 'accepted', refused: 'refused' },
  accepted: { numberTaken: 'registered', refused: 'refused' },
  refused: {},
  registered: { presented: 'presented' },
  presented: { directed: 'directed', presented: 'presented', presentTakenBack: 'registered' },
  directed: { started: 'inProgress', finished: 'finished', directiveTakenBack: 'presented' },
  inProgress: { finished: 'finished' },
  finished: { reopened: 'inProgress' },
}

/** The status after a move, or undefined when the move is not lawful from here. */
export function letterStatusAfter(status: LetterStatus, move: LetterMove): LetterStatus | undefined {
  return next[status][move]
}

/** The code that tells the sender (edXML 5.2); undefined where the sender is told nothing new. */
export const statusCodeOf: Readonly<Record<string, '01' | '02' | '03' | '04' | '05' | '06' | undefined>> = {
  arrived: '01',
  refused: '02',
  numberTaken: '03',
  directed: '04',
  started: '05',
  finished: '06',
}
