import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext, type Happened } from '../decision.ts'
import { happened } from './entitled.ts'
import type { Meeting } from './meeting.ts'

const post = z.string().min(1).max(64)

/** Whoever receives a leaver's work runs the meeting as its secretary (Decree 30 Art 31.3đ). */
export const handOverCommand = {
  'meeting.handOver': z.strictObject({ from: post, to: post }),
} as const
export type HandOverMeeting = {
  readonly type: 'meeting.handOver'
  readonly payload: z.infer<(typeof handOverCommand)['meeting.handOver']>
}
export interface MeetingHandedOver extends Happened {
  readonly type: 'handedOver'
  readonly to: string
}

/** Whether its secretary still has something to do with it. */
export const isRun = ({ status }: Pick<Meeting, 'status'>): boolean =>
  status !== 'archived' && status !== 'cancelled'

/** Done by the node when all have signed the minutes of the handover; a secretary who was replaced meanwhile has nothing to hand over. */
export function decideHandingOver(
  state: Meeting,
  { from, to }: HandOverMeeting['payload'],
  context: DecisionContext,
): Decision<MeetingHandedOver> {
  if (!context.actor.roles.includes('node')) return refuse('node-only')
  if (context.look('post', to) === undefined) return refuse('post-unknown')
  return state.secretary === from && isRun(state)
    ? events({ ...happened(context), type: 'handedOver', to })
    : events()
}
