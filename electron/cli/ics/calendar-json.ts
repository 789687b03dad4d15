import type { CalendarTime } from '#shared/exchange/calendar/calendar-time.ts'
import { eventOf } from '#shared/exchange/calendar/event.ts'
import { propertyOf, textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import { MOST_EFFORT } from '#shared/exchange/calendar/limits.ts'
import { occurrencesOf, type InstantWindow } from '#shared/exchange/calendar/occurrences.ts'
import { seriesOf, type Series } from '#shared/exchange/calendar/series.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'

/** What is printed of a calendar: its events in words, when they take place in the window, and all of it as jCal (RFC 7265). */
export function calendarJson(calendar: JComponent, window: InstantWindow): object {
  const zones = zonesOf(calendar)
  const effort = { timesLeft: MOST_EFFORT }
  const series = seriesOf(calendar)
  const found = series.map((one) => ({ one, ...occurrencesOf(one, window, zones, effort) }))
  return {
    name: textOf(calendar, 'x-wr-calname') ?? null,
    events: series.flatMap(eventsJson),
    occurrences: found
      .flatMap(({ occurrences }) => occurrences)
      .sort((a, b) => a.startMs - b.startMs)
      .map(({ event, startMs, endMs, originalMs }) => ({
        uid: event.uid,
        summary: event.summary,
        start: new Date(startMs).toISOString(),
        end: new Date(endMs).toISOString(),
        ...(originalMs !== startMs && { insteadOf: new Date(originalMs).toISOString() }),
        ...(event.status === 'CANCELLED' && { cancelled: true }),
      })),
    problems: found.flatMap(({ one, problems }) => problems.map((code) => ({ uid: one.uid, code }))),
    jcal: calendar,
  }
}

function eventsJson({ master, overrides }: Series): object[] {
  return [...(master === undefined ? [] : [master]), ...overrides].flatMap((component) => {
    const event = eventOf(component)
    if (typeof event === 'string') return []
    const { recurrenceId, start, end, organizer, attendees, ...words } = event
    return [
      {
        ...words,
        start: timeText(start),
        end: timeText(end),
        ...(recurrenceId !== undefined && { recurrenceId: timeText(recurrenceId) }),
        rule: propertyOf(component, 'rrule')?.[3] ?? null,
        organizer: organizer ?? null,
        attendees,
      },
    ]
  })
}

function timeText(time: CalendarTime): { readonly at: string; readonly zone: string | null } {
  if (time.kind === 'date') return { at: time.date, zone: null }
  return {
    at: time.kind === 'utc' ? `${time.at}Z` : time.at,
    zone: time.kind === 'zoned' ? time.zone : null,
  }
}
