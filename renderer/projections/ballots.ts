import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Slip } from '#shared/domain/meetings/ballot/slip.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A ballot as lists show it. */
export interface BallotRow
  extends
    ShownFacts,
    Pick<
      Ballot,
      'id' | 'question' | 'status' | 'secretary' | 'chair' | 'members' | 'due' | 'until' | 'sentAt' | 'result'
    > {
  readonly papers: number
}

/** Those that run by when they are due, ended ones by when they were prepared. */
export const ballots: Projection = {
  table: 'ballots',
  rowsOf(of, facts) {
    if (of.kind !== 'ballot') return []
    const { id, question, status, secretary, chair, members, due, until, sentAt, result, ...more } = of.state
    const content: BallotRow = {
      ...facts,
      ...{ id, question, status, secretary, chair, members, due, until, sentAt, result },
      papers: more.papers.length,
    }
    const isEnded = status === 'closed' || status === 'withdrawn'
    const sort = `${isEnded ? (sentAt ?? more.draftedAt) : (until ?? more.draftedAt)} ${id}`
    return [{ id, index: { state: isEnded ? 'ended' : 'running', sort }, content, counts: [] }]
  },
}

/** A slip with whether the desk shows acts of its own on it that are not confirmed yet. */
export interface SlipRow extends ShownFacts, Slip {}

/** Content: `SlipRow`. */
export const slips: Projection = {
  table: 'slips',
  rowsOf: (of, facts) =>
    of.kind === 'ballot-slip'
      ? [
          {
            id: of.state.id,
            index: { ballot: of.state.ballot },
            content: { ...of.state, ...facts } satisfies SlipRow,
            counts: [],
          },
        ]
      : [],
}
