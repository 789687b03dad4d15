import { addDays } from '../calendar/days.ts'
import { atMinute } from '../calendar/working-calendar.ts'
import { instantFrom, localDateOf, millisOf, type Instant } from '../../kernel/instant.ts'
import type { Attendance, MeetingStatus } from './meeting.ts'

/** When a desk reminds of meetings: not at all, shortly before each, or the evening before as well. Stored. */
export const reminderChoices = ['none', 'before', 'eveningToo'] as const
export type ReminderChoice = (typeof reminderChoices)[number]

/** Minutes before it begins. */
export const REMINDED_MINUTES = 15
/** From when on the meetings of the next day are told, minutes after midnight. */
const EVENING = 17 * 60

/** What of a meeting reminders need. */
interface Ahead {
  readonly id: string
  readonly status: MeetingStatus
  readonly from: Instant
  readonly chair: string
  readonly secretary: string
  readonly members: readonly {
    readonly post: string
    readonly attendance: Attendance | null
    readonly substitute: string | null
  }[]
  /** The agency that holds it; null: this one. */
  readonly elsewhere: string | null
}

/** A meeting to be told of now. */
export interface Reminder<M extends Ahead = Ahead> {
  /** The same for the same meeting at the same time: what was told under it is not told again. */
  readonly key: string
  readonly kind: 'before' | 'evening'
  readonly meeting: M
}

/**
 * What is to be told to a post now: meetings that were called, that it goes to, and that have not begun. Told once each under its key; one that was
 * moved has another.
 */
export function remindersDue<M extends Ahead>(
  meetings: readonly M[],
  post: string,
  choice: ReminderChoice,
  now: Instant,
): readonly Reminder<M>[] {
  if (choice === 'none') return []
  return meetings
    .filter((meeting) => meeting.status === 'called' && meeting.from > now && goesTo(meeting, post))
    .flatMap((meeting): readonly Reminder<M>[] => {
      const kind = kindAt(meeting.from, choice, now)
      return kind === undefined ? [] : [{ key: `${meeting.id} ${meeting.from} ${kind}`, kind, meeting }]
    })
}

function kindAt(from: Instant, choice: ReminderChoice, now: Instant): Reminder['kind'] | undefined {
  if (now >= instantFrom(millisOf(from) - REMINDED_MINUTES * 60_000)) return 'before'
  const day = localDateOf(from)
  const isEvening = now >= atMinute(addDays(day, -1), EVENING) && now < atMinute(day, 0)
  return choice === 'eveningToo' && isEvening ? 'evening' : undefined
}

/** Whoever said to stay away does not go; who comes for them does. Of a meeting held elsewhere its secretary goes only when called. */
function goesTo({ chair, secretary, members, elsewhere }: Ahead, post: string): boolean {
  if (members.some((one) => one.attendance === 'absent' && one.substitute === post)) return true
  const own = members.find((one) => one.post === post)
  if (own !== undefined) return own.attendance !== 'absent'
  return post === chair || (post === secretary && elsewhere === null)
}
