import { outcomeOf } from '../tally.ts'
import type { Choice, MotionOutcome } from '../motion.ts'
import type { BallotTally } from './ballot.ts'

/** An answer that may count. */
export interface CountedAnswer {
  readonly post: string
  readonly choice: Choice
  readonly isLate: boolean
}

/**
 * Where a member stands. `deemed` is never `yes`: who said nothing in time is taken to agree and answers for it (Decree 191 Art 7.2d, 17.2),
 * but did not say so; nor did who answered late.
 */
export type Standing = Choice | 'deemed'

/** Every member once, in the order in which they were asked; of who was not asked nobody. */
export function standingsOf(
  members: readonly string[],
  answers: readonly CountedAnswer[],
): ReadonlyMap<string, Standing> {
  const inTime = new Map(answers.filter(({ isLate }) => !isLate).map(({ post, choice }) => [post, choice]))
  return new Map(members.map((post) => [post, inTime.get(post) ?? 'deemed']))
}

/** What standings come to. */
export interface BallotCount {
  readonly tally: BallotTally
  readonly outcome: MotionOutcome
  readonly deemed: readonly string[]
}

/** Counts a ballot: more than half of all members must agree or be deemed to; a tie falls on the side of the chair (Decree 191 Art 3.3). */
export function countBallot(
  members: readonly string[],
  answers: readonly CountedAnswer[],
  chair: string,
): BallotCount {
  const standings = standingsOf(members, answers)
  const count = (standing: Standing): number =>
    [...standings.values()].filter((one) => one === standing).length
  const tally = { yes: count('yes'), no: count('no'), other: count('other'), deemed: count('deemed') }
  const side = standings.get(chair)
  const outcome = outcomeOf(
    { yes: tally.yes + tally.deemed, no: tally.no, other: tally.other, missing: 0 },
    'ofAll',
    side === 'deemed' ? 'yes' : side,
  )
  const deemed = [...standings].flatMap(([post, standing]) => (standing === 'deemed' ? [post] : []))
  return { tally, outcome, deemed }
}
