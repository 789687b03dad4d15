import { addDays } from '../calendar/days.ts'
import {
  atMinute,
  isWorkingDay,
  type OfficeHours,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'
import { instantFrom, localDateOf, millisOf, type Instant, type LocalDate } from '../../kernel/instant.ts'
import { merged, type Span } from './span.ts'

/** Meetings begin at a quarter of an hour. */
export const STEP_MINUTES = 15
/** Days that are looked through; what is not free within them is not found by looking. */
const DAYS_AHEAD = 60

/** What is looked for: so many minutes within office hours in which nobody is busy and one of the places is free. */
export interface SlotWanted {
  readonly calendar: WorkingCalendar
  /** Not earlier than this. */
  readonly after: Instant
  readonly minutes: number
  /** When people, or equipment that must be there, are busy, all of them together and in any order. */
  readonly busy: readonly Span[]
  /** Rooms one of which must be free all the time; null: no room is needed. */
  readonly places: readonly { readonly id: string; readonly busy: readonly Span[] }[] | null
}
export interface Slot extends Span {
  readonly place: string | null
}

/** The earliest slot, of several places that are free then the first; undefined when there is none within sixty days. */
export function nextFree({ calendar, after, minutes, busy, places }: SlotWanted): Slot | undefined {
  if (places === null) {
    const span = earliest(calendar, after, minutes, merged(busy))
    return span === undefined ? undefined : { ...span, place: null }
  }
  let best: Slot | undefined
  for (const place of places) {
    const span = earliest(calendar, after, minutes, merged([...busy, ...place.busy]))
    if (span !== undefined && (best === undefined || span.from < best.from))
      best = { ...span, place: place.id }
  }
  return best
}

function earliest(
  calendar: WorkingCalendar,
  after: Instant,
  minutes: number,
  busy: readonly Span[],
): Span | undefined {
  if (minutes <= 0) return undefined
  const first = localDateOf(after)
  let next = 0
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = addDays(first, ahead)
    if (!isWorkingDay(calendar, day)) continue
    for (const hours of stretchesFor(minutes, calendar.hours)) {
      const end = atMinute(day, hours.to)
      let from = atNextStep(laterOf(after, atMinute(day, hours.from)))
      for (;;) {
        const until = instantFrom(millisOf(from) + minutes * 60_000)
        if (until > end) break
        while ((busy[next]?.until ?? '~') <= from) next++
        const clash = busy[next]
        if (clash === undefined || clash.from >= until) return { from, until }
        from = atNextStep(clash.until)
      }
    }
  }
  return undefined
}

/** What is longer than morning or afternoon lasts over noon. */
function stretchesFor(minutes: number, hours: readonly OfficeHours[]): readonly OfficeHours[] {
  const sorted = hours.toSorted((a, b) => a.from - b.from)
  if (sorted.some(({ from, to }) => to - from >= minutes)) return sorted
  const [first] = sorted
  const to = Math.max(...sorted.map((one) => one.to))
  return first === undefined ? [] : [{ from: first.from, to }]
}

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)

const atNextStep = (instant: Instant): Instant => {
  const step = STEP_MINUTES * 60_000
  return instantFrom(Math.ceil(millisOf(instant) / step) * step)
}

/** The whole of a day at the agency. */
export const wholeDay = (day: LocalDate): Span => ({
  from: atMinute(day, 0),
  until: atMinute(addDays(day, 1), 0),
})
