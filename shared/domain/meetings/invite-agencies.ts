import { z } from 'zod'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { DocumentKind, OfficialDocument } from '../documents/document.ts'
import type { Instant } from '../../kernel/instant.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'

/** Names the letter that tells other agencies of a meeting; `agencies` by their codes. */
export const inviteAgencies = z.strictObject({
  document: z.string().min(1).max(64),
  agencies: z
    .array(z.strictObject({ code: z.string().min(1).max(64), name: z.string().max(500) }))
    .min(1)
    .max(300),
})
export type InviteAgencies = z.infer<typeof inviteAgencies>

/** A letter drafted to other agencies about a meeting, with the version of the meeting it tells (SEQUENCE, RFC 5546 2.1.4). */
export interface AgencyInvitation extends InviteAgencies {
  readonly sequence: number
  readonly at: Instant
}

/** What those invited are told anew when it changes. */
const TOLD: readonly Meeting['changes'][number]['names'][number][] = [
  'title',
  'from',
  'until',
  'place',
  'callUrl',
]

/** Which version of a meeting this is for those outside: raised by each change they must be told of, and by its cancellation. */
export function sequenceOfMeeting({ changes, cancelled }: Pick<Meeting, 'changes' | 'cancelled'>): number {
  const told = changes.filter(({ names }) => names.some((name) => TOLD.includes(name))).length
  return told + (cancelled === null ? 0 : 1)
}

/** A meeting is invited to by a giấy mời (Decree 30 Annex III form 1.7) and called off by a công văn (form 1.5). */
export const kindOfTelling = ({ status }: Pick<Meeting, 'status'>): DocumentKind =>
  status === 'cancelled' ? 'cong-van' : 'giay-moi'

/** Whoever runs the meeting names the letter they drafted for it. */
export function decideInvitingAgencies(
  state: Meeting,
  payload: InviteAgencies,
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (state.elsewhere !== undefined) return refuse('meeting-elsewhere')
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'called', 'cancelled')
  if (refused !== undefined) return refused
  const document = context.look('document', payload.document) as OfficialDocument | undefined
  if (document === undefined || document.kind !== kindOfTelling(state))
    return refuse('invitation-letter-missing')
  return events({
    ...happened(context),
    type: 'agenciesInvited',
    ...payload,
    sequence: sequenceOfMeeting(state),
  })
}
