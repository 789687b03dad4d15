import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { decideCalling, wrongDetails } from './decide-call.ts'
import { happened, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { evolveMeeting } from './evolve.ts'
import type { Meeting } from './meeting.ts'
import { isOwnDraft } from './meeting-id.ts'
import { meetingOfSeries } from './series/series.ts'

/**
 * Calls one date of a series: drafted, with its agenda, and called in one act. Only whoever runs the first meeting calls further ones; their ids tell the date, so that two
 * who add the same one make one meeting. Of what lies under such an id only one's own draft gives way.
 */
export function decideScheduling(
  state: Meeting | undefined,
  { details, items, shortNotice, series }: Commanded<'meeting.schedule'>['payload'],
  context: DecisionContext,
): Decision<MeetingEvent> {
  const id = meetingOfSeries(series)
  if (state !== undefined) {
    if (state.series?.id === series.id) return refuse('series-date-taken')
    if (state.id !== id || id === series.id || !isOwnDraft(state, context)) return refuse('already-exists')
  }
  if (context.id !== id) return refuse('unknown-object')
  if (id !== series.id) {
    const first = context.look('meeting', series.id) as Meeting | undefined
    if (first?.series?.id !== series.id) return refuse('unknown-object')
    const stranger = unlessRunning(first, context)
    if (stranger !== undefined) return stranger
  }
  if (new Set(items.map((item) => item.id)).size < items.length) return refuse('already-exists')
  const wrong = wrongDetails(details, context)
  if (wrong !== undefined) return wrong
  const stamp = happened(context)
  const drafted = { ...stamp, type: 'drafted', secretary: context.actor.post, details, series } as const
  const called = decideCalling(evolveMeeting(undefined, drafted, id), shortNotice, context)
  if (called.kind !== 'events') return called
  const agenda = items.length === 0 ? [] : [{ ...stamp, type: 'agendaSet', items } as const]
  return events<MeetingEvent>(drafted, ...agenda, ...called.events)
}
