import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { detailsOf, type Adjustment } from './adjustment.ts'
import { changedNames, wrongDetails } from './decide-call.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { CallDetails, Meeting } from './meeting.ts'

/** Changes what is named of a meeting; whoever runs it, until it is opened. */
export function decideAdjusting(
  state: Meeting,
  { details: part, called, uncalled }: Adjustment,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'draft', 'called')
  if (refused !== undefined) return refused
  const posts = called.map(({ post }) => post)
  if (new Set(posts).size < posts.length) return refuse('person-twice')
  const before = detailsOf(state)
  const stay = before.members.filter(({ post }) => !uncalled.includes(post))
  const members = [
    ...stay.map((one) => called.find(({ post }) => post === one.post) ?? one),
    ...called.filter(({ post }) => !stay.some((one) => one.post === post)),
  ]
  const said = Object.entries(part).filter(([, value]) => value !== undefined)
  const details: CallDetails = { ...before, ...Object.fromEntries(said), members }
  const wrong = wrongDetails(details, context)
  if (wrong !== undefined) return wrong
  const names = changedNames(state, details)
  return names.length === 0
    ? events()
    : events({ ...happened(context), type: 'changed', details, names: [...names] })
}
