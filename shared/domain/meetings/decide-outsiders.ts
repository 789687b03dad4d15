import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { detailsOf } from './adjustment.ts'
import { changedNames, wrongDetails } from './decide-call.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { CallDetails, Meeting } from './meeting.ts'
import { saidBy } from './outsider-answer.ts'

/** What people from outside answer, noted by whoever runs the meeting; a proposal that is taken changes the meeting (M12). */
export function decideOutsiders(
  state: Meeting,
  command: Commanded<'meeting.noteReply' | 'meeting.settleProposal'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'called')
  if (refused !== undefined) return refused
  const { address } = command.payload
  const known = (state.outsiderAnswers ?? []).find((one) => one.address === address)
  if (!state.outsiders.some((one) => one.address?.toLowerCase() === address))
    return refuse('outsider-unknown')
  const stamp = happened(context)
  if (command.type === 'meeting.noteReply') {
    const { proposal } = command.payload
    // The event keeps the word as it came: logs of before hold it so.
    const saidAt = saidBy(command.payload.saidAt, context.at)
    if (proposal !== null && proposal.until <= proposal.from) return refuse('meeting-time-reversed')
    return known !== undefined && known.saidAt >= saidAt
      ? events()
      : events({ ...stamp, type: 'replyNoted', ...command.payload })
  }
  if (known === undefined || known.proposal === null) return refuse('proposal-missing')
  const settled = { ...stamp, type: 'proposalSettled', ...command.payload } as const
  if (!command.payload.isTaken) return events(settled)
  const details: CallDetails = { ...detailsOf(state), ...known.proposal }
  return (
    wrongDetails(details, context) ??
    events<MeetingEvent>({ ...stamp, type: 'changed', details, names: changedNames(state, details) }, settled)
  )
}
