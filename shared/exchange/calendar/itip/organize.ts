import { attendeeOf } from '../attendee.ts'
import { sequenceOf } from '../event.ts'
import { propertiesOf, propertyOf, withProperties, withProperty, type JComponent } from '../jcal.ts'
import { seriesOf, withSeries, type Series } from '../series.ts'
import type { Zones } from '../zones.ts'
import { changesOf, type Changes } from './changes.ts'
import {
  attendeesOf,
  componentFor,
  componentsOfSeries,
  occurrenceMsOf,
  organizerOf,
  stamped,
  withSequence,
} from './components.ts'
import { messageOf, type OutgoingMessage } from './message.ts'

/** Who organizes, and when. */
export interface Organizing {
  readonly zones: Zones
  readonly me: readonly string[]
  readonly nowMs: number
}

/** The calendar as it is to be kept, and what is to be sent. */
export interface Organized {
  readonly calendar: JComponent
  readonly outgoing: readonly OutgoingMessage[]
}

/**
 * What an organizer's change of a calendar means for those invited (RFC 5546, 3.2.2 and 3.2.5): a new version where the time changed, with
 * answers asked anew; the words alone where they changed; a cancellation for who is no longer invited, and for all when it is off.
 */
export function organize(before: JComponent, after: JComponent, organizing: Organizing): Organized {
  const known = new Map(seriesOf(before).map((series) => [series.uid, series]))
  const outgoing: OutgoingMessage[] = []
  let calendar = after
  for (const series of seriesOf(after)) {
    const old = known.get(series.uid)
    known.delete(series.uid)
    if (!isMine(series, organizing)) continue
    const next = { ...series, ...versioned(old, series, organizing) }
    calendar = withSeries(calendar, series.uid, next)
    outgoing.push(...messagesFor(old, next, organizing))
  }
  for (const gone of known.values())
    if (isMine(gone, organizing))
      outgoing.push(...cancelledFor(gone, everybody(gone, organizing), nextSequence(gone), organizing))
  return { calendar, outgoing }
}

function isMine(series: Series, { me }: Organizing): boolean {
  const organizer = componentsOfSeries(series)
    .map(organizerOf)
    .find((one) => one !== undefined)
  return organizer !== undefined && me.includes(organizer)
}

/** Everybody invited to any part, but who calls. */
function everybody(series: Series, { me }: Organizing): readonly string[] {
  const all = componentsOfSeries(series).flatMap((one) => attendeesOf(one).map(({ address }) => address))
  return [...new Set(all)].filter((address) => !me.includes(address))
}

/** Each component with its version raised where its time changed, and the answers to it asked anew. */
function versioned(
  old: Series | undefined,
  next: Series,
  { zones }: Organizing,
): Pick<Series, 'master' | 'overrides'> {
  const raised = (component: JComponent): JComponent => {
    const before = old && componentFor(old, occurrenceMsOf(component, zones), zones)
    if (before === undefined || changesOf(before, component).significance !== 'significant') return component
    return withSequence(askedAnew(component), Math.max(sequenceOf(before) + 1, sequenceOf(component)))
  }
  return { master: next.master && raised(next.master), overrides: next.overrides.map(raised) }
}

function askedAnew(component: JComponent): JComponent {
  const organizer = organizerOf(component)
  return withProperties(
    component,
    'attendee',
    propertiesOf(component, 'attendee').map((property) => {
      if (attendeeOf(property).address === organizer) return property
      const [name, parameters, ...rest] = property
      return [name, { ...parameters, partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }, ...rest]
    }),
  )
}

function messagesFor(
  old: Series | undefined,
  next: Series,
  organizing: Organizing,
): readonly OutgoingMessage[] {
  const people = everybody(next, organizing)
  const before = old === undefined ? [] : everybody(old, organizing)
  const left = before.filter((address) => !people.includes(address))
  const isOff = componentsOfSeries(next).every((one) => propertyOf(one, 'status')?.[3] === 'CANCELLED')
  const { significance } = wholeChanges(old, next, organizing)
  if (isOff)
    return significance === 'none'
      ? []
      : cancelledFor(next, [...people, ...left], nextSequence(old ?? next), organizing)
  const cancelled = old === undefined ? [] : cancelledFor(old, left, nextSequence(old), organizing)
  if (significance === 'none' || people.length === 0) return cancelled
  const components = componentsOfSeries(next).map((one) => stamped(one, organizing.nowMs))
  const invited = people.filter((address) => !before.includes(address))
  const others = people.filter((address) => before.includes(address))
  const request = (to: readonly string[], matters: Changes['significance']): OutgoingMessage => ({
    method: 'REQUEST',
    from: callerOf(next),
    to,
    significance: matters,
    calendar: messageOf('REQUEST', components),
  })
  return [
    ...(invited.length > 0 ? [request(invited, 'significant')] : []),
    ...(others.length > 0 ? [request(others, significance)] : []),
    ...cancelled,
  ]
}

function wholeChanges(old: Series | undefined, next: Series, { zones }: Organizing): Changes {
  if (old === undefined) return { names: ['uid'], significance: 'significant' }
  const parts = componentsOfSeries(next).map((component) => {
    const before = componentFor(old, occurrenceMsOf(component, zones), zones)
    return before === undefined
      ? ({ names: ['recurrence-id'], significance: 'significant' } as const)
      : changesOf(before, component)
  })
  const isFewer = componentsOfSeries(old).length > componentsOfSeries(next).length
  const significance =
    isFewer || parts.some((one) => one.significance === 'significant')
      ? 'significant'
      : parts.some((one) => one.significance === 'minor')
        ? 'minor'
        : 'none'
  return { names: [...new Set(parts.flatMap(({ names }) => names))], significance }
}

function cancelledFor(
  series: Series,
  to: readonly string[],
  sequence: number,
  { nowMs }: Organizing,
): readonly OutgoingMessage[] {
  const [first] = componentsOfSeries(series)
  if (first === undefined || to.length === 0) return []
  const leaving = propertiesOf(first, 'attendee').filter((one) => to.includes(attendeeOf(one).address))
  const [name, properties] = withProperty(withProperties(first, 'attendee', leaving), 'status', [
    'status',
    {},
    'text',
    'CANCELLED',
  ])
  const component = withSequence(stamped([name, properties, []], nowMs), sequence)
  return [
    {
      method: 'CANCEL',
      from: callerOf(series),
      to,
      significance: 'significant',
      calendar: messageOf('CANCEL', [component]),
    },
  ]
}

function nextSequence(series: Series): number {
  return Math.max(...componentsOfSeries(series).map(sequenceOf)) + 1
}

function callerOf(series: Series): string {
  return (
    componentsOfSeries(series)
      .map(organizerOf)
      .find((one) => one !== undefined) ?? ''
  )
}
