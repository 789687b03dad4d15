import type { AggregateRef } from '#shared/log/command.ts'
import { peopleOfBallot, type Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { slipIdOf, type SlipEvent } from '#shared/domain/meetings/ballot/slip.ts'
import type { VoteEvent } from '#shared/domain/meetings/vote.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Cause, Process } from './process.ts'

const slipOf = (ballot: string, member: string): AggregateRef => ({
  kind: 'ballot-slip',
  id: slipIdOf(ballot, member),
})

/** A ballot that is sent puts a slip on the desk of each member; when it ends, slips that nobody answered are taken away. */
export const ballotToSlips: Process = {
  name: 'ballot-to-slips',
  follows: ['ballot.sent', 'ballot.closed', 'ballot.withdrawn'],
  react: async ({ aggregate, event }, read) => {
    const ballot = (await read(aggregate)) as Ballot | undefined
    if (ballot?.due == null || ballot.until === null) return []
    const { id, question, secretary: from, due, until, members } = ballot
    if (event.type !== 'sent')
      return members.map((member) => ({
        kind: 'act',
        aggregate: slipOf(id, member),
        type: 'ballot-slip.lapse',
        payload: { as: event.type === 'closed' ? 'deemed' : 'withdrawn' },
      }))
    const seenBy = [...peopleOfBallot(ballot)]
    return members.map((member) => ({
      kind: 'act',
      aggregate: slipOf(id, member),
      type: 'ballot-slip.hand',
      payload: { ballot: id, member, question, from, due, until, seenBy },
    }))
  },
}

/** What a member signed is looked at before anybody counts it, also when something else was said since. */
export const statementsToChecks: Process = {
  name: 'statements-to-checks',
  follows: ['ballot-slip.answered', 'vote.cast'],
  react: ({ workspace, aggregate: { kind, id }, event }) => {
    const signed =
      kind === 'vote'
        ? (event as Cause<Cast>['event']).vote.signed
        : (event as Cause<Answered>['event']).signed
    if (signed === undefined) return []
    const payload = { of: { kind, id }, statement: sha256Hex(signed.text) }
    return [{ kind: 'job', job: 'check-statement', lane: `${workspace}/statement/${id}`, payload }]
  },
}

type Cast = Extract<VoteEvent, { type: 'cast' }>
type Answered = Extract<SlipEvent, { type: 'answered' }>
