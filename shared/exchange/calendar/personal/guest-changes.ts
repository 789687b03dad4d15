import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { attendeeOf } from '../attendee.ts'
import { sequenceOf } from '../event.ts'
import type { Effort } from '../expand-rule.ts'
import { changesOf } from '../itip/changes.ts'
import {
  componentFor,
  componentsOfSeries,
  occurrenceMsOf,
  organizerOf,
  stamped,
  withSequence,
} from '../itip/components.ts'
import { propertiesOf, withProperties, withProperty, type JComponent } from '../jcal.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrenceComponent } from '../occurrence-component.ts'
import type { Series } from '../series.ts'
import type { Zones } from '../zones.ts'
import { changedOccurrence, changedSeries, withoutOccurrence, type Appointment } from './compose-entry.ts'
import { seriesIn, withEvents } from './entry-calendar.ts'
import { guestsOf, mapped, withLedger } from './guests.ts'
import { zonesIn } from './personal-occurrences.ts'

/** Who agreed to these did not agree to others (RFC 5546, 2.1.4): a new version, and answers asked anew. */
const ASKING: ReadonlySet<string> = new Set(
  'dtstart dtend duration rrule rdate recurrence-id status location'.split(' '),
)
/** A new version too, but a date less makes no answer void. */
const VERSIONED = 'exdate'
/** Who is called is told to each by themselves. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['attendee', 'organizer'])

/** `changedSeries` for an appointment that may have guests: its version rises where time, place or rule change, and the guests are to be told. */
export function seriesChanged(entry: CalendarEntry, appointment: Appointment, nowMs: number): CalendarEntry {
  if (entry.guests === undefined) return changedSeries(entry, appointment, nowMs)
  const { own, answeredOnly } = splitOverrides(entry)
  const next = organized(own, changedSeries(own, appointment, nowMs), versionOf(entry))
  const isAskedAnew = versionOf(next) > versionOf(entry)
  return isAskedAnew ? next : withAnswersOfDates(next, answeredOnly)
}

/** `changedOccurrence` for an appointment that may have guests. */
export function occurrenceChanged(
  entry: CalendarEntry,
  originalMs: number,
  appointment: Appointment,
  nowMs: number,
): CalendarEntry {
  return organized(entry, changedOccurrence(entry, originalMs, appointment, nowMs), versionOf(entry))
}

/** `withoutOccurrence` for an appointment that may have guests. */
export function occurrenceLeftOut(entry: CalendarEntry, originalMs: number, nowMs: number): CalendarEntry {
  return organized(entry, withoutOccurrence(entry, originalMs, nowMs), versionOf(entry))
}

/** The appointment as called off, for as long as guests have to be told that; undefined when none was told of it. */
export function calledOff(entry: CalendarEntry, nowMs: number): CalendarEntry | undefined {
  const { guests: ledger } = entry
  const known = guestsOf(entry).filter(({ address }) => ledger?.told[address] !== undefined)
  if (ledger === undefined || known.length + ledger.leaving.length === 0) return undefined
  const version = versionOf(entry) + 1
  const stay = new Set(known.map(({ address }) => address))
  const off = mapped(entry, (component) => {
    const people = propertiesOf(component, 'attendee').filter((one) => {
      const { address } = attendeeOf(one)
      return stay.has(address) || address === organizerOf(component)
    })
    const marked = withProperty(component, 'status', ['status', {}, 'text', 'CANCELLED'])
    return stamped(withSequence(withProperties(marked, 'attendee', people), version), nowMs)
  })
  return withLedger(off, { ...ledger, revision: ledger.revision + 1 })
}

/** The highest version that any part of it has. */
export function versionOf(entry: CalendarEntry): number {
  return Math.max(0, ...componentsOfSeries(seriesIn(entry)).map(sequenceOf))
}

/** The version of each part risen only where RFC 5546 has it rise, and never back; one revision more if guests are to know of it. */
function organized(before: CalendarEntry, after: CalendarEntry, version: number): CalendarEntry {
  const { guests: ledger } = before
  if (ledger === undefined) return after
  const old = seriesIn(before)
  const next = seriesIn(after)
  const zones = zonesIn(before)
  const effort = { timesLeft: MOST_EFFORT }
  let isNews = componentsOfSeries(old).length > componentsOfSeries(next).length
  const versioned = (component: JComponent): JComponent => {
    const stood = stoodFor(old, component, zones, effort)
    const names = stood && changesOf(stood, component).names.filter((name) => !OF_PEOPLE.has(name))
    if (names === undefined || names.length > 0) isNews = true
    if (names === undefined || names.some((name) => ASKING.has(name)))
      return withSequence(askedAnew(component), version + 1)
    return withSequence(component, names.includes(VERSIONED) ? version + 1 : sequenceOf(stood ?? component))
  }
  const series: Series = {
    uid: next.uid,
    master: next.master && versioned(next.master),
    overrides: next.overrides.map(versioned),
  }
  const revision = ledger.revision + (isNews ? 1 : 0)
  return withLedger(withEvents(after, series), { ...ledger, revision })
}

/** What spoke for the same date before: a part of its own, or the series. */
function stoodFor(
  series: Series,
  component: JComponent,
  zones: Zones,
  effort: Effort,
): JComponent | undefined {
  const ms = occurrenceMsOf(component, zones)
  return (
    componentFor(series, ms, zones) ??
    (ms === undefined ? undefined : occurrenceComponent(series, ms, zones, effort))
  )
}

function askedAnew(component: JComponent): JComponent {
  const organizer = organizerOf(component)
  const people = propertiesOf(component, 'attendee').map((property) => {
    if (attendeeOf(property).address === organizer) return property
    const [name, parameters, ...rest] = property
    return [name, { ...parameters, partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }, ...rest] as const
  })
  return withProperties(component, 'attendee', people)
}

interface Overrides {
  /** The entry without those of its dates that differ from the series only in who answered. */
  readonly own: CalendarEntry
  readonly answeredOnly: readonly JComponent[]
}

/** An answer to one date makes a part of its own of it, which otherwise follows the series. */
function splitOverrides(entry: CalendarEntry): Overrides {
  const series = seriesIn(entry)
  const zones = zonesIn(entry)
  const effort = { timesLeft: MOST_EFFORT }
  const answeredOnly = series.overrides.filter((one) => {
    const ms = occurrenceMsOf(one, zones)
    const plain = ms === undefined ? undefined : occurrenceComponent(series, ms, zones, effort)
    return plain !== undefined && changesOf(plain, one).names.every((name) => OF_PEOPLE.has(name))
  })
  const overrides = series.overrides.filter((one) => !answeredOnly.includes(one))
  return { own: withEvents(entry, { ...series, overrides }), answeredOnly }
}

/** Dates with their own answers, as the series has them now. */
function withAnswersOfDates(entry: CalendarEntry, answered: readonly JComponent[]): CalendarEntry {
  const series = seriesIn(entry)
  const zones = zonesIn(entry)
  const effort = { timesLeft: MOST_EFFORT }
  const again = answered.flatMap((one) => {
    const ms = occurrenceMsOf(one, zones)
    const plain = ms === undefined ? undefined : occurrenceComponent(series, ms, zones, effort)
    return plain === undefined ? [] : [withProperties(plain, 'attendee', propertiesOf(one, 'attendee'))]
  })
  return withEvents(entry, { ...series, overrides: [...series.overrides, ...again] })
}
