import type { Board, FigureId } from './figures.ts'
import type { BoardFact } from './facts.ts'

/** A figure, of everyone or of one unit or post. */
export interface Selection {
  readonly figure: FigureId
  readonly unit?: string | undefined
  readonly post?: string | undefined
}

/** Unit of a post; empty when the post is not known here. */
export type UnitOf = (post: string) => string

/** Whose it is: who leads or holds it; null for what belongs to the agency as a whole. */
export function postOf(fact: BoardFact): string | null {
  switch (fact.what) {
    case 'task':
      return fact.assignee
    case 'document':
      return fact.holder ?? fact.drafter
    case 'letter':
      return fact.holder ?? null
    case 'delivery':
      return null
  }
}

const unitOfFact = (fact: BoardFact, unitOf: UnitOf): string => {
  const post = postOf(fact)
  return fact.what === 'document' ? fact.unit : post === null ? '' : unitOf(post)
}

/** The list behind a number: its length is the number. */
export function behind(
  board: Board,
  { figure, unit, post }: Selection,
  unitOf: UnitOf,
): readonly BoardFact[] {
  const all = board.behind.get(figure) ?? []
  if (unit === undefined && post === undefined) return all
  return all.filter(
    (fact) =>
      (unit === undefined || unitOfFact(fact, unitOf) === unit) &&
      (post === undefined || postOf(fact) === post),
  )
}

/** How often each post, or each unit, is in the list of a figure. */
export function countsBy(
  board: Board,
  figure: FigureId,
  by: 'unit' | 'post',
  unitOf: UnitOf,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const fact of board.behind.get(figure) ?? []) {
    const key = by === 'unit' ? unitOfFact(fact, unitOf) : postOf(fact)
    if (key !== null && key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
