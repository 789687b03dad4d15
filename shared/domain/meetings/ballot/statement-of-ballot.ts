import type { Statement } from '../statement.ts'
import { papersAsTheyAre } from '../statement-of-motion.ts'
import type { Ballot } from './ballot.ts'

/** What somebody says to a ballot, as it is signed: over its question and the last version of each paper. */
export function statementOfBallot(
  { id, question, papers }: Pick<Ballot, 'id' | 'question' | 'papers'>,
  said: Pick<Statement, 'choice' | 'reasons' | 'post' | 'person' | 'at'>,
): Statement {
  return {
    version: 1,
    kind: 'ballot',
    within: id,
    about: id,
    question,
    papers: papersAsTheyAre(papers),
    ...said,
  }
}
