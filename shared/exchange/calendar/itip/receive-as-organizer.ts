import { addressOf, attendeeOf } from '../attendee.ts'
import {
  propertiesOf,
  propertyOf,
  textOf,
  textValue,
  withParameter,
  withProperties,
  type JComponent,
  type JProperty,
} from '../jcal.ts'
import { instantFrom } from '../../../kernel/instant.ts'
import { MOST_EFFORT } from '../limits.ts'
import { occurrenceComponent } from '../occurrence-component.ts'
import { sequenceOf } from '../event.ts'
import { seriesOf, withSeries, type Series } from '../series.ts'
import { changesOf } from './changes.ts'
import {
  componentFor,
  componentsOfSeries,
  occurrenceMsOf,
  organizerOf,
  stamped,
  withComponent,
} from './components.ts'
import { messageOf, type OutgoingMessage } from './message.ts'
import { applied, unchanged, type Reading, type Received, type ReceivedReason } from './received.ts'

/** How far ahead of this clock a message may be dated: clocks differ, but who dates further has no say over later words. */
const MOST_AHEAD_MS = 86_400_000
/** When an attendee made the answer that stands: a later one of the same version replaces it, an earlier one does not. */
export const ANSWERED_AT = 'x-congso-answered-at'

/** An answer to one's own invitation (RFC 5546, 3.2.3). */
export function receiveReply(component: JComponent, reading: Reading): Received {
  const found = askedAbout(component, reading)
  if (typeof found === 'string') return unchanged(reading, outcomeOf(found), found)
  const { series, about, answer } = found
  const { address, partstat, delegatedTo } = attendeeOf(answer)
  const standing = attendeeProperty(about, address)
  if (standing === undefined) return unchanged(reading, 'to-decide', 'not-invited')
  if (delegatedTo.length > 1) return unchanged(reading, 'refused', 'too-many-delegates')
  const answeredAt = madeAt(component)
  const before = standing[1][ANSWERED_AT]
  if (typeof before === 'string' && answeredAt < before) return unchanged(reading, 'ignored', 'outdated')
  if (before === answeredAt) return unchanged(reading, 'ignored', 'known')
  const isNew = attendeeOf(standing).partstat !== partstat
  const taken = takenOver(standing, answer, partstat, answeredAt)
  const next = withDelegates(replaced(about, address, taken), address, delegatedTo)
  const calendar = withSeries(reading.calendar, series.uid, withComponent(series, next, reading.zones))
  const invited = delegatedTo.filter((one) => attendeeProperty(about, one) === undefined)
  const request: OutgoingMessage = {
    method: 'REQUEST',
    from: organizerOf(about) ?? '',
    to: invited,
    significance: 'significant',
    calendar: messageOf('REQUEST', [stamped(next, reading.nowMs)]),
  }
  return applied(
    calendar,
    { names: isNew ? ['partstat'] : [], significance: isNew ? 'significant' : 'none' },
    invited.length > 0 ? [request] : [],
  )
}

/** Another time is proposed (RFC 5546, 3.2.7): a person decides. */
export function receiveCounter(component: JComponent, reading: Reading): Received {
  const found = askedAbout(component, reading)
  if (typeof found === 'string') return unchanged(reading, outcomeOf(found), found)
  const { address } = attendeeOf(found.answer)
  if (attendeeProperty(found.about, address) === undefined)
    return unchanged(reading, 'to-decide', 'not-invited')
  const withoutPeople = (one: JComponent): JComponent => withProperties(one, 'attendee', [])
  const { names, significance } = changesOf(withoutPeople(found.about), withoutPeople(component))
  return {
    ...unchanged(reading, 'to-decide', 'counter-proposal'),
    changes: names,
    significance,
    proposal: component,
  }
}

/** Somebody invited asks how the event stands (RFC 5546, 3.2.6). */
export function receiveRefresh(component: JComponent, reading: Reading): Received {
  const found = askedAbout(component, reading)
  if (typeof found === 'string') return unchanged(reading, outcomeOf(found), found)
  const { address } = attendeeOf(found.answer)
  const components = componentsOfSeries(found.series)
  if (!components.some((one) => attendeeProperty(one, address) !== undefined))
    return unchanged(reading, 'to-decide', 'not-invited')
  const request: OutgoingMessage = {
    method: 'REQUEST',
    from: organizerOf(found.about) ?? '',
    to: [address],
    significance: 'none',
    calendar: messageOf(
      'REQUEST',
      components.map((one) => stamped(one, reading.nowMs)),
    ),
  }
  return applied(reading.calendar, { names: [], significance: 'none' }, [request])
}

interface AskedAbout {
  readonly series: Series
  /** The occurrence or series the message speaks of, made from the series where it has none of its own yet. */
  readonly about: JComponent
  readonly answer: JProperty
}

function askedAbout(component: JComponent, reading: Reading): AskedAbout | ReceivedReason {
  const organizer = organizerOf(component)
  if (organizer === undefined || !reading.me.includes(organizer)) return 'not-organizer'
  const uid = textOf(component, 'uid')
  const series = seriesOf(reading.calendar).find((one) => one.uid === uid)
  if (series === undefined) return 'unknown-event'
  const ms = occurrenceMsOf(component, reading.zones)
  const about =
    componentFor(series, ms, reading.zones) ??
    (ms === undefined
      ? undefined
      : occurrenceComponent(series, ms, reading.zones, { timesLeft: MOST_EFFORT }))
  if (about === undefined) return 'unknown-occurrence'
  const answer = propertyOf(component, 'attendee')
  if (answer === undefined) return 'attendee-missing'
  if (madeMs(component) > reading.nowMs + MOST_AHEAD_MS) return 'dated-ahead'
  return sequenceOf(component) < sequenceOf(about) ? 'outdated' : { series, about, answer }
}

/** DTSTAMP (RFC 5545, 3.8.7.2) in milliseconds; without one it is as old as can be. */
function madeMs(component: JComponent): number {
  const ms = Date.parse(textOf(component, 'dtstamp') ?? '')
  return Number.isNaN(ms) ? -Infinity : ms
}

/** DTSTAMP as times are compared, whatever was written there; empty, before all others, where it is no time. */
function madeAt(component: JComponent): string {
  const ms = madeMs(component)
  return ms === -Infinity ? '' : `${instantFrom(ms).slice(0, 19)}Z`
}

const REFUSED: readonly ReceivedReason[] = ['not-organizer', 'attendee-missing', 'dated-ahead']

function outcomeOf(reason: ReceivedReason): 'ignored' | 'refused' {
  return REFUSED.includes(reason) ? 'refused' : 'ignored'
}

function attendeeProperty(component: JComponent, address: string): JProperty | undefined {
  return propertiesOf(component, 'attendee').find((one) => addressOf(textValue(one[3])) === address)
}

function takenOver(standing: JProperty, answer: JProperty, partstat: string, answeredAt: string): JProperty {
  const delegated = answer[1]['delegated-to']
  const [name, parameters, type, ...values] = withParameter(
    withParameter(withParameter(standing, 'partstat', partstat), 'rsvp', undefined),
    ANSWERED_AT,
    answeredAt,
  )
  return [
    name,
    delegated === undefined ? parameters : { ...parameters, 'delegated-to': delegated },
    type,
    ...values,
  ]
}

function replaced(component: JComponent, address: string, next: JProperty): JComponent {
  const attendees = propertiesOf(component, 'attendee')
  return withProperties(
    component,
    'attendee',
    attendees.map((one) => (addressOf(textValue(one[3])) === address ? next : one)),
  )
}

function withDelegates(component: JComponent, from: string, delegates: readonly string[]): JComponent {
  const added = delegates
    .filter((address) => attendeeProperty(component, address) === undefined)
    .map((address): JProperty => [
      'attendee',
      { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', 'delegated-from': from },
      'cal-address',
      address,
    ])
  return withProperties(component, 'attendee', [...propertiesOf(component, 'attendee'), ...added])
}
