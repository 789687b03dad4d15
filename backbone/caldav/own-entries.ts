import type { Agency } from '#shared/domain/directory/directory.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import { messageOf } from '#shared/exchange/calendar/itip/message.ts'
import {
  withParameter,
  withProperties,
  type JComponent,
  type JProperty,
} from '#shared/exchange/calendar/jcal.ts'
import { eventOfMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { seriesMessage } from '#shared/exchange/calendar/series-message.ts'
import { toldMeeting, toldSeries } from '#shared/exchange/calendar/told-meeting.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { AccountOwner } from './own-accounts.ts'
import type { WantedEntry } from './reconcile.ts'

/** What somebody's calendar on their server is made from. */
export interface OwnCalendar {
  readonly owner: AccountOwner
  readonly agency: Agency
  readonly entries: readonly CalendarEntry[]
  /** Those they go to. */
  readonly meetings: readonly Meeting[]
}

/** Names that this person's entries have, and no other ones: whatever else lies in the collection is somebody else's. */
export const ownPrefix = ({ workspace, person }: AccountOwner): string =>
  `congso-${sha256Hex(JSON.stringify([workspace, person])).slice(0, 12)}-`

/**
 * One object for each event with all its dates (RFC 4791, 4.1): appointments as they are kept, with what is not known in them; meetings without the list of who is called. A meeting that was
 * taken in as a file too counts once.
 */
export function ownEntries({ owner, agency, entries, meetings }: OwnCalendar): readonly WantedEntry[] {
  const byUid = new Map<string, JComponent>()
  for (const entry of entries) byUid.set(entry.uid, withoutScheduling(calendarOf([entry])))
  for (const [uid, calendar] of meetingObjects(meetings, agency)) byUid.set(uid, calendar)
  const prefix = ownPrefix(owner)
  return [...byUid].map(([uid, calendar]) => ({
    name: `${prefix}${sha256Hex(uid).slice(0, 32)}.ics`,
    calendar,
  }))
}

/** The state of a person's calendar as the log has it. */
export const entriesOf = (state: unknown): readonly CalendarEntry[] =>
  Object.values((state as PersonalCalendar | undefined)?.entries ?? {})

function meetingObjects(
  meetings: readonly Meeting[],
  agency: Agency,
): readonly (readonly [uid: string, calendar: JComponent])[] {
  const bySeries = Map.groupBy(meetings, ({ id, series }) => series?.id ?? id)
  return [...bySeries.values()].map((dates) => {
    const stampedAt = dates.map(changedAt).reduce((one, other) => (one > other ? one : other))
    const series = toldSeries(dates, agency, () => [], stampedAt)
    if (series !== undefined) return [series.uid, published(eventsIn(seriesMessage('REQUEST', series)))]
    const [told] = dates.map((meeting) => toldMeeting(meeting, agency, [], stampedAt))
    if (told === undefined) throw new RangeError('a group without a meeting')
    return [told.uid, published([eventOfMeeting('REQUEST', told)])]
  })
}

/**
 * Entries of a calendar name no method (RFC 4791, 4.1); without an organizer no server takes them for an invitation. What a meeting is about is for those called to it, not for all who may
 * look at the calendar of one of them (RFC 5545, 3.8.1.3).
 */
function published(events: readonly JComponent[]): JComponent {
  const plain = events.map((event) =>
    withProperties(withProperties(event, 'organizer', []), 'class', [['class', {}, 'text', 'PRIVATE']]),
  )
  return withProperties(messageOf('REQUEST', plain), 'method', [])
}

const eventsIn = ([, , components]: JComponent): readonly JComponent[] =>
  components.filter(([name]) => name === 'vevent')

const changedAt = ({ changes, calledAt, from }: Meeting): Instant => changes.at(-1)?.at ?? calledAt ?? from

/** Servers that schedule would answer invitations, or send them out, for whoever lays them there (RFC 6638, 7.1): that is done here. */
function withoutScheduling([name, properties, components]: JComponent): JComponent {
  return [name, properties.map(unscheduled), components.map(withoutScheduling)]
}
const unscheduled = (property: JProperty): JProperty =>
  property[0] === 'attendee' || property[0] === 'organizer'
    ? withParameter(property, 'schedule-agent', 'CLIENT')
    : property
