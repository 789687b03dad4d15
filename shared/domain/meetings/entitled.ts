import { refuse, type DecisionContext, type Happened } from '../decision.ts'
import { peopleOf, type ItemState, type Meeting } from './meeting.ts'

type Refused = ReturnType<typeof refuse>

/** Who did it and when. */
export const happened = ({ at, actor }: DecisionContext): Happened => ({
  at,
  by: { person: actor.person, post: actor.post },
})

/** The meeting is led by its chair and run by its secretary; nobody else changes it. */
export function unlessRunning(meeting: Meeting, { actor }: DecisionContext): Refused | undefined {
  const runs = actor.post === meeting.secretary || actor.post === meeting.chair
  return runs ? undefined : refuse('meeting-secretary-only')
}

/** Only who is called to it answers, speaks and sees. */
export function unlessCalled(meeting: Meeting, { actor }: DecisionContext): Refused | undefined {
  return peopleOf(meeting).includes(actor.post) ? undefined : refuse('meeting-not-called')
}

/** Refuses in any other state of the meeting. */
export function unlessIn(meeting: Meeting, ...statuses: Meeting['status'][]): Refused | undefined {
  return statuses.includes(meeting.status) ? undefined : refuse('wrong-state', { status: meeting.status })
}

/** An item of the agenda by its id. */
export const itemIn = (meeting: Meeting, id: string): ItemState | undefined =>
  meeting.items.find((item) => item.id === id)
