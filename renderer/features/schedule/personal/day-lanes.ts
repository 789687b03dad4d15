import { dayStartMs, type CalendarItem } from './calendar-item.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'

/** Where an item stands in the column of its day: minutes from midnight, and which of so many lanes side by side. */
export interface PlacedItem {
  readonly item: CalendarItem
  readonly from: number
  readonly until: number
  readonly lane: number
  readonly lanes: number
}

const DAY = 24 * 60
/** What is shorter is drawn as long as this, so that its words can be read. */
const SHORTEST = 25

/** Lays the timed items of a day side by side where they overlap; `items` in the order in which they begin. */
export function placedOn(day: LocalDate, items: readonly CalendarItem[]): readonly PlacedItem[] {
  const placed: PlacedItem[] = []
  let together: PlacedItem[] = []
  /** By lane, when the last item in it ends: an item goes into the first lane that is free by then. */
  let ends: number[] = []
  let end = -1
  const close = (): void => {
    for (const one of together) placed.push({ ...one, lanes: ends.length })
    together = []
    ends = []
  }
  for (const item of items) {
    const [from, until] = within(day, item)
    if (from >= end) close()
    const free = ends.findIndex((until) => until <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = until
    together.push({ item, from, until, lane, lanes: 1 })
    end = Math.max(end, until)
  }
  close()
  return placed
}

function within(day: LocalDate, { startMs, endMs }: CalendarItem): readonly [number, number] {
  const start = dayStartMs(day)
  const from = Math.min(DAY - SHORTEST, Math.max(0, (startMs - start) / 60_000))
  const until = Math.min(DAY, (endMs - start) / 60_000)
  return [from, Math.max(until, from + SHORTEST)]
}
