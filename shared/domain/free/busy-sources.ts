import { atMinute } from '../calendar/working-calendar.ts'
import { peopleOf, type Meeting } from '../meetings/meeting.ts'
import { latestOf, type Week } from '../schedule/week-decider.ts'
import { NOON, type WeekLine } from '../schedule/week-line.ts'
import type { AggregateKind } from '../../log/command.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Span } from './span.ts'

/** Somebody who is not free. */
export interface Busy extends Span {
  readonly post: string
  /** The meeting that a line of a schedule may have been taken over from, and when the line was first published. */
  readonly of?: { readonly meeting: string; readonly publishedAt: Instant }
}

/** What of the state of each kind of aggregate keeps people busy. Nothing but who and when is ever taken out of it. */
export const busySources: { readonly [K in AggregateKind]?: (state: unknown) => readonly Busy[] } = {
  meeting: (state) => busyInMeeting(state as Meeting),
  week: (state) => busyInWeek(state as Week),
}

/** Who is at a meeting while it is called or held. */
function busyInMeeting(meeting: Meeting): readonly Busy[] {
  const { status, from, until } = meeting
  if (status !== 'called' && status !== 'inSession') return []
  return attendingOf(meeting).map((post) => ({ post, from, until }))
}

/** Posts that go to a meeting, or were there: everybody who was called and did not stay away, and who comes for them. Nobody to a draft, or to what was called off. */
export function attendingOf(meeting: Meeting): readonly string[] {
  const { status, members, secretary, elsewhere } = meeting
  if (status === 'draft' || status === 'cancelled') return []
  const absent = new Set(
    members.filter(({ answer }) => answer?.attendance === 'absent').map(({ post }) => post),
  )
  const stays = (post: string): boolean =>
    absent.has(post) ||
    // Whoever took up the invitation of another agency need not go there.
    (elsewhere !== undefined && post === secretary && !isCalled(meeting, post))
  return peopleOf(meeting).filter((post) => !stays(post))
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
function busyInWeek(week: Week): readonly Busy[] {
  const first = new Map<string, Instant>()
  for (const { lines, at } of week.versions) for (const { id } of lines) if (!first.has(id)) first.set(id, at)
  return (latestOf(week)?.lines ?? []).flatMap((line) => {
    const span = spanOf(line)
    const of = { meeting: line.id.replace(/\.\d+$/, ''), publishedAt: first.get(line.id) ?? '' }
    return line.leaders.map((post) => ({ post, ...span, of }))
  })
}

/**
 * Whether a meeting speaks instead of a line of the schedule that was taken over from it, since it may have moved or been called off: it was
 * called before the line was published, and this leader to it. Anybody may call another one under the id of a line, and makes nobody free by it.
 */
export function standsFor(meeting: Meeting, { post, of }: Busy): boolean {
  if (of === undefined || of.meeting !== meeting.id || meeting.calledAt === null) return false
  return meeting.calledAt <= of.publishedAt && peopleOf(meeting).includes(post)
}

function spanOf({ day, half, hours }: WeekLine): Span {
  const known = HALF_HOURS[half]
  const from = hours?.from ?? known.from
  const until = hours?.until ?? Math.max(known.until, from + SHORTEST_MINUTES)
  return { from: atMinute(day, from), until: atMinute(day, until) }
}
