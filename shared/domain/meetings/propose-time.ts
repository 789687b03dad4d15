import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { detailsOf } from './adjustment.ts'
import type { Commanded } from './commands.ts'
import { changedNames, wrongDetails } from './decide-call.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { CallDetails, Meeting } from './meeting.ts'

const instant = z.iso.datetime({ precision: 3 })

/** Another time that a member proposes for a meeting they are called to (M12). */
export const proposeTime = z.strictObject({ from: instant, until: instant, words: z.string().max(4000) })
export type ProposeTime = z.infer<typeof proposeTime>

/** Answers a member's proposal: taken, so that the meeting moves, or not. */
export const settleTime = z.strictObject({ post: z.string().min(1).max(64), isTaken: z.boolean() })
export type SettleTime = z.infer<typeof settleTime>

/** What a member proposed and nobody answered yet. */
export interface ProposedTime extends ProposeTime {
  readonly at: Instant
}

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
  const { post, isTaken } = command.payload
  const proposed = state.members.find((member) => member.post === post)?.proposed
  if (proposed === undefined) return refuse('proposal-missing')
  const settled = { ...stamp, type: 'timeSettled', post, isTaken } as const
  if (!isTaken) return events(settled)
  const details: CallDetails = { ...detailsOf(state), ...timesOf(proposed) }
  return (
    wrongDetails(details, context) ??
    events<MeetingEvent>({ ...stamp, type: 'changed', details, names: changedNames(state, details) }, settled)
  )
}

const timesOf = ({ from, until }: ProposeTime): Pick<ProposeTime, 'from' | 'until'> => ({ from, until })
