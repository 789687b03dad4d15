import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { DocumentKind, OfficialDocument } from '../documents/document.ts'
import type { InviteAgencies } from './agency-invitation.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'

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
