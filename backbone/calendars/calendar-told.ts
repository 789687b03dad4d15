import { merged, type Span } from '#shared/domain/free/span.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { writeCalendar, writtenIfSayable } from '#shared/exchange/calendar/write-calendar.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom, millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { BusyTimes } from '../workspace/busy-times.ts'
import { postsOf } from '../workspace/posts-of.ts'
import type { Workspace } from '../workspace/workspace.ts'

const DAY_MS = 86_400_000
const DAYS_BEFORE = 30
const DAYS_AHEAD = 180

/**
 * The calendar that an address tells: only when its owner is not free, or in full the appointments as they are written. What meetings of the agency are
 * about is not its members' to give away: they are told as busy.
 */
export async function calendarTold(
  workspace: Workspace,
  person: string,
  isFull: boolean,
  times: BusyTimes,
): Promise<Uint8Array> {
  const now = workspace.head().nowMs
  const midnight = now - (now % DAY_MS)
  const span = {
    from: instantFrom(midnight - DAYS_BEFORE * DAY_MS),
    until: instantFrom(midnight + DAYS_AHEAD * DAY_MS),
  }
  const posts = postsOf(workspace, person)
  const found = isFull ? await times.inAgency(posts, span) : await times.of(posts, span, null)
  const ref = { kind: 'personal-calendar', id: person } as const
  const calendar = isFull ? ((await workspace.state(ref)) as PersonalCalendar | undefined) : undefined
  const entries = Object.values(calendar?.entries ?? {})
  const [name, properties, components] = calendarOf(entries.filter(isSayable))
  const at = `${instantFrom(midnight).slice(0, 19)}Z`
  const busy = merged([...found.values()].flat()).map((one) => busyEvent(one, person, at))
  return writeCalendar([name, properties, [...components, ...busy]])
}

const isSayable = (entry: CalendarEntry): boolean => writtenIfSayable(calendarOf([entry])) !== undefined

function busyEvent({ from, until }: Span, person: string, stamp: string): JComponent {
  const utc = (at: Instant): string => `${instantFrom(millisOf(at)).slice(0, 19)}Z`
  const uid = sha256Hex(`${person} ${from} ${until}`).slice(0, 32)
  return [
    'vevent',
    [
      ['uid', {}, 'text', `${uid}@congso`],
      ['dtstamp', {}, 'date-time', stamp],
      ['dtstart', {}, 'date-time', utc(from)],
      ['dtend', {}, 'date-time', utc(until)],
      ['summary', {}, 'text', weekWords.busy],
      ['class', {}, 'text', 'PRIVATE'],
    ],
    [],
  ]
}
