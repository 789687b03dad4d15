import { setImmediate as nextTurn } from 'node:timers/promises'
import { merged, type Span } from '#shared/domain/free/span.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import type { Effort } from '#shared/exchange/calendar/expand-rule.ts'
import {
  cheapFirst,
  entriesReader,
  takenBy,
} from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { instantFrom, millisOf } from '#shared/kernel/instant.ts'
import type { Workspace } from './workspace.ts'

/** What one calendar, and all of one question together, may cost in times of days looked at. */
const MOST_EFFORT_EACH = 150_000
export const MOST_BUSY_EFFORT = 1_000_000
/** After so much others have their turn. */
const EFFORT_A_TURN = 10_000
/** Calendars are read by stretches that begin at fixed times, so that a question a little later is answered by what is known. */
const STRETCH_MS = 64 * 86_400_000
const MOST_STRETCHES = 8

type Entries = PersonalCalendar['entries']
/** By the beginning of the stretch; a calendar that changed has other entries. */
const known = new WeakMap<Entries, Map<number, readonly Span[]>>()

/**
 * When the appointments of a person take their time, within the stretches that a span touches; of whole days and of what is kept
 * free nothing. What the effort does not reach counts as taken: nobody seems free because nobody could look.
 */
export async function busyByAppointments(
  workspace: Pick<Workspace, 'state'>,
  person: string,
  span: Span,
  effort: Effort,
): Promise<readonly Span[]> {
  const ref = { kind: 'personal-calendar', id: person } as const
  const calendar = (await workspace.state(ref)) as PersonalCalendar | undefined
  if (calendar === undefined) return []
  const spans: Span[] = []
  const first = Math.floor(millisOf(span.from) / STRETCH_MS)
  for (let at = first; at * STRETCH_MS < millisOf(span.until); at++)
    spans.push(...(await inStretch(calendar.entries, at * STRETCH_MS, effort)))
  return spans
}

async function inStretch(entries: Entries, fromMs: number, effort: Effort): Promise<readonly Span[]> {
  const read = known.get(entries) ?? new Map<number, readonly Span[]>()
  known.set(entries, read)
  const before = read.get(fromMs)
  if (before !== undefined) return before
  const most = Math.min(effort.timesLeft, MOST_EFFORT_EACH)
  const own: Effort = { timesLeft: most }
  const spans = await taken(entries, fromMs, own)
  effort.timesLeft -= most - Math.max(0, own.timesLeft)
  // What only this question had no effort left for, the next one looks at.
  if (own.timesLeft <= 0 && most < MOST_EFFORT_EACH) return spans
  const [oldest] = read.keys()
  if (read.size >= MOST_STRETCHES && oldest !== undefined) read.delete(oldest)
  read.set(fromMs, spans)
  return spans
}

async function taken(entries: Entries, fromMs: number, effort: Effort): Promise<readonly Span[]> {
  const window = { fromMs, toMs: fromMs + STRETCH_MS }
  const whole = [{ from: instantFrom(fromMs), until: instantFrom(window.toMs) }]
  if (effort.timesLeft <= 0) return whole
  await nextTurn()
  const spans: Span[] = []
  const kept = cheapFirst(Object.values(entries).filter(mayKeepBusy))
  const look = entriesReader(kept, effort)
  let turn = effort.timesLeft - EFFORT_A_TURN
  for (const entry of kept) {
    const { occurrences, isSpent } = look(entry, window)
    if (isSpent) return whole
    for (const one of occurrences) spans.push(...takenBy(one, window))
    if (effort.timesLeft > turn) continue
    turn = effort.timesLeft - EFFORT_A_TURN
    await nextTurn()
  }
  return merged(spans)
}

/** Birthdays and other whole days, and what is kept free throughout, need not be looked at. */
const mayKeepBusy = ({ components }: CalendarEntry): boolean =>
  components.some(
    ([kind, properties]) =>
      kind === 'vevent' &&
      properties.some(([name, , type]) => name === 'dtstart' && type !== 'date') &&
      !properties.some(([name, , , value]) => name === 'transp' && value === 'TRANSPARENT'),
  )
