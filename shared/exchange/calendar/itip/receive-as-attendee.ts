import {
  componentsOf,
  propertiesOf,
  propertyOf,
  textOf,
  withComponents,
  withProperties,
  withProperty,
  type JComponent,
} from '../jcal.ts'
import type { Effort } from '../expand-rule.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrenceComponent } from '../occurrence-component.ts'
import { seriesOf, withSeries, type Series } from '../series.ts'
import { changesOf, type Changes } from './changes.ts'
import {
  attendeesOf,
  componentFor,
  componentsOfSeries,
  isLater,
  isSameVersion,
  occurrenceMsOf,
  organizerOf,
  stamped,
  withAnswer,
  withComponent,
} from './components.ts'
import { messageOf } from './message.ts'
import { applied, unchanged, type Reading, type Received } from './received.ts'

/** An invitation or a new version of it (RFC 5546, 3.2.1 and 3.2.2). */
export function receiveRequest(
  method: 'REQUEST' | 'PUBLISH',
  components: readonly JComponent[],
  reading: Reading,
): Received {
  const [first] = components
  if (first === undefined) return unchanged(reading, 'refused', 'event-missing')
  const organizer = organizerOf(first)
  if (organizer !== undefined && reading.me.includes(organizer))
    return unchanged(reading, 'ignored', 'own-event')
  const known = knownSeries(first, reading)
  const before = known && componentFor(known, occurrenceMsOf(first, reading.zones), reading.zones)
  if (before !== undefined && !isLater(first, before))
    return unchanged(reading, 'ignored', isSameVersion(first, before) ? 'known' : 'outdated')
  const isInvited = components.some((one) =>
    attendeesOf(one).some(({ address }) => reading.me.includes(address)),
  )
  if (method === 'REQUEST' && !isInvited) return unchanged(reading, 'to-decide', 'not-invited')
  const changes: Changes =
    before === undefined ? { names: ['uid'], significance: 'significant' } : changesOf(before, first)
  const kept = components.map((one) => keepingOwn(one, known, reading))
  const next = joined(textOf(first, 'uid') ?? '', kept, known, reading)
  return applied(withSeries(reading.calendar, next.uid, next), changes)
}

/** One more occurrence of a series (RFC 5546, 3.2.4); a series that is not known here is asked for. */
export function receiveAddition(component: JComponent, reading: Reading): Received {
  const known = knownSeries(component, reading)
  const start = propertyOf(component, 'dtstart')
  if (known?.master === undefined || start === undefined) return asked(component, reading)
  if (!isLater(component, known.master)) return unchanged(reading, 'ignored', 'outdated')
  const occurrence = withProperty(component, 'recurrence-id', ['recurrence-id', ...tail(start)])
  const further = [...propertiesOf(known.master, 'rdate'), ['rdate', ...tail(start)] as const]
  const next: Series = {
    ...known,
    master: withProperties(known.master, 'rdate', further),
    overrides: [...known.overrides, occurrence],
  }
  return applied(withSeries(reading.calendar, known.uid, next), {
    names: ['rdate'],
    significance: 'significant',
  })
}

/** It does not take place, or not with us (RFC 5546, 3.2.5). What was cancelled stays in the calendar and says so. */
export function receiveCancel(components: readonly JComponent[], reading: Reading): Received {
  const [first] = components
  const known = first && knownSeries(first, reading)
  if (known === undefined) return unchanged(reading, 'ignored', 'unknown-event')
  const organizer = first && organizerOf(first)
  if (organizer !== undefined && reading.me.includes(organizer))
    return unchanged(reading, 'ignored', 'own-event')
  const named = components.flatMap(attendeesOf)
  const isForMe = named.length === 0 || named.some(({ address }) => reading.me.includes(address))
  if (!isForMe) return unchanged(reading, 'ignored', 'not-invited')
  const effort = { timesLeft: MOST_EFFORT }
  let next: Series = known
  for (const component of components) {
    const outdated = componentsOfSeries(next).some(
      (one) => isLater(one, component) && isAbout(component, one, reading),
    )
    if (outdated) return unchanged(reading, 'ignored', 'outdated')
    const without = cancelled(next, component, reading, effort)
    if (without === undefined) return unchanged(reading, 'ignored', 'unknown-occurrence')
    next = without
  }
  return applied(withSeries(reading.calendar, known.uid, next), {
    names: ['status'],
    significance: 'significant',
  })
}

function isAbout(message: JComponent, component: JComponent, { zones }: Reading): boolean {
  const occurrence = occurrenceMsOf(message, zones)
  return occurrence === undefined || occurrence === occurrenceMsOf(component, zones)
}

function cancelled(
  series: Series,
  message: JComponent,
  { zones }: Reading,
  effort: Effort,
): Series | undefined {
  const marked = (component: JComponent): JComponent => {
    const withStatus = withProperty(component, 'status', ['status', {}, 'text', 'CANCELLED'])
    const withVersion = copied(withStatus, message, 'sequence')
    return copied(withVersion, message, 'dtstamp')
  }
  const ms = occurrenceMsOf(message, zones)
  const recurrence = propertyOf(message, 'recurrence-id')
  if (ms === undefined || recurrence === undefined)
    return {
      ...series,
      master: series.master && marked(series.master),
      overrides: series.overrides.map(marked),
    }
  const own = componentFor(series, ms, zones) ?? occurrenceComponent(series, ms, zones, effort)
  if (own === undefined) return undefined
  return withComponent(series, marked(withProperty(own, 'recurrence-id', recurrence)), zones)
}

function copied(to: JComponent, from: JComponent, name: string): JComponent {
  const property = propertyOf(from, name)
  return property === undefined ? to : withProperty(to, name, property)
}

function knownSeries(component: JComponent, { calendar }: Reading): Series | undefined {
  const uid = textOf(component, 'uid')
  return seriesOf(calendar).find((series) => series.uid === uid)
}

/** A message about the series brings all of it; one about occurrences replaces those. */
function joined(
  uid: string,
  components: readonly JComponent[],
  known: Series | undefined,
  { zones }: Reading,
): Series {
  const master = components.find((one) => propertyOf(one, 'recurrence-id') === undefined)
  const overrides = components.filter((one) => propertyOf(one, 'recurrence-id') !== undefined)
  if (master !== undefined) return { uid, master, overrides }
  const replaced = new Set(overrides.map((one) => occurrenceMsOf(one, zones)))
  const others = known?.overrides.filter((one) => !replaced.has(occurrenceMsOf(one, zones))) ?? []
  return { uid, master: known?.master, overrides: [...others, ...overrides] }
}

/** My alarms are mine, and my answer stands while the time does. */
function keepingOwn(component: JComponent, known: Series | undefined, reading: Reading): JComponent {
  const { zones, me } = reading
  const before = known && componentFor(known, occurrenceMsOf(component, zones), zones)
  const others = component[2].filter(([name]) => name !== 'valarm')
  const alarms = before === undefined ? [] : componentsOf(before, 'valarm')
  const own = withComponents(component, [...others, ...alarms])
  if (before === undefined || changesOf(before, component).significance === 'significant') return own
  return attendeesOf(before)
    .filter(({ address }) => me.includes(address))
    .reduce((next, { address, partstat }) => withAnswer(next, address, partstat), own)
}

function asked(component: JComponent, reading: Reading): Received {
  const [me = ''] = reading.me
  const organizer = propertyOf(component, 'organizer')
  const refresh: JComponent = [
    'vevent',
    [
      ['uid', {}, 'text', textOf(component, 'uid') ?? ''],
      ...(organizer === undefined ? [] : [organizer]),
      ['attendee', {}, 'cal-address', me],
    ],
    [],
  ]
  const to = organizerOf(component)
  return {
    ...unchanged(reading, 'ignored', 'unknown-event'),
    outgoing: [
      {
        method: 'REFRESH',
        from: me,
        to: to === undefined ? [] : [to],
        significance: 'none',
        calendar: messageOf('REFRESH', [stamped(refresh, reading.nowMs)]),
      },
    ],
  }
}

function tail([, parameters, type, ...values]: NonNullable<ReturnType<typeof propertyOf>>): readonly [
  typeof parameters,
  string,
  ...typeof values,
] {
  return [parameters, type, ...values]
}
