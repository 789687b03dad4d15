import type { Post, Unit } from '../directory/directory.ts'
import { peopleOf, type Meeting } from '../meetings/meeting.ts'
import type { DrawnMeeting } from './drawn-meeting.ts'

/** Names told of those who take part; the meeting itself has them all. */
const MOST_NAMES = 20
/** Leaders in whose schedule one line stands. */
const MOST_LEADERS = 40

interface Directory {
  readonly posts: ReadonlyMap<string, Post>
  readonly units: ReadonlyMap<string, Unit>
}

/** What the weekly schedule takes over from a called meeting; undefined when no leader takes part, or it is not held. */
export function drawnFrom(meeting: Meeting, { posts, units }: Directory): DrawnMeeting | undefined {
  if (meeting.status === 'draft' || meeting.status === 'cancelled') return undefined
  const absent = new Set(
    meeting.members.filter(({ answer }) => answer?.attendance === 'absent').map(({ post }) => post),
  )
  const attending = peopleOf(meeting).filter(
    (post) => !absent.has(post) && (post !== meeting.secretary || isCalled(meeting, post)),
  )
  const leaders = attending.filter((post) => posts.get(post)?.roles.includes('leader') === true)
  if (leaders.length === 0) return undefined
  const nameOf = (post: string): string => posts.get(post)?.name ?? ''
  const others = attending.filter((post) => post !== meeting.chair).map(nameOf)
  const names = [...others, ...meeting.outsiders.map(({ name }) => name)].filter((name) => name !== '')
  const unit = posts.get(meeting.secretary)?.unit
  return {
    meeting: meeting.id,
    leaders: leaders.slice(0, MOST_LEADERS),
    title: meeting.title,
    from: meeting.from,
    until: meeting.until,
    place: meeting.place,
    chair: nameOf(meeting.chair).slice(0, 200),
    attendees: shortened(names).slice(0, 1000),
    preparer: ((unit === undefined ? undefined : units.get(unit)?.name) ?? '').slice(0, 500),
  }
}

const isCalled = (meeting: Meeting, post: string): boolean =>
  meeting.chair === post || meeting.members.some((member) => member.post === post)

function shortened(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${told} …` : told
}
