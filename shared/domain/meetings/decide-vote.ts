import { awaitNode, events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { quorumFacts } from './decide-session.ts'
import { happened, itemIn, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { hasQuorum, votersOf, type Meeting } from './meeting.ts'
import type { Motion, Tally } from './motion.ts'
import { outcomeOf, tallyOf } from './tally.ts'
import { voteIdOf, type Vote } from './vote.ts'

type VoteCommand = Commanded<
  'meeting.openVote' | 'meeting.closeVote' | 'meeting.recordTally' | 'meeting.declareVote'
>

/** Putting a question to the vote and telling what it came to. What was declared stays. */
export function decideVote(
  state: Meeting,
  command: VoteCommand,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'inSession')
  if (refused !== undefined) return refused
  const stamp = happened(context)
  const item = itemIn(state, command.payload.item)
  if (item === undefined) return refuse('unknown-object')
  if (command.type === 'meeting.openVote') {
    const { motion } = command.payload
    if (state.items.some(({ motions }) => motions.some(({ id }) => id === motion.id)))
      return refuse('already-exists')
    if (item.motions.some(({ closedAt }) => closedAt === null)) return refuse('vote-still-open')
    if (!hasQuorum(state)) return refuse('quorum-missing', quorumFacts(state))
    const voters = votersOf(state)
    return events({ ...stamp, type: 'voteOpened', item: item.id, motion: { ...motion, voters } })
  }
  const motion = item.motions.find(({ id }) => id === command.payload.motion)
  if (motion === undefined) return refuse('unknown-object')
  if (motion.declared !== null) return refuse('vote-declared')
  const of = { item: item.id, motion: motion.id }
  switch (command.type) {
    case 'meeting.closeVote':
      return motion.closedAt === null ? events({ ...stamp, type: 'voteClosed', ...of }) : events()
    case 'meeting.recordTally': {
      const { tally } = command.payload
      if (!motion.isSecret) return refuse('tally-of-secret-only')
      const cast = tally.yes + tally.no + tally.other
      return cast > motion.voters.length
        ? refuse('tally-too-large', { cast, voters: motion.voters.length })
        : events({ ...stamp, type: 'tallyRecorded', ...of, tally })
    }
    case 'meeting.declareVote':
      return decideDeclaring(state, motion, of, context)
  }
}

/** Votes of others may still be on their way to this desk: the node counts. */
function decideDeclaring(
  state: Meeting,
  motion: Motion,
  of: { readonly item: string; readonly motion: string },
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (motion.closedAt === null) return refuse('vote-still-open')
  if (motion.isSecret && motion.onPaper === null) return refuse('tally-missing')
  if (context.side === 'desk') return awaitNode('tally-awaits-node')
  const votes = motion.voters.flatMap((post) => {
    const vote = context.look('vote', voteIdOf(state.id, motion.id, post)) as Vote | undefined
    return vote === undefined || vote.rejected !== undefined ? [] : [vote]
  })
  if (motion.isSigned === true && votes.some(({ check }) => check === undefined))
    return refuse('signature-unchecked')
  const tally = motion.onPaper === null ? tallyOf(motion.voters, votes) : paperTallyOf(motion)
  const chair = votes.find(({ post }) => post === state.chair)?.choice
  const outcome = outcomeOf(tally, motion.majority, chair)
  return events({ ...happened(context), type: 'voteDeclared', ...of, tally, outcome })
}

function paperTallyOf({ onPaper, voters }: Motion): Tally {
  const { yes = 0, no = 0, other = 0 } = onPaper ?? {}
  return { yes, no, other, missing: voters.length - yes - no - other }
}
