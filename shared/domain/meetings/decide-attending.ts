import { isMeant } from '../audience.ts'
import { letterDecider } from '../correspondence/letter-decider.ts'
import type { Letter } from '../correspondence/letter.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { wrongDetails } from './decide-call.ts'
import { happened } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'
import { isOwnDraft } from './meeting-id.ts'

/** The meeting of an invitation has the id of its letter, so that two people who take up the same letter make one meeting. */
export const meetingOfLetter = (letter: string): string => letter

/** Whether it is the meeting of its letter. Ids are chosen by desks: what else lies under that of a letter keeps nobody from taking the meeting it invites to. */
export const isOfItsLetter = ({ id, letter, elsewhere }: Meeting): boolean =>
  letter === id && elsewhere !== undefined

/** Takes a meeting from the letter that invites to it (A8, M13): whoever sees the letter may, once; of what lies under its id only one's own draft gives way. */
export function decideAttending(
  state: Meeting | undefined,
  { details, elsewhere }: Commanded<'meeting.attend'>['payload'],
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (state !== undefined && (state.id !== details.letter || isOfItsLetter(state)))
    return refuse('invitation-taken')
  if (state !== undefined && !isOwnDraft(state, context)) return refuse('already-exists')
  const letter =
    details.letter === null ? undefined : (context.look('letter', details.letter) as Letter | undefined)
  if (
    letter === undefined ||
    context.id !== meetingOfLetter(letter.id) ||
    !isMeant(context.actor, letterDecider.audienceOf(letter))
  )
    return refuse('unknown-object')
  return (
    wrongDetails(details, context) ??
    events({ ...happened(context), type: 'attending', secretary: context.actor.post, details, elsewhere })
  )
}
