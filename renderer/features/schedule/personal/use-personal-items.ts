import { useMemo } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { isOpen } from '#shared/domain/work/task.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { occurrencesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { useTasks } from '../../../database/use-live.ts'
import { useBallots, useMeetings, usePersonalCalendar } from '../../../database/use-live-meetings.ts'
import type { BallotRow } from '../../../projections/ballots.ts'
import type { MeetingRow } from '../../../projections/meetings.ts'
import type { TaskRow } from '../../../projections/tasks.ts'
import { dayStartMs, itemOf, withGuestCount, type CalendarItem } from './calendar-item.ts'
import type { SubscribedItems } from './subscribed/use-subscribed-items.ts'

/** What one's calendar shows of some days. */
export interface PersonalItems {
  readonly items: readonly CalendarItem[]
  readonly entries: Readonly<Record<string, CalendarEntry>>
  readonly addresses: readonly string[]
  /** What there is in another stretch of time: appointments, meetings and, of the days that are shown, calendars of others. */
  readonly itemsBetween: (fromMs: number, untilMs: number) => readonly CalendarItem[]
  /** Appointments of which something could not be shown. */
  readonly unshown: number
}

const NO_ENTRIES: Readonly<Record<string, CalendarEntry>> = {}
const NO_ADDRESSES: readonly string[] = []

const NOTHING = { items: [], unshown: 0 } as const

/** Appointments, calendars of others, meetings one is called to, and what is due; undefined while it is read. */
export function usePersonalItems(
  { person, post }: { readonly person: string; readonly post: string },
  first: LocalDate,
  last: LocalDate,
  subscribed: Pick<SubscribedItems, 'items' | 'unshown'> = NOTHING,
): PersonalItems | undefined {
  const calendar = usePersonalCalendar(person)
  const ahead = useMeetings('ahead')
  const past = useMeetings('past')
  const ballots = useBallots('running')
  const tasks = useTasks('open')
  const entries = calendar?.state.entries ?? NO_ENTRIES
  const own = useMemo(() => {
    const window = { fromMs: dayStartMs(first), toMs: dayStartMs(addDays(last, 1)) }
    return occurrencesIn(Object.values(entries), window)
  }, [entries, first, last])
  return useMemo(() => {
    if (calendar === undefined || ahead === undefined || past === undefined) return undefined
    const due = [...(ballots ?? []).flatMap(ballotItem(post)), ...(tasks ?? []).flatMap(taskItem(post))]
    const meetings = [...ahead, ...past].flatMap(meetingItem(post))
    const items = [
      ...own.occurrences.map((one) => withGuestCount(itemOf(one, null), entries[one.uid])),
      ...subscribed.items,
      ...meetings,
      ...due.filter(({ days }) => days !== null && days.first >= first && days.first <= last),
    ]
    return {
      items,
      entries,
      addresses: calendar?.state.addresses ?? NO_ADDRESSES,
      itemsBetween: (fromMs, untilMs) => [
        ...occurrencesIn(Object.values(entries), { fromMs, toMs: untilMs }).occurrences.map((one) =>
          itemOf(one, null),
        ),
        ...subscribed.items.filter(({ startMs, endMs }) => startMs < untilMs && endMs > fromMs),
        ...meetings,
      ],
      unshown: own.unshown.length + subscribed.unshown,
    }
  }, [calendar, entries, own, ahead, past, ballots, tasks, post, first, last, subscribed])
}

const plain = {
  ...{ place: '', isBusy: false, isCancelled: false, isRepeated: false, from: null, guests: null },
} as const

const meetingItem =
  (post: string) =>
  (row: MeetingRow): readonly CalendarItem[] => {
    if (row.status === 'draft' || row.status === 'cancelled') return []
    const own = row.members.find((one) => one.post === post)
    const isThere = row.chair === post || row.members.some((one) => one.substitute === post)
    if (own === undefined && !isThere) return []
    return [
      {
        ...plain,
        key: `meeting ${row.id}`,
        kind: 'meeting',
        title: row.title,
        place: row.place,
        startMs: millisOf(row.from),
        endMs: millisOf(row.until),
        days: null,
        isBusy: isThere || own?.attendance !== 'absent',
        at: row.id,
      },
    ]
  }

const dueItem = (kind: 'ballot' | 'task', id: string, title: string, day: LocalDate): CalendarItem => ({
  ...plain,
  key: `${kind} ${id}`,
  kind,
  title,
  startMs: dayStartMs(day),
  endMs: dayStartMs(addDays(day, 1)),
  days: { first: day, last: day },
  at: id,
})

const ballotItem =
  (post: string) =>
  ({ id, question, members, due }: BallotRow): readonly CalendarItem[] =>
    due === null || !members.includes(post) ? [] : [dueItem('ballot', id, question, due)]

const taskItem =
  (post: string) =>
  ({ id, subject, text, status, holder, deadline }: TaskRow): readonly CalendarItem[] =>
    deadline === null || holder !== post || !isOpen({ status })
      ? []
      : [dueItem('task', id, text === '' ? subject : text, deadline)]
