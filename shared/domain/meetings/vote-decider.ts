import { parserOf } from '../parse-command.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { events, refuse, type Decider, type Decision, type DecisionContext } from '../decision.ts'
import { happened } from './entitled.ts'
import { peopleOf, type Meeting } from './meeting.ts'
import { castVote, voteIdOf, type CastVote, type Vote, type VoteEvent } from './vote.ts'

const voteCommands = { 'vote.cast': castVote } as const
interface VoteCommand {
  readonly type: 'vote.cast'
  readonly payload: CastVote
}

/**
 * A vote counts once, however late it comes, when it was given while the question was open (M6): what was cast without a network before
 * the vote was closed still counts until the result is declared.
 */
export const voteDecider: Decider<Vote, VoteCommand, VoteEvent> = {
  kind: 'vote',
  parse: parserOf(voteCommands),
  decide: (_state, { payload }, context) => decideCasting(payload, context),
  evolve: evolveVote,
  audienceOf: (state) => state.seenBy.map((post) => `post:${post}` as const),
  eventTypes: ['cast'],
}

function decideCasting(vote: CastVote, context: DecisionContext): Decision<VoteEvent> {
  const meeting = context.look('meeting', vote.meeting) as Meeting | undefined
  const item = meeting?.items.find(({ id }) => id === vote.item)
  const motion = item?.motions.find(({ id }) => id === vote.motion)
  if (meeting === undefined || motion === undefined) return refuse('unknown-object')
  if (!motion.voters.includes(context.actor.post)) return refuse('vote-members-only')
  if (motion.isSecret) return refuse('vote-on-paper')
  if (motion.declared !== null) return refuse('vote-declared')
  const isInTime =
    context.at >= motion.openedAt && (motion.closedAt === null || context.at <= motion.closedAt)
  if (!isInTime) return refuse('vote-not-open')
  if (vote.choice === 'other' && vote.words.trim() === '') return refuse('reason-missing')
  if (secretMarkIn(linesIn(vote.words)) !== undefined) return refuse('secret-refused')
  return events({ ...happened(context), type: 'cast', vote, seenBy: peopleOf(meeting) })
}

/**
 * What is given under the name of somebody else's vote changes nothing and counts for nobody; nor does one that arrives behind a later one.
 */
function evolveVote(state: Vote | undefined, event: VoteEvent, id: string): Vote {
  const { vote, seenBy, at, by } = event
  const isOwn = id === voteIdOf(vote.meeting, vote.motion, by.post)
  const isOvertaken = state?.post === by.post && at < state.castAt
  if (state !== undefined && (!isOwn || isOvertaken)) return state
  return { ...vote, id, seenBy, post: isOwn ? by.post : '', person: by.person, castAt: at }
}
