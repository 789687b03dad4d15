import type { PersonalOccurrence } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { beginning, MOST_TITLE_UNITS } from '#shared/exchange/calendar/event.ts'
import { countToTell, guestsOf } from '#shared/exchange/calendar/personal/guests.ts'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import { addDays } from '#shared/domain/calendar/days.ts'
import { VIETNAM_OFFSET_MINUTES, type LocalDate } from '#shared/kernel/instant.ts'

/** What stands in a personal calendar, wherever it comes from. */
export interface CalendarItem {
  readonly key: string
  readonly kind: 'appointment' | 'meeting' | 'ballot' | 'task' | 'feed'
  readonly title: string
  readonly place: string
  readonly startMs: number
  readonly endMs: number
  /** Of whole days: the first and the last one. */
  readonly days: { readonly first: LocalDate; readonly last: LocalDate } | null
  /** Takes the time of who has it: another one at the same time clashes. */
  readonly isBusy: boolean
  readonly isCancelled: boolean
  readonly isRepeated: boolean
  /** Where it is opened: an appointment's occurrence, or the id of a meeting, ballot or task. */
  readonly at: PersonalOccurrence | string | null
  /** The calendar it was subscribed from. */
  readonly from: CalendarSource | null
  /** How those called to it answered; null: nobody was called. */
  readonly guests: GuestCount | null
}

/** Of the guests of an appointment. */
export interface GuestCount {
  readonly all: number
  readonly accepted: number
  readonly untold: number
}

/** A calendar of others beside one's own; `isBusy`: what is in it takes one's time. */
type CalendarSource = Pick<Subscription, 'id' | 'name' | 'mark' | 'isBusy'>

const DAY_MS = 86_400_000

/** The first moment of a day in Vietnam, in milliseconds. */
export const dayStartMs = (day: LocalDate): number =>
  Date.parse(`${day}T00:00:00.000Z`) - VIETNAM_OFFSET_MINUTES * 60_000

/** The day of a moment in Vietnam. */
export const dayOfMs = (ms: number): LocalDate =>
  new Date(ms + VIETNAM_OFFSET_MINUTES * 60_000).toISOString().slice(0, 10)

/** Minutes after midnight in Vietnam. */
export const minuteOfMs = (ms: number): number =>
  Math.round((((ms + VIETNAM_OFFSET_MINUTES * 60_000) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000

/** An occurrence as the calendar shows it: what it is called in short, whatever others wrote. */
export function itemOf(one: PersonalOccurrence, from: CalendarSource | null): CalendarItem {
  const { uid, originalMs, title, place, startMs, endMs, days, isFree, isCancelled } = one
  return {
    key: `${from?.id ?? ''} ${uid} ${String(originalMs ?? '')}`,
    kind: from === null ? 'appointment' : 'feed',
    ...{ title: short(title), place: short(place), startMs, endMs, days, isCancelled, from },
    isBusy: !isFree && days === null && (from?.isBusy ?? true),
    isRepeated: originalMs !== null,
    at: one,
    guests: null,
  }
}

/** A page that lays out hundreds of whole pages of text stands still. */
const short = (text: string): string => beginning(text, MOST_TITLE_UNITS)

/** The same with how its guests stand. */
export function withGuestCount(item: CalendarItem, entry: CalendarEntry | undefined): CalendarItem {
  const guests = entry === undefined ? [] : guestsOf(entry)
  if (entry === undefined || (guests.length === 0 && countToTell(entry) === 0)) return item
  const said = typeof item.at === 'object' ? item.at?.event.attendees : undefined
  const coming = new Set(said?.filter(({ partstat }) => partstat === 'ACCEPTED').map((one) => one.address))
  const accepted = guests.filter(({ address }) => coming.has(address)).length
  return { ...item, guests: { all: guests.length, accepted, untold: countToTell(entry) } }
}

/** Keys of what takes the same time as something else. */
export function clashingKeys(items: readonly CalendarItem[]): ReadonlySet<string> {
  const busy = items.filter(({ isBusy, endMs, startMs }) => isBusy && endMs > startMs)
  const sorted = busy.toSorted((a, b) => a.startMs - b.startMs)
  const clashing = new Set<string>()
  let longest: CalendarItem | undefined
  for (const item of sorted) {
    if (longest !== undefined && item.startMs < longest.endMs) {
      clashing.add(item.key)
      clashing.add(longest.key)
    }
    if (longest === undefined || item.endMs > longest.endMs) longest = item
  }
  return clashing
}

/** What takes some of this stretch of time. */
export const takenBy = (items: readonly CalendarItem[], fromMs: number, untilMs: number, except?: string) =>
  items.filter((one) => one.isBusy && one.key !== except && one.startMs < untilMs && one.endMs > fromMs)

/** Items of a day: those of whole days first, then by when they begin. */
export function itemsOn(items: readonly CalendarItem[], day: LocalDate): readonly CalendarItem[] {
  const [fromMs, untilMs] = [dayStartMs(day), dayStartMs(addDays(day, 1))]
  const whole = items.filter(({ days }) => days !== null && days.first <= day && days.last >= day)
  const timed = items.filter(
    ({ days, startMs, endMs }) =>
      days === null && startMs < untilMs && (endMs > fromMs || (endMs === startMs && startMs >= fromMs)),
  )
  return [...whole, ...timed.toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs)]
}
