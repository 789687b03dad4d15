import {
  componentsOf,
  parameterOf,
  propertiesOf,
  propertyOf,
  textOf,
  textValue,
  type JComponent,
} from '../jcal.ts'
import { addressOf } from '../attendee.ts'
import { eventOf } from '../event.ts'
import { seriesOf } from '../series.ts'
import { attendeesOf, componentsOfSeries, organizerOf } from './components.ts'
import { methodOf, type ItipMethod } from './message.ts'
import { receiveCancel, receiveRequest, receiveAddition } from './receive-as-attendee.ts'
import { receiveCounter, receiveRefresh, receiveReply } from './receive-as-organizer.ts'
import { unchanged, type Reading, type Received, type ReceivedReason } from './received.ts'

/**
 * What a scheduling message does to a calendar (RFC 5546, 3.2). A message is about one event; who may say what is checked against the
 * proven sender, where there is one, and the organizer that the calendar knows.
 */
export function receiveMessage(message: JComponent, reading: Reading): Received {
  const method = methodOf(message)
  if (method === undefined) return unchanged(reading, 'refused', 'method-missing')
  const components = componentsOf(message, 'vevent')
  const [first] = components
  if (first === undefined) return unchanged(reading, 'refused', 'event-missing')
  if (components.some((one) => textOf(one, 'uid') !== textOf(first, 'uid')))
    return unchanged(reading, 'refused', 'event-unreadable')
  const problem = lackOf(method, components) ?? strangerOf(method, first, reading)
  if (problem !== undefined) return unchanged(reading, 'refused', problem)
  switch (method) {
    case 'REQUEST':
    case 'PUBLISH':
      return receiveRequest(method, components, reading)
    case 'ADD':
      return receiveAddition(first, reading)
    case 'CANCEL':
      return receiveCancel(components, reading)
    case 'REPLY':
      return receiveReply(first, reading)
    case 'COUNTER':
      return receiveCounter(first, reading)
    case 'REFRESH':
      return receiveRefresh(first, reading)
    case 'DECLINECOUNTER':
      return unchanged(reading, 'ignored', 'counter-declined')
  }
}

const BY_ATTENDEE: readonly ItipMethod[] = ['REPLY', 'COUNTER', 'REFRESH']
const WITHOUT_TIMES: readonly ItipMethod[] = ['REPLY', 'CANCEL', 'REFRESH', 'DECLINECOUNTER']

/** What the tables of RFC 5546, 3.2 ask of the method and the message lacks. */
function lackOf(method: ItipMethod, components: readonly JComponent[]): ReceivedReason | undefined {
  const [first] = components
  if (first === undefined || textOf(first, 'uid') === undefined) return 'event-unreadable'
  if (organizerOf(first) === undefined && method !== 'PUBLISH') return 'organizer-missing'
  if (BY_ATTENDEE.includes(method) && attendeesOf(first).length !== 1) return 'attendee-missing'
  const mustBeWhole = !WITHOUT_TIMES.includes(method)
  return mustBeWhole && components.some((one) => typeof eventOf(one) === 'string')
    ? 'event-unreadable'
    : undefined
}

/**
 * Who may not say this: a proven sender that is neither who speaks in the message nor whom that person lets speak. Of an event that is known
 * the calendar tells whom (SENT-BY): the message alone could name anybody.
 */
function strangerOf(method: ItipMethod, component: JComponent, reading: Reading): ReceivedReason | undefined {
  const isByAttendee = BY_ATTENDEE.includes(method)
  const known = seriesOf(reading.calendar).find(({ uid }) => uid === textOf(component, 'uid'))
  const caller = known && organizerOf(known.master ?? known.overrides[0] ?? component)
  const claimed = organizerOf(component)
  if (caller !== undefined && claimed !== caller) return 'organizer-changed'
  const isOwn = known !== undefined && caller === undefined
  if (isOwn && !isByAttendee && claimed !== undefined && !reading.me.includes(claimed))
    return 'own-appointment'
  if (reading.from === undefined) return undefined
  const name = isByAttendee ? 'attendee' : 'organizer'
  const speaker = propertyOf(component, name)
  if (speaker === undefined) return undefined
  const address = addressOf(textValue(speaker[3]))
  const told = known === undefined ? [component] : componentsOfSeries(known)
  const own = told
    .flatMap((one) => propertiesOf(one, name))
    .filter((one) => addressOf(textValue(one[3])) === address)
  const speakers = [address, ...own.flatMap((one) => parameterOf(one, 'sent-by') ?? []).map(addressOf)]
  if (speakers.includes(addressOf(reading.from))) return undefined
  return isByAttendee ? 'sender-not-attendee' : 'sender-not-organizer'
}
