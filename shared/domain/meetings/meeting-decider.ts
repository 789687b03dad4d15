import type { Audience, Decider, Decision, DecisionContext } from '../decision.ts'
import { refuse } from '../decision.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { parseMeetingCommand, type MeetingCommand } from './commands.ts'
import { isConcludeCommand } from './conclude/commands.ts'
import { decideConcluded } from './conclude/decide.ts'
import { concludeEventTypes } from './conclude/events.ts'
import { decideAdjusting } from './decide-adjusting.ts'
import { decideAnswer, decideAnswerFor } from './decide-answer.ts'
import { decideAttending } from './decide-attending.ts'
import { decideCall } from './decide-call.ts'
import { decideConclusion } from './decide-conclusion.ts'
import { decideFollowing } from './decide-following.ts'
import { decideLaterLetter } from './decide-later-letter.ts'
import { decideOutsiders } from './decide-outsiders.ts'
import { decideProposing } from './decide-proposing.ts'
import { decideScheduling } from './decide-series.ts'
import { decideSession } from './decide-session.ts'
import { decideVote } from './decide-vote.ts'
import type { MeetingEvent } from './events.ts'
import { evolveMeeting } from './evolve.ts'
import { decideHandingOver } from './hand-over.ts'
import { decideInvitingAgencies } from './invite-agencies.ts'
import { peopleOf, type Meeting } from './meeting.ts'

/** A meeting from its invitation to its minutes; votes, notes and ballots are aggregates of their own. */
export const meetingDecider: Decider<Meeting, MeetingCommand, MeetingEvent> = {
  kind: 'meeting',
  parse: parseMeetingCommand,
  decide: decideMeeting,
  evolve: evolveMeeting,
  audienceOf: (state): Audience =>
    // Also one that was dropped as a draft: nobody else was told of it.
    state.calledAt === null
      ? [`post:${state.secretary}`, `post:${state.chair}`]
      : peopleOf(state).map((post) => `post:${post}` as const),
  eventTypes: [
    'drafted',
    'followed',
    'letterFollowed',
    'attending',
    'agenciesInvited',
    'replyNoted',
    'proposalSettled',
    'timeProposed',
    'timeSettled',
    'changed',
    'agendaSet',
    'paperAdded',
    'paperRemoved',
    'called',
    'cancelled',
    'answered',
    'positionTaken',
    'floorAsked',
    'floorGiven',
    'opened',
    'checkedIn',
    'checkedOut',
    'itemTaken',
    'adoptedTogether',
    'voteOpened',
    'voteClosed',
    'tallyRecorded',
    'voteDeclared',
    'concluded',
    'proceedingsRecorded',
    'closed',
    'amendmentAsked',
    'amendmentSettled',
    'minutesFixed',
    'handedOver',
    ...concludeEventTypes,
  ],
}

function decideMeeting(
  state: Meeting | undefined,
  command: MeetingCommand,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const names = command.type === 'meeting.addPaper' ? [withoutEnding(command.payload.paper.name)] : []
  if (secretMarkIn([...linesIn(command.payload), ...names]) !== undefined) return refuse('secret-refused')
  if (command.type === 'meeting.draft') return decideCall(state, command, context)
  if (command.type === 'meeting.schedule') return decideScheduling(state, command.payload, context)
  if (command.type === 'meeting.attend') return decideAttending(state, command.payload, context)
  if (state === undefined) return refuse('unknown-object')
  if (isConcludeCommand(command)) return decideConcluded(state, command, context)
  switch (command.type) {
    case 'meeting.handOver':
      return decideHandingOver(state, command.payload, context)
    case 'meeting.change':
    case 'meeting.setAgenda':
    case 'meeting.addPaper':
    case 'meeting.removePaper':
    case 'meeting.call':
    case 'meeting.cancel':
      return decideCall(state, command, context)
    case 'meeting.adjust':
      return decideAdjusting(state, command.payload, context)
    case 'meeting.follow':
      return decideFollowing(state, command.payload, context)
    case 'meeting.followLetter':
      return decideLaterLetter(state, command.payload, context)
    case 'meeting.inviteAgencies':
      return decideInvitingAgencies(state, command.payload, context)
    case 'meeting.noteReply':
    case 'meeting.settleProposal':
      return decideOutsiders(state, command, context)
    case 'meeting.proposeTime':
    case 'meeting.settleTime':
      return decideProposing(state, command, context)
    case 'meeting.answerFor':
      return decideAnswerFor(state, command, context)
    case 'meeting.answer':
    case 'meeting.position':
    case 'meeting.askForFloor':
      return decideAnswer(state, command, context)
    case 'meeting.open':
    case 'meeting.checkIn':
    case 'meeting.checkOut':
    case 'meeting.takeItem':
    case 'meeting.giveFloor':
    case 'meeting.adoptTogether':
    case 'meeting.close':
      return decideSession(state, command, context)
    case 'meeting.openVote':
    case 'meeting.closeVote':
    case 'meeting.recordTally':
    case 'meeting.declareVote':
      return decideVote(state, command, context)
    default:
      return decideConclusion(state, command, context)
  }
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '')
