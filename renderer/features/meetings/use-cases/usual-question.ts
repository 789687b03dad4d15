import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Motion } from '#shared/domain/meetings/motion.ts'

/** What is put to the vote of an item, and how. */
export type AskedQuestion = Pick<Motion, 'question' | 'majority' | 'isSecret' | 'isSigned'>

/**
 * The question of an item that was not voted on yet, asked as the one before it in this meeting; undefined where a person has to say how:
 * the first one, one after a vote on paper, a second question of an item.
 */
export function usualQuestion({ items }: Meeting, item: ItemState): AskedQuestion | undefined {
  const last = items
    .flatMap(({ motions }) => motions)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0]
  if (last === undefined || last.isSecret || item.motions.length > 0) return undefined
  const { majority, isSigned = false } = last
  return { question: item.title, majority, isSecret: false, isSigned }
}
