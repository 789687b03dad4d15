import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { occurrencesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { readSubscribed } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import type { FromSubscribed, ToSubscribed } from './messages.ts'

/** For one look at one calendar, in times of days; a page that waits longer ends the worker. */
const MOST_EFFORT = 1_000_000
/** Of one calendar on screen. */
const MOST_SHOWN = 500

interface Read {
  readonly version: string
  readonly entries: readonly CalendarEntry[]
  readonly unreadable: number
}

/** Reads calendars that others wrote, away from the page. */
export function serveSubscribed(): (asked: ToSubscribed) => FromSubscribed {
  const known = new Map<string, Read>()
  const read = ({ id, version, text }: ToSubscribed): Read | undefined => {
    const before = known.get(id)
    if (before?.version === version || text === null) return before
    const found = readSubscribed(new TextEncoder().encode(text))
    if (!found.ok) return undefined
    const next = { version, entries: found.entries, unreadable: found.unreadable }
    known.set(id, next)
    return next
  }
  return (asked) => {
    const { number } = asked
    const calendar = read(asked)
    if (calendar === undefined) return { number, kind: 'failed' }
    const { entries, unreadable } = calendar
    if (asked.kind === 'entry')
      return { number, kind: 'entry', entry: entries.find(({ uid }) => uid === asked.uid) ?? null }
    const window = { fromMs: asked.fromMs, toMs: asked.toMs }
    const { occurrences, unshown } = occurrencesIn(entries, window, { timesLeft: MOST_EFFORT })
    const more = Math.max(0, occurrences.length - MOST_SHOWN)
    const looked = {
      occurrences: occurrences.slice(0, MOST_SHOWN),
      unshown: unreadable + unshown.length + more,
    }
    return { number, kind: 'looked', looked }
  }
}
