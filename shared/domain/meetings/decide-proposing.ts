import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { detailsOf } from './adjustment.ts'
import type { Commanded } from './commands.ts'
import { changedNames, wrongDetails } from './decide-call.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { CallDetails, Meeting } from './meeting.ts'
import type { ProposeTime } from './propose-time.ts'

/** Members propose another time of what they are called to; whoever runs it takes one, which changes the meeting for all, or none. */
export function decideProposing(
  state: Meeting,
  command: Commanded<'meeting.proposeTime' | 'meeting.settleTime'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const stamp = happened(context)
  if (command.type === 'meeting.proposeTime') {
    const { post } = context.actor
    if (!state.members.some((member) => member.post === post)) return refuse('meeting-not-called')
    const refused = unlessIn(state, 'called')
    if (refused !== undefined) return refused
    // Another agency moves its meeting itself.
    if (state.elsewhere !== undefined) return refuse('meeting-elsewhere')
    const details: CallDetails = { ...detailsOf(state), ...timesOf(command.payload) }
    return (
      wrongDetails(details, context) ?? events({ ...stamp, type: 'timeProposed', post, ...command.payload })
    )
  }
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'called')
  if (refused !== undefined) return refused
  const { post, from, until, isTaken } = command.payload
  const proposed = state.members.find((member) => member.post === post)?.proposed
  // Another one came in its place: nobody takes a time they did not read.
  if (proposed?.from !== from || proposed.until !== until) return refuse('proposal-missing')
  const settled = { ...stamp, type: 'timeSettled', ...command.payload } as const
  if (!isTaken) return events(settled)
  const details: CallDetails = { ...detailsOf(state), ...timesOf(proposed) }
  return (
    wrongDetails(details, context) ??
    events<MeetingEvent>({ ...stamp, type: 'changed', details, names: changedNames(state, details) }, settled)
  )
}

const timesOf = ({ from, until }: ProposeTime): Pick<ProposeTime, 'from' | 'until'> => ({ from, until })
