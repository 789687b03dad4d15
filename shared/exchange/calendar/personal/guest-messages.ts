import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { componentsOfSeries, stamped, withSequence } from '../itip/components.ts'
import {
  componentsOf,
  propertiesOf,
  withParameter,
  withProperties,
  withProperty,
  type JComponent,
  type JProperty,
} from '../jcal.ts'
import { ANSWERED_AT } from '../itip/receive-as-organizer.ts'
import { calendarOf, seriesIn } from './entry-calendar.ts'
import { toTell, type Guest } from './guests.ts'
import { versionOf } from './guest-changes.ts'

/** A file for guests, whom it is for, and as of which revision of the entry it tells them. */
export interface GuestFile {
  readonly method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER'
  readonly to: readonly Guest[]
  readonly revision: number
  readonly calendar: JComponent
}

/** How the appointment stands, whole, for those who are not told it yet, or for `to` (RFC 5546, 3.2.2): it takes the place of what they were sent before. */
export function requestFile(
  entry: CalendarEntry,
  nowMs: number,
  to: readonly Guest[] = toTell(entry).request,
): GuestFile {
  const events = componentsOfSeries(seriesIn(entry)).map((one) => stamped(withoutPrivate(one), nowMs))
  return file('REQUEST', entry, to, events)
}

/** That it does not take place, or not with them (RFC 5546, 3.2.5). */
export function cancelFile(entry: CalendarEntry, nowMs: number): GuestFile {
  const { cancel } = toTell(entry)
  const [first] = componentsOfSeries(seriesIn(entry))
  if (first === undefined) return file('CANCEL', entry, cancel, [])
  const known = new Map(propertiesOf(first, 'attendee').map((one) => [one[3], one]))
  const gone = cancel.map(
    ({ address, name }): JProperty =>
      known.get(address) ?? ['attendee', name === '' ? {} : { cn: name }, 'cal-address', address],
  )
  const status: JProperty = ['status', {}, 'text', 'CANCELLED']
  const off = withProperty(withProperties(first, 'attendee', gone), 'status', status)
  const whole = ['rrule', 'rdate', 'exdate', 'recurrence-id'].reduce(
    (component, name) => withProperty(component, name, undefined),
    withoutPrivate(off),
  )
  return file('CANCEL', entry, cancel, [withSequence(stamped(whole, nowMs), versionOf(entry))])
}

/** That another time is not taken (RFC 5546, 3.2.8). */
export function declinedCounterFile(
  entry: CalendarEntry,
  proposal: JComponent,
  guest: Guest,
  nowMs: number,
): GuestFile {
  const [, properties] = proposal
  const about = withoutPrivate(['vevent', properties, []])
  return file('DECLINECOUNTER', entry, [guest], [stamped(withProperty(about, 'comment', undefined), nowMs)])
}

function file(
  method: GuestFile['method'],
  entry: CalendarEntry,
  to: readonly Guest[],
  events: readonly JComponent[],
): GuestFile {
  const clocks = componentsOf(calendarOf([entry]), 'vtimezone')
  const [, properties] = calendarOf([])
  const named: JProperty = ['method', {}, 'text', method]
  return {
    ...{ method, to },
    revision: entry.guests?.revision ?? 0,
    calendar: ['vcalendar', [...properties, named], [...clocks, ...events]],
  }
}

/** Alarms are one's own, and when somebody answered is kept here only. */
function withoutPrivate(component: JComponent): JComponent {
  const [name, properties, components] = component
  const kept = components.filter(([one]) => one !== 'valarm')
  const people = propertiesOf(component, 'attendee').map((one) => withParameter(one, ANSWERED_AT, undefined))
  return withProperties([name, properties, kept], 'attendee', people)
}
