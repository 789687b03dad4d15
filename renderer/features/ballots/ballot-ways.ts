import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { SlipRow } from '../../projections/ballots.ts'

/** Makes a draft on the result of a ballot. */
export type DraftBallot = (ballot: Ballot, slips: readonly SlipRow[]) => void

/** Where a ballot leads. */
export interface BallotWays {
  readonly onDraft: DraftBallot
  /** Stays with a ballot when it moves to another box. */
  readonly onFollow: (id: string) => void
}
