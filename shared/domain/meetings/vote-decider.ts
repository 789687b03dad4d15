import { parserOf } from '../parse-command.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import {
  events,
  refuse,
  type ActorRef,
  type Decider,
  type Decision,
  type DecisionContext,
} from '../decision.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import { happened } from './entitled.ts'
import { peopleOf, type Meeting } from './meeting.ts'
import type { Motion } from './motion.ts'
import { readStatement, statementText } from './statement.ts'
import { statementOfMotion } from './statement-of-motion.ts'
import { unlessEnterable } from './enter-vote.ts'
import {
  castVote,
  enterVote,
  voteCheck,
  voteIdOf,
  type CastVote,
  type EnterVote,
  type Vote,
  type VoteCheck,
  type VoteEvent,
} from './vote.ts'

const voteCommands = {
  'vote.cast': castVote,
  'vote.enter': enterVote,
  'vote.recordCheck': voteCheck,
} as const
type VoteCommand =
  | { readonly type: 'vote.cast'; readonly payload: CastVote }
  | { readonly type: 'vote.enter'; readonly payload: EnterVote }
  | { readonly type: 'vote.recordCheck'; readonly payload: VoteCheck }

/**
 * A vote counts once, however late it comes, when it was given while the question was open (M6): what was cast without a network before
 * the vote was closed still counts until the result is declared, marked as come behind the closing; it changes no vote that was there by then.
 */
export const voteDecider: Decider<Vote, VoteCommand, VoteEvent> = {
  kind: 'vote',
  parse: parserOf(voteCommands),
  decide: (state, command, context) => {
    switch (command.type) {
      case 'vote.cast':
        return decideCasting(state, command.payload, context)
      case 'vote.enter':
        return decideEntering(state, command.payload, context)
      case 'vote.recordCheck':
        return decideCheck(state, command.payload, context)
    }
  },
  evolve: evolveVote,
  audienceOf: (state) => state.seenBy.map((post) => `post:${post}` as const),
  eventTypes: ['cast', 'entered', 'signatureChecked'],
}

function decideCasting(
  state: Vote | undefined,
  vote: CastVote,
  context: DecisionContext,
): Decision<VoteEvent> {
  const asked = motionOf(vote, context)
  if (asked === undefined) return refuse('unknown-object')
  const { meeting, motion } = asked
  const refused = unlessVotable(vote, asked, context.actor.post, context)
  if (refused !== undefined) return refused
  if (motion.closedAt !== null && hasSettled(state, context.actor)) return refuse('vote-stands')
  if (motion.isSigned === true) {
    if (vote.signed === undefined) return refuse('vote-unsigned')
    if (
      !isSignedAsGiven(vote, meeting, motion, context) ||
      !isLater(vote, ofActor(state, context.actor), motion)
    )
      return refuse('statement-differs')
  }
  return events({
    ...{ ...happened(context), type: 'cast', vote, seenBy: peopleOf(meeting) },
    ...(motion.closedAt !== null && { arrivedAfter: motion.closedAt }),
  })
}

/** Once the vote is closed in the order of the log the tally so far is known: who gave one then gives no other, whatever time their desk claims, and who gave none gives one. */
function hasSettled(state: Vote | undefined, actor: ActorRef): boolean {
  const own = ofActor(state, actor)
  if (own === undefined || own.entered !== undefined) return false
  return own.rejected === undefined || own.arrivedAfter !== undefined
}

/** Only while the question is open in the order of the log: whoever enters sees the tally, and the time a desk claims proves nothing. */
function decideEntering(
  state: Vote | undefined,
  vote: EnterVote,
  context: DecisionContext,
): Decision<VoteEvent> {
  const asked = motionOf(vote, context)
  if (asked === undefined) return refuse('unknown-object')
  if (asked.motion.closedAt !== null) return refuse('vote-entered-late')
  const refused =
    unlessVotable(vote, asked, vote.voter, context) ??
    unlessEnterable(state, { ...asked, voter: vote.voter }, context)
  return refused ?? events({ ...happened(context), type: 'entered', vote, seenBy: peopleOf(asked.meeting) })
}

interface Asked {
  readonly meeting: Meeting
  readonly motion: Motion
}

function motionOf(vote: CastVote, { look }: DecisionContext): Asked | undefined {
  const meeting = look('meeting', vote.meeting) as Meeting | undefined
  const item = meeting?.items.find(({ id }) => id === vote.item)
  const motion = item?.motions.find(({ id }) => id === vote.motion)
  return meeting === undefined || motion === undefined ? undefined : { meeting, motion }
}

/** Only who is a member votes, on an open question, with words where something else is said. */
function unlessVotable(
  { choice, words }: CastVote,
  { motion }: Asked,
  voter: string,
  { at }: DecisionContext,
): ReturnType<typeof refuse> | undefined {
  if (!motion.voters.includes(voter)) return refuse('vote-members-only')
  if (motion.isSecret) return refuse('vote-on-paper')
  if (motion.declared !== null) return refuse('vote-declared')
  if (at < motion.openedAt || (motion.closedAt !== null && at > motion.closedAt))
    return refuse('vote-not-open')
  if (choice === 'other' && words.trim() === '') return refuse('reason-missing')
  return secretMarkIn(linesIn(words)) === undefined ? undefined : refuse('secret-refused')
}

function isSignedAsGiven(
  { item, choice, words: reasons, signed }: CastVote,
  meeting: Meeting,
  motion: Motion,
  { actor, at }: DecisionContext,
): boolean {
  const said = signed === undefined ? undefined : readStatement(signed.text)
  const of = meeting.items.find(({ id }) => id === item)
  if (said === undefined || of === undefined || said.at > at) return false
  const { post, person } = actor
  const expected = statementOfMotion(meeting, of, motion, { choice, reasons, post, person, at: said.at })
  return signed?.text === statementText(expected)
}

/** What was signed before the question was open, or given before, is not given again over what was said since. */
function isLater(vote: CastVote, state: Vote | undefined, { openedAt }: Motion): boolean {
  const at = saidAt(vote) ?? ''
  const before = state === undefined || state.rejected !== undefined ? undefined : saidAt(state)
  return at >= openedAt && (before === undefined || at > before)
}

/** What the same post gave before; what others put under its name is nothing. */
const ofActor = (state: Vote | undefined, { post }: { readonly post: string }): Vote | undefined =>
  state?.post === post ? state : undefined

const saidAt = ({ signed }: Pick<CastVote, 'signed'>): string | undefined =>
  signed === undefined ? undefined : readStatement(signed.text)?.at

/** Done by the node once it has looked at the signature. What is said again, or of a vote that was given anew, changes nothing. */
function decideCheck(
  state: Vote | undefined,
  check: VoteCheck,
  context: DecisionContext,
): Decision<VoteEvent> {
  if (!context.actor.roles.includes('node')) return refuse('node-only')
  if (state === undefined) return refuse('unknown-object')
  const isDone = state.check !== undefined || state.rejected !== undefined
  return isDone || !isOf(state, check)
    ? events()
    : events({ ...happened(context), type: 'signatureChecked', check })
}

const isOf = ({ signed }: Vote, { statement }: VoteCheck): boolean =>
  signed !== undefined && sha256Hex(signed.text) === statement

/**
 * What is given under the name of somebody else's vote changes nothing and counts for nobody; nor does one that arrives behind a later one.
 */
function evolveVote(state: Vote | undefined, event: VoteEvent, id: string): Vote {
  if (event.type === 'signatureChecked') return checked(state, event)
  if (event.type === 'entered') return entered(state, event, id)
  const { vote, seenBy, at, by, arrivedAfter } = event
  const isOwn = id === voteIdOf(vote.meeting, vote.motion, by.post)
  const isOvertaken = state?.post === by.post && state.entered === undefined && at < state.castAt
  if (state !== undefined && (!isOwn || isOvertaken)) return state
  const superseded = supersededBy(state, by)
  const accepted = acceptedOf(ofActor(state, by))
  return {
    ...{ ...vote, id, seenBy, post: isOwn ? by.post : '', person: by.person, castAt: at },
    ...(arrivedAfter !== undefined && { arrivedAfter }),
    ...(accepted !== undefined && { accepted }),
    ...(superseded !== undefined && { superseded }),
  }
}

/** What the secretary put in, never in the place of what the member gave. */
function entered(
  state: Vote | undefined,
  { vote: { voter, ...vote }, seenBy, at, by }: Extract<VoteEvent, { type: 'entered' }>,
  id: string,
): Vote {
  const isTheirs = id === voteIdOf(vote.meeting, vote.motion, voter)
  const stands = state !== undefined && (state.entered === undefined || at < state.castAt)
  if (state !== undefined && (!isTheirs || (stands && state.post !== ''))) return state
  return { ...vote, id, seenBy, post: isTheirs ? voter : '', person: '', castAt: at, entered: { by, at } }
}

/** What a member's own vote takes the place of, if the secretary had put one in. */
function supersededBy(state: Vote | undefined, { post }: { readonly post: string }): Vote['superseded'] {
  if (state?.post !== post) return undefined
  return state.entered === undefined ? state.superseded : { ...state.entered, choice: state.choice }
}

/** The vote whose signature was good, this one or the one before it. */
function acceptedOf(state: Vote | undefined): Vote['accepted'] {
  if (state?.check === undefined) return state?.accepted
  const { meeting, item, motion, choice, words, signed, person, castAt, check } = state
  return { meeting, item, motion, choice, words, signed, person, castAt, check }
}

function checked(state: Vote | undefined, { check, at }: Extract<VoteEvent, { check: unknown }>): Vote {
  if (state === undefined) throw new Error('a vote begins with being cast')
  if (!isOf(state, check)) return state
  if (check.verdict !== 'bad') {
    const { verdict, trust } = check
    const stamp = verdict === 'good' && check.stampedAt !== undefined ? { stampedAt: check.stampedAt } : {}
    return { ...state, check: { verdict, at, trust, ...stamp } }
  }
  const { accepted, ...rest } = state
  return accepted === undefined
    ? { ...rest, rejected: { findings: check.findings, at } }
    : { ...rest, ...accepted }
}
