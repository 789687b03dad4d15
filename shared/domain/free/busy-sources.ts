import { atMinute } from '../calendar/working-calendar.ts'
import { peopleOf, type Meeting } from '../meetings/meeting.ts'
import { latestOf, type Week } from '../schedule/week-decider.ts'
import { NOON, type WeekLine } from '../schedule/week-line.ts'
import type { AggregateKind } from '../../log/command.ts'
import type { Span } from './span.ts'

/** Somebody who is not free. */
export interface Busy extends Span {
  readonly post: string
  /** The meeting that a line of a schedule may have been taken over from: where it is known itself, it counts, since it may have moved. */
  readonly of?: string
}

/** What of the state of each kind of aggregate keeps people busy. Nothing but who and when is ever taken out of it. */
export const busySources: { readonly [K in AggregateKind]?: (state: unknown) => readonly Busy[] } = {
  meeting: (state) => busyInMeeting(state as Meeting),
  week: (state) => busyInWeek(state as Week),
}

/** Who is at a meeting that was called: everybody who did not stay away, and who comes for them. */
export function busyInMeeting(meeting: Meeting): readonly Busy[] {
  const { status, from, until, members, secretary, elsewhere } = meeting
  if (status !== 'called' && status !== 'inSession') return []
  const absent = new Set(
    members.filter(({ answer }) => answer?.attendance === 'absent').map(({ post }) => post),
  )
  const stays = (post: string): boolean =>
    absent.has(post) ||
    // Whoever took up the invitation of another agency need not go there.
    (elsewhere !== undefined && post === secretary && !isCalled(meeting, post))
  return peopleOf(meeting)
    .filter((post) => !stays(post))
    .map((post) => ({ post, from, until }))
}

const isCalled = ({ chair, members }: Meeting, post: string): boolean =>
  post === chair || members.some((one) => one.post === post || one.answer?.substitute === post)

/** Hours of a half of a day of which only the half is known. */
const HALF_HOURS = {
  morning: { from: 7 * 60, until: NOON },
  afternoon: { from: NOON + 60, until: 17 * 60 },
} as const
/** An entry without an end lasts so long, if its half of the day does not end later. */
const SHORTEST_MINUTES = 60

/** Leaders by the schedule that was published. */
export function busyInWeek(week: Week): readonly Busy[] {
  return (latestOf(week)?.lines ?? []).flatMap((line) => {
    const span = spanOf(line)
    const of = line.id.replace(/\.\d+$/, '')
    return line.leaders.map((post) => ({ post, ...span, of }))
  })
}

function spanOf({ day, half, hours }: WeekLine): Span {
  const known = HALF_HOURS[half]
  const from = hours?.from ?? known.from
  const until = hours?.until ?? Math.max(known.until, from + SHORTEST_MINUTES)
  return { from: atMinute(day, from), until: atMinute(day, until) }
}
