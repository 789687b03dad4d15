import type { Collective } from '#shared/domain/directory/directory.ts'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { SlipRow } from '../../projections/ballots.ts'

/** What is drafted on a ballot that was counted: the report of its result, or the decision on what it agreed to. */
export type BallotDraft = 'report' | 'decision'

/** Makes a draft on the result of a ballot; what a collective decides is its resolution. */
export type DraftBallot = (
  draft: BallotDraft,
  ballot: Ballot,
  slips: readonly SlipRow[],
  collective?: Collective,
) => void

/** Where a ballot leads. */
export interface BallotWays {
  readonly onDraft: DraftBallot
  /** Stays with a ballot when it moves to another box. */
  readonly onFollow: (id: string) => void
}
