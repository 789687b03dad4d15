import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import type { Repeat } from '../../../domain/schedule/personal/repeat.ts'
import { addDays } from '../../../domain/calendar/days.ts'
import type { LocalDate } from '../../../kernel/instant.ts'
import {
  atWallMs,
  timeFrom,
  timeOf,
  timeProperty,
  vietnamTime,
  wallMsOf,
  type CalendarTime,
} from '../calendar-time.ts'
import { eventOf, sequenceOf } from '../event.ts'
import { componentFor, occurrenceMsOf, stamped, withComponent, withSequence } from '../itip/components.ts'
import {
  parameterOf,
  propertiesOf,
  propertyOf,
  withProperties,
  withProperty,
  type JComponent,
} from '../jcal.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrenceComponent } from '../occurrence-component.ts'
import type { Series } from '../series.ts'
import { wallMsAt, type Zones } from '../zones.ts'
import { seriesIn, withEvents } from './entry-calendar.ts'
import { zonesIn } from './personal-occurrences.ts'
import { reminderOf, withReminder } from './reminder.ts'
import { repeatOf, ruleProperty } from './repeat-rule.ts'

/** When an appointment is: whole days, both in it, or from a moment until another one. */
export type AppointmentTime =
  | { readonly kind: 'days'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly kind: 'hours'; readonly fromMs: number; readonly untilMs: number }

/** What is written of an appointment. */
export interface Appointment {
  readonly title: string
  readonly place: string
  readonly notes: string
  readonly time: AppointmentTime
  /** `other`: as its rule says, which has no words here. */
  readonly repeat: Repeat | 'other' | null
  /** Minutes before it begins. */
  readonly reminder: number | null
}

/** A new entry of one's own, on the clock of Vietnam. */
export function newEntry(uid: string, appointment: Appointment, nowMs: number): CalendarEntry {
  const empty: JComponent = [
    'vevent',
    [
      ['uid', {}, 'text', uid],
      ['dtstamp', {}, 'date-time', ''],
    ],
    [],
  ]
  const event = written(empty, appointment, timesOf(appointment.time, undefined, undefined))
  return { uid, source: 'own', components: [stamped(event, nowMs)] }
}

/** What is written in an entry, or in one occurrence of it; undefined when it cannot be read. */
export function appointmentOf(
  entry: CalendarEntry,
  originalMs: number | null,
  time: AppointmentTime,
): Appointment | undefined {
  const component = componentAt(entry, originalMs)
  const event = component === undefined ? undefined : eventOf(component)
  if (component === undefined || typeof event !== 'object') return undefined
  const rule = propertyOf(component, 'rrule')
  const isOther = propertyOf(component, 'rdate') !== undefined || propertiesOf(component, 'rrule').length > 1
  return {
    title: event.summary,
    place: event.location ?? '',
    notes: event.description ?? '',
    time,
    repeat: isOther ? 'other' : rule === undefined ? null : repeatOf(rule),
    reminder: reminderOf(component),
  }
}

/** What speaks for one occurrence of an entry, by its original start in milliseconds, or for all of it (null); undefined when it has none then. */
export function componentAt(entry: CalendarEntry, originalMs: number | null): JComponent | undefined {
  return aboutOf(seriesIn(entry), originalMs, zonesIn(entry))
}

/** The entry with another series; occurrences that were changed or left out by themselves go with it when it moves. */
export function changedSeries(entry: CalendarEntry, appointment: Appointment, nowMs: number): CalendarEntry {
  const { uid, master, overrides } = seriesIn(entry)
  const zones = zonesIn(entry)
  const about = master ?? overrides[0]
  if (about === undefined) return entry
  const start = startOf(about)
  const times = timesOf(appointment.time, start, zones)
  const next = raised(written(about, appointment, times), about, nowMs)
  if (master === undefined)
    return withEvents(entry, { uid, master, overrides: [next, ...overrides.slice(1)] })
  const isSameKind = start !== undefined && start.kind === times.start.kind
  if (appointment.repeat === null || !isSameKind)
    return withEvents(entry, { uid, master: without(next, 'exdate'), overrides: [] })
  const movedMs = wallMsOf(times.start) - wallMsOf(start)
  const moved = movedMs === 0 ? next : withMovedDates(next, movedMs)
  return withEvents(entry, {
    uid,
    master: moved,
    overrides: overrides.map((one) => (movedMs === 0 ? one : withMovedId(one, movedMs))),
  })
}

/** The entry with one occurrence changed by itself; the series stays. */
export function changedOccurrence(
  entry: CalendarEntry,
  originalMs: number,
  appointment: Appointment,
  nowMs: number,
): CalendarEntry {
  const series = seriesIn(entry)
  const zones = zonesIn(entry)
  const about = aboutOf(series, originalMs, zones)
  if (about === undefined) return entry
  const times = timesOf(appointment.time, startOf(about), zones)
  const next = raised(written(about, { ...appointment, repeat: null }, times), about, nowMs)
  return withEvents(entry, withComponent(series, next, zones))
}

/** The entry without one of its occurrences. */
export function withoutOccurrence(entry: CalendarEntry, originalMs: number, nowMs: number): CalendarEntry {
  const series = seriesIn(entry)
  const zones = zonesIn(entry)
  const { uid, master } = series
  const overrides = series.overrides.filter((one) => occurrenceMsOf(one, zones) !== originalMs)
  const start = master && startOf(master)
  if (master === undefined || start === undefined) return withEvents(entry, { uid, master, overrides })
  const gone = atWallMs(start, wallMsAt(originalMs, start, zones))
  const dates = [...propertiesOf(master, 'exdate'), timeProperty('exdate', gone)]
  const next = raised(withProperties(master, 'exdate', dates), master, nowMs)
  return withEvents(entry, { uid, master: next, overrides })
}

function aboutOf(series: Series, originalMs: number | null, zones: Zones): JComponent | undefined {
  if (originalMs === null) return series.master ?? series.overrides[0]
  return (
    componentFor(series, originalMs, zones) ??
    occurrenceComponent(series, originalMs, zones, { timesLeft: MOST_EFFORT })
  )
}

function startOf(component: JComponent): CalendarTime | undefined {
  const property = propertyOf(component, 'dtstart')
  return property && timeOf(property)
}

interface Times {
  readonly start: CalendarTime
  readonly end: CalendarTime
}

/** On the clock that the event had, where it had one. */
function timesOf(time: AppointmentTime, like: CalendarTime | undefined, zones: Zones | undefined): Times {
  if (time.kind === 'days')
    return {
      start: { kind: 'date', date: time.first },
      end: { kind: 'date', date: addDays(time.last, 1) },
    }
  const at = (ms: number): CalendarTime =>
    like === undefined || like.kind === 'date' || zones === undefined
      ? vietnamTime(ms)
      : atWallMs(like, wallMsAt(ms, like, zones))
  return { start: at(time.fromMs), end: at(Math.max(time.fromMs, time.untilMs)) }
}

function written(component: JComponent, appointment: Appointment, { start, end }: Times): JComponent {
  const { title, place, notes, repeat, reminder } = appointment
  const text = (event: JComponent, name: string, value: string): JComponent => {
    const before = propertyOf(event, name)
    if (before?.[3] === value) return event
    return withProperty(event, name, value === '' ? undefined : [name, {}, 'text', value])
  }
  const timed = [
    (event: JComponent) => withProperty(event, 'dtstart', timeProperty('dtstart', start)),
    (event: JComponent) => without(event, 'duration'),
    (event: JComponent) => withProperty(event, 'dtend', timeProperty('dtend', end)),
    (event: JComponent) => text(event, 'summary', title),
    (event: JComponent) => text(event, 'location', place),
    (event: JComponent) => text(event, 'description', notes),
  ].reduce((event, change) => change(event), component)
  const ruled =
    repeat === 'other'
      ? timed
      : without(
          withProperty(timed, 'rrule', repeat === null ? undefined : ruleProperty(repeat, start)),
          'rdate',
        )
  return withReminder(ruled, reminder)
}

const without = (component: JComponent, name: string): JComponent => withProperty(component, name, undefined)

const raised = (next: JComponent, before: JComponent, nowMs: number): JComponent =>
  stamped(withSequence(next, sequenceOf(before) + 1), nowMs)

function withMovedDates(master: JComponent, movedMs: number): JComponent {
  const dates = propertiesOf(master, 'exdate').flatMap((property) => {
    const [, , , ...values] = property
    return values.flatMap((value) => {
      const time = timeFrom(value, parameterOf(property, 'tzid'))
      return time === undefined ? [] : [timeProperty('exdate', atWallMs(time, wallMsOf(time) + movedMs))]
    })
  })
  return withProperties(master, 'exdate', dates)
}

function withMovedId(component: JComponent, movedMs: number): JComponent {
  const property = propertyOf(component, 'recurrence-id')
  const time = property && timeOf(property)
  if (time === undefined) return component
  const moved = timeProperty('recurrence-id', atWallMs(time, wallMsOf(time) + movedMs))
  return withProperty(component, 'recurrence-id', moved)
}
