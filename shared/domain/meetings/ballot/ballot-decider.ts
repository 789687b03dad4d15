import { addDays } from '../../calendar/days.ts'
import { addWorkingDays, atMinute } from '../../calendar/working-calendar.ts'
import { calendarSeen } from '../../configuration/effective.ts'
import {
  awaitNode,
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
} from '../../decision.ts'
import { linesIn, secretMarkIn } from '../../law/secret-marks.ts'
import type { OfficialDocument } from '../../documents/document.ts'
import { isDeciding } from '../../documents/kinds.ts'
import { happened } from '../entitled.ts'
import { BALLOT_DAYS, RESULT_KIND, peopleOfBallot, type Ballot, type BallotDetails } from './ballot.ts'
import { parseBallotCommand, type BallotCommand, type BallotEvent } from './ballot-events.ts'
import { evolveBallot } from './ballot-evolve.ts'
import { countBallot } from './count.ts'
import { answersOf } from './slip-evolve.ts'
import { isToldOfRejection, slipIdOf, type Slip } from './slip.ts'

/** A ballot from its question to its result; what members answer stands on slips of their own (ADR 26). */
export const ballotDecider: Decider<Ballot, BallotCommand, BallotEvent> = {
  kind: 'ballot',
  parse: parseBallotCommand,
  decide: decideBallot,
  evolve: evolveBallot,
  audienceOf: (state): Audience =>
    (state.sentAt === null ? [state.secretary, state.chair] : peopleOfBallot(state)).map(
      (post) => `post:${post}` as const,
    ),
  eventTypes: [
    'drafted',
    'changed',
    'paperAdded',
    'paperRemoved',
    'sent',
    'withdrawn',
    'closed',
    'documentNoted',
    'decisionNoted',
  ],
}

type Commanded<T extends BallotCommand['type']> = Extract<BallotCommand, { type: T }>

function decideBallot(
  state: Ballot | undefined,
  command: BallotCommand,
  context: DecisionContext,
): Decision<BallotEvent> {
  const names = command.type === 'ballot.addPaper' ? [withoutEnding(command.payload.paper.name)] : []
  if (secretMarkIn([...linesIn(command.payload), ...names]) !== undefined) return refuse('secret-refused')
  const stamp = happened(context)
  if (command.type === 'ballot.draft') {
    if (state !== undefined) return refuse('already-exists')
    const details = command.payload
    const { post: secretary } = context.actor
    return wrongDetails(details, context) ?? events({ ...stamp, type: 'drafted', secretary, details })
  }
  if (state === undefined) return refuse('unknown-object')
  const { post } = context.actor
  if (post !== state.secretary && post !== state.chair) return refuse('ballot-secretary-only')
  switch (command.type) {
    case 'ballot.withdraw':
      if (state.status !== 'draft' && state.status !== 'open') return refuse('ballot-ended')
      return command.payload.reason.trim() === ''
        ? refuse('reason-missing')
        : events({ ...stamp, type: 'withdrawn', ...command.payload })
    case 'ballot.close':
      return decideClosing(state, context)
    case 'ballot.noteDocument':
      return decideNoting(state, command.payload.document, context)
    default:
      return decidePreparing(state, command, context)
  }
}

/** What was sent stays as it was: each answer was signed over this question and these papers. */
function decidePreparing(
  state: Ballot,
  command: Commanded<'ballot.change' | 'ballot.addPaper' | 'ballot.removePaper' | 'ballot.send'>,
  context: DecisionContext,
): Decision<BallotEvent> {
  const stamp = happened(context)
  if (state.status !== 'draft') return refuse('ballot-sent')
  switch (command.type) {
    case 'ballot.change':
      return (
        wrongDetails(command.payload, context) ??
        events({ ...stamp, type: 'changed', details: command.payload })
      )
    case 'ballot.addPaper':
      return events({ ...stamp, type: 'paperAdded', ...command.payload })
    case 'ballot.removePaper':
      return state.papers.some(({ id }) => id === command.payload.paper)
        ? events({ ...stamp, type: 'paperRemoved', ...command.payload })
        : refuse('unknown-object')
    case 'ballot.send': {
      if (state.members.length === 0) return refuse('ballot-without-members')
      const due = addWorkingDays(calendarSeen(context.look, context.today), context.today, state.days)
      return events({ ...stamp, type: 'sent', due, until: atMinute(addDays(due, 1), -1) })
    }
  }
}

/** Answers of others may still be on their way to this desk: the node counts, and only answers whose signature was looked at. */
function decideClosing(state: Ballot, context: DecisionContext): Decision<BallotEvent> {
  if (state.status !== 'open' || state.until === null) return refuse('ballot-ended')
  const slips = state.members.flatMap((member) => {
    const slip = context.look('ballot-slip', slipIdOf(state.id, member)) as Slip | undefined
    return slip === undefined ? [] : [slip]
  })
  const answers = slips.flatMap(({ member: post, answer }) => (answer === null ? [] : [{ ...answer, post }]))
  const missing = state.members.length - answers.length
  const now = context.receivedAt ?? context.at
  if (now <= state.until && missing > 0) return refuse('ballot-still-open', { missing })
  if (context.side === 'desk') return awaitNode('tally-awaits-node')
  if (slips.flatMap(answersOf).some(({ check }) => check === undefined)) return refuse('signature-unchecked')
  const untold = slips.find((slip) => !isToldOfRejection(slip))
  if (untold !== undefined) return refuse('ballot-rejected-untold', { post: untold.member })
  return events({ ...happened(context), type: 'closed', ...countBallot(state.members, answers, state.chair) })
}

/** One report tells what came of it and one decision decides what was agreed to: those that who asks drafted. */
function decideNoting(state: Ballot, id: string, context: DecisionContext): Decision<BallotEvent> {
  if (state.status !== 'closed') return refuse('ballot-still-open')
  if (state.document === id || state.decision === id) return events()
  const document = context.look('document', id) as OfficialDocument | undefined
  const isOurs = document?.drafter.post === state.secretary || document?.drafter.post === state.chair
  if (!isOurs) return refuse('unknown-object')
  const noted = { ...happened(context), document: id }
  if (document.kind === RESULT_KIND)
    return state.document === null ? events({ ...noted, type: 'documentNoted' }) : refuse('already-exists')
  if (!isDeciding(document.kind)) return refuse('unknown-object')
  if (state.result?.outcome !== 'carried') return refuse('ballot-not-carried')
  return state.decision === undefined ? events({ ...noted, type: 'decisionNoted' }) : refuse('already-exists')
}

function wrongDetails(
  details: BallotDetails,
  { look }: DecisionContext,
): ReturnType<typeof refuse> | undefined {
  const { least, most } = BALLOT_DAYS
  if (details.days < least || details.days > most) return refuse('ballot-days', { least, most })
  if (new Set(details.members).size < details.members.length) return refuse('person-twice')
  const unknown = [details.chair, ...details.members].find((post) => look('post', post) === undefined)
  return unknown === undefined ? undefined : refuse('post-unknown', { post: unknown })
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '')
