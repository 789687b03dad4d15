import { factOfDocument, factOfLetter, factOfTask, factsOfDispatch } from '#shared/domain/boards/fact-of.ts'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { Projection, ProjectedRow } from './projection.ts'
import type { KnownState } from './states.ts'

/** Moments, ids and marks for the boards: no words, so they lie in clear and are counted without opening a seal. */
export const facts: Projection = {
  table: 'facts',
  rowsOf: (of) => factsOf(of).map(row),
}

const row = (fact: BoardFact): ProjectedRow => ({
  id: fact.id,
  index: { ...fact },
  content: null,
  counts: [],
})

function factsOf(of: KnownState): readonly BoardFact[] {
  switch (of.kind) {
    case 'letter':
      return [factOfLetter(of.state)]
    case 'document':
      return [factOfDocument(of.state)]
    case 'dispatch':
      return factsOfDispatch(of.state)
    case 'task': {
      const fact = factOfTask(of.state)
      return fact === undefined ? [] : [fact]
    }
    default:
      return []
  }
}
