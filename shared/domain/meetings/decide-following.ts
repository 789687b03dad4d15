import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { happened, unlessCalled, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { agendaItemOf, minutesItemOf, type Follow } from './follow.ts'
import type { AgendaItem, Meeting } from './meeting.ts'

const MINUTES_OF_APPROVAL = 5

/**
 * Takes over from an earlier meeting what is left of it: its minutes to be approved, first, with the signed file once there is one, and the items it came to no conclusion about.
 * They keep their ids, so that doing it again, here or at another desk, brings nothing twice.
 */
export function decideFollowing(
  state: Meeting,
  { meeting: of, minutesTitle }: Follow,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'draft', 'called', 'inSession')
  if (refused !== undefined) return refused
  const earlier = context.look('meeting', of) as Meeting | undefined
  if (earlier === undefined || of === state.id) return refuse('unknown-object')
  const stranger = unlessCalled(earlier, context) ?? unlessIn(earlier, 'concluded', 'archived')
  if (stranger !== undefined) return stranger
  if (state.follows !== undefined && state.follows !== of) return refuse('meeting-follows-other')
  const stamp = happened(context)
  const known = new Set(state.items.map((item) => item.id))
  const isApproved = state.approved?.some(({ meeting }) => meeting === of) === true
  const hasMinutes = earlier.elsewhere === undefined && !isApproved
  const minutes: AgendaItem = {
    id: minutesItemOf(of),
    title: minutesTitle,
    presenter: null,
    minutes: MINUTES_OF_APPROVAL,
    mayBeAdoptedTogether: false,
    minutesOf: of,
  }
  const left = earlier.items
    .filter(
      ({ id: item, conclusion, minutesOf }) =>
        conclusion === null && minutesOf === undefined && !known.has(item),
    )
    .map(agendaItemOf)
  const first = hasMinutes && !known.has(minutes.id) ? [minutes] : []
  const items = [...first, ...state.items.map(agendaItemOf), ...left]
  const file = earlier.minutesDraft?.issued?.pdf ?? earlier.minutes?.pdf
  const lies = state.items
    .find((item) => item.id === minutes.id)
    ?.papers.some(({ versions }) => versions.at(-1)?.file.sha256 === file?.sha256)
  const paper =
    file === undefined || !hasMinutes || lies === true
      ? []
      : [
          {
            ...stamp,
            type: 'paperAdded',
            item: minutes.id,
            paper: { id: minutes.id, name: minutesTitle, file },
          } as const,
        ]
  return events<MeetingEvent>(
    ...(state.follows === of ? [] : [{ ...stamp, type: 'followed', meeting: of } as const]),
    ...(items.length === state.items.length ? [] : [{ ...stamp, type: 'agendaSet', items } as const]),
    ...paper,
  )
}
