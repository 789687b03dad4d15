import type { ItemState, Meeting } from './meeting.ts'
import type { Motion } from './motion.ts'
import type { Statement } from './statement.ts'

/** What somebody says to a motion, as it is signed: over its question and the last version of each paper of its item. */
export function statementOfMotion(
  meeting: Pick<Meeting, 'id'>,
  { papers }: Pick<ItemState, 'papers'>,
  { id, question }: Pick<Motion, 'id' | 'question'>,
  said: Pick<Statement, 'choice' | 'reasons' | 'post' | 'person' | 'at'>,
): Statement {
  return {
    version: 1,
    kind: 'motion',
    within: meeting.id,
    about: id,
    question,
    papers: papersAsTheyAre(papers),
    ...said,
  }
}

/** Each paper by its name and what its last version holds. */
export const papersAsTheyAre = (papers: ItemState['papers']): Statement['papers'] =>
  papers.flatMap(({ name, versions }) => {
    const last = versions.at(-1)
    return last === undefined ? [] : [{ name, sha256: last.file.sha256 }]
  })
