import { addressOf, answered, attendeeOf, type Attendee } from '../attendee.ts'
import { timeOf, wallMsOf } from '../calendar-time.ts'
import { sequenceOf } from '../event.ts'
import {
  propertiesOf,
  propertyOf,
  textOf,
  textValue,
  withProperties,
  withProperty,
  type JComponent,
} from '../jcal.ts'
import type { Series } from '../series.ts'
import { instantMsOf, type Zones } from '../zones.ts'

/** The address of who calls; undefined for an event of one's own. */
export function organizerOf(component: JComponent): string | undefined {
  const property = propertyOf(component, 'organizer')
  return property && addressOf(textValue(property[3]))
}

/** Everybody a component calls, in its order. */
export function attendeesOf(component: JComponent): readonly Attendee[] {
  return propertiesOf(component, 'attendee').map(attendeeOf)
}

/** All components of an event, the series first. */
export function componentsOfSeries(series: Series): readonly JComponent[] {
  return series.master === undefined ? series.overrides : [series.master, ...series.overrides]
}

/** The component with this attendee's answer, and what was said with it. */
export function withAnswer(component: JComponent, address: string, partstat: string): JComponent {
  const next = propertiesOf(component, 'attendee').map((property) =>
    attendeeOf(property).address === address ? answered(property, partstat) : property,
  )
  return withProperties(component, 'attendee', next)
}

/** The component as of now: DTSTAMP is when this text is made (RFC 5545, 3.8.7.2). */
export function stamped(component: JComponent, nowMs: number): JComponent {
  const now = `${new Date(nowMs).toISOString().slice(0, 19)}Z`
  return withProperty(component, 'dtstamp', ['dtstamp', {}, 'date-time', now])
}

/** The component as this version of the event. */
export function withSequence(component: JComponent, sequence: number): JComponent {
  return withProperty(component, 'sequence', ['sequence', {}, 'integer', sequence])
}

/** Components are never changed in place, so that each is read once, however many are compared with it. */
const readBefore = new WeakMap<Zones, WeakMap<JComponent, number | undefined>>()

/** Which occurrence a component is about, in milliseconds; undefined for the series. */
export function occurrenceMsOf(component: JComponent, zones: Zones): number | undefined {
  const before = readBefore.get(zones) ?? new WeakMap<JComponent, number | undefined>()
  readBefore.set(zones, before)
  if (!before.has(component)) before.set(component, readOccurrenceMs(component, zones))
  return before.get(component)
}

function readOccurrenceMs(component: JComponent, zones: Zones): number | undefined {
  const property = propertyOf(component, 'recurrence-id')
  const time = property && timeOf(property)
  return time === undefined ? undefined : time.kind === 'date' ? wallMsOf(time) : instantMsOf(time, zones)
}

/** The component of a series that speaks for this occurrence, or the series itself. */
export function componentFor(
  series: Series,
  occurrenceMs: number | undefined,
  zones: Zones,
): JComponent | undefined {
  return occurrenceMs === undefined
    ? series.master
    : series.overrides.find((one) => occurrenceMsOf(one, zones) === occurrenceMs)
}

/** The series with this component in the place of the one that spoke for the same occurrence, or of the series itself. */
export function withComponent(series: Series, component: JComponent, zones: Zones): Series {
  const ms = occurrenceMsOf(component, zones)
  if (ms === undefined) return { ...series, master: component }
  const others = series.overrides.filter((one) => occurrenceMsOf(one, zones) !== ms)
  return { ...series, overrides: [...others, component] }
}

/** Whether `one` is a later word on an event than `other`: by its version, else by when it was made (RFC 5546, 2.1.5). */
export function isLater(one: JComponent, other: JComponent): boolean {
  const difference = sequenceOf(one) - sequenceOf(other)
  if (difference !== 0) return difference > 0
  return (textOf(one, 'dtstamp') ?? '') > (textOf(other, 'dtstamp') ?? '')
}

/** Whether two components are the same version made at the same time. */
export function isSameVersion(one: JComponent, other: JComponent): boolean {
  return sequenceOf(one) === sequenceOf(other) && textOf(one, 'dtstamp') === textOf(other, 'dtstamp')
}
