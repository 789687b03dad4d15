import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { happened, itemIn, unlessCalled, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { peopleOf, type Meeting } from './meeting.ts'

/** What those who are called say: whether they come, what they think of an item, that they want to speak. */
export function decideAnswer(
  state: Meeting,
  command: Commanded<'meeting.answer' | 'meeting.position' | 'meeting.askForFloor'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessCalled(state, context) ?? unlessIn(state, 'called', 'inSession')
  if (refused !== undefined) return refused
  const stamp = happened(context)
  const { post } = context.actor
  if (command.type === 'meeting.answer') {
    const { attendance, reason, substitute } = command.payload
    if (!state.members.some((member) => member.post === post)) return refuse('meeting-not-called')
    if (attendance === 'absent' && reason.trim() === '') return refuse('reason-missing')
    if (substitute !== null && attendance !== 'absent') return refuse('substitute-of-absent')
    if (substitute !== null && isOtherwiseCalled(state, post, substitute)) return refuse('person-twice')
    if (substitute !== null && context.look('post', substitute) === undefined)
      return refuse('post-unknown', { post: substitute })
    return events({ ...stamp, type: 'answered', post, ...command.payload })
  }
  const item = itemIn(state, command.payload.item)
  if (item === undefined) return refuse('unknown-object')
  if (item.conclusion !== null) return refuse('item-dealt-with')
  if (command.type === 'meeting.position') {
    const { stand, text } = command.payload
    if (stand === 'objection' && text.trim() === '') return refuse('reason-missing')
    return events({ ...stamp, type: 'positionTaken', post, ...command.payload })
  }
  const waits = item.speakers.some((one) => one.post === post && one.spokeAt === null)
  return waits ? events() : events({ ...stamp, type: 'floorAsked', item: item.id, post })
}

/** Whoever runs the meeting notes what a member told them; the member's own answer stands against it, and takes its place. */
export function decideAnswerFor(
  state: Meeting,
  { payload }: Commanded<'meeting.answerFor'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'called', 'inSession')
  if (refused !== undefined) return refused
  const member = state.members.find(({ post }) => post === payload.post)
  if (member === undefined) return refuse('meeting-not-called')
  if (payload.attendance === 'absent' && payload.reason.trim() === '') return refuse('reason-missing')
  return member.answer !== null && member.answer.enteredBy === undefined
    ? refuse('own-answer-stands')
    : events({ ...happened(context), type: 'answered', ...payload, substitute: null, isEntered: true })
}

function isOtherwiseCalled(state: Meeting, post: string, substitute: string): boolean {
  const own = state.members.find((member) => member.post === post)?.answer?.substitute
  return substitute !== own && peopleOf(state).includes(substitute)
}
