import { attendeeOf, participantOf, type Attendee, type Participant } from './attendee.ts'
import { atWallMs, timeOf, wallMsOf, type CalendarTime } from './calendar-time.ts'
import { durationMs } from './duration.ts'
import { propertiesOf, propertyOf, textOf, type JComponent } from './jcal.ts'

const DAY_MS = 86_400_000

/** What a component of type VEVENT says; the component itself stays the truth. */
export interface CalendarEvent {
  readonly uid: string
  /** Which occurrence of a series this is about; undefined for the series or a single event. */
  readonly recurrenceId: CalendarTime | undefined
  /** It speaks for this occurrence and all after it. */
  readonly isThisAndFuture: boolean
  readonly sequence: number
  /** When this text was made: ISO 8601 in UTC. */
  readonly stamp: string | undefined
  readonly status: string | undefined
  readonly summary: string
  readonly location: string | undefined
  readonly description: string | undefined
  readonly start: CalendarTime
  /** The first moment or day that is not in it. */
  readonly end: CalendarTime
  readonly organizer: Participant | undefined
  readonly attendees: readonly Attendee[]
}

/** Why an event is kept but not shown. */
export type EventProblem = 'uid-missing' | 'start-unreadable' | 'end-unreadable' | 'end-before-start'

/** Reads an event, or tells why it cannot be shown. Text is composed (NFC). */
export function eventOf(component: JComponent): CalendarEvent | EventProblem {
  const uid = textOf(component, 'uid')
  if (uid === undefined || uid === '') return 'uid-missing'
  const start = timeIn(component, 'dtstart')
  if (start === undefined) return 'start-unreadable'
  const end = endOf(component, start)
  if (end === undefined) return 'end-unreadable'
  if (wallMsOf(end) < wallMsOf(start) && isSameClock(start, end)) return 'end-before-start'
  const recurrence = propertyOf(component, 'recurrence-id')
  const organizer = propertyOf(component, 'organizer')
  return {
    uid,
    recurrenceId: recurrence && timeOf(recurrence),
    isThisAndFuture: recurrence?.[1]['range'] === 'THISANDFUTURE',
    sequence: sequenceOf(component),
    stamp: textOf(component, 'dtstamp'),
    status: textOf(component, 'status')?.toUpperCase(),
    summary: composed(component, 'summary') ?? '',
    location: composed(component, 'location'),
    description: composed(component, 'description'),
    start,
    end,
    organizer: organizer && participantOf(organizer),
    attendees: propertiesOf(component, 'attendee').map(attendeeOf),
  }
}

/** What a screen shows of an event: of words that others wrote without measure their beginning, for a page of them stands still. */
export function inShort(event: CalendarEvent): CalendarEvent {
  const { summary, location, description, organizer } = event
  return {
    ...event,
    summary: beginning(summary, MOST_TITLE_UNITS),
    location: location && beginning(location, MOST_TITLE_UNITS),
    description: description && beginning(description, MOST_TEXT_UNITS),
    organizer: organizer && {
      address: beginning(organizer.address, MOST_TITLE_UNITS),
      name: organizer.name && beginning(organizer.name, MOST_TITLE_UNITS),
    },
  }
}

/** In UTF-16 units. */
export const MOST_TITLE_UNITS = 300
const MOST_TEXT_UNITS = 10_000

/** A text, or its beginning where it is longer; no character is cut in two. */
export const beginning = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text

/** Which version of the event this is (RFC 5545, 3.8.7.4); 0 when nothing is said. */
export function sequenceOf(component: JComponent): number {
  const value = propertyOf(component, 'sequence')?.[3]
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0
}

function composed(component: JComponent, name: string): string | undefined {
  return textOf(component, name)?.normalize('NFC')
}

function timeIn(component: JComponent, name: string): CalendarTime | undefined {
  const property = propertyOf(component, name)
  return property && timeOf(property)
}

/** DTEND, else DURATION, else a whole day for a date and no time at all for a moment (RFC 5545, 3.6.1). */
function endOf(component: JComponent, start: CalendarTime): CalendarTime | undefined {
  if (propertyOf(component, 'dtend') !== undefined) return timeIn(component, 'dtend')
  const duration = textOf(component, 'duration')
  const lasts = duration === undefined ? (start.kind === 'date' ? DAY_MS : 0) : durationMs(duration)
  return lasts === undefined ? undefined : atWallMs(start, wallMsOf(start) + lasts)
}

function isSameClock(one: CalendarTime, other: CalendarTime): boolean {
  if (one.kind === 'zoned' && other.kind === 'zoned') return one.zone === other.zone
  return one.kind === other.kind
}
