import type { BoardFact, DocumentFact, LetterFact } from './facts.ts'

/** Places where something waits for someone, in the order of its way. */
export const waitingSteps = [
  'accept',
  'register',
  'present',
  'direct',
  'handle',
  'draft',
  'initial',
  'sign',
  'issue',
  'delivery',
] as const
export type WaitingStep = (typeof waitingSteps)[number]

const ofLetter: Record<LetterFact['status'], WaitingStep | undefined> = {
  arrived: 'accept',
  accepted: 'register',
  registered: 'present',
  presented: 'direct',
  directed: undefined,
  inProgress: undefined,
  finished: undefined,
  refused: undefined,
}

const ofDocument: Partial<Record<DocumentFact['status'], WaitingStep>> = {
  draft: 'draft',
  returned: 'draft',
  submitted: 'initial',
  initialled: 'sign',
  signed: 'issue',
  numbered: 'issue',
  sealed: 'issue',
}

/** Where it waits now; undefined when it waits nowhere. What was directed waits as the tasks it became. */
export function waitingStepOf(fact: BoardFact): WaitingStep | undefined {
  switch (fact.what) {
    case 'letter':
      return ofLetter[fact.status]
    case 'document':
      return ofDocument[fact.status]
    case 'task':
      return fact.finishedAt === undefined && fact.status !== 'withdrawn' ? 'handle' : undefined
    case 'delivery':
      return fact.acceptedAt === undefined && fact.state !== '02' ? 'delivery' : undefined
  }
}
