import type { Instant } from '../../kernel/instant.ts'
import { millisOf } from '../../kernel/instant.ts'
import { timeProperty, vietnamTime } from './calendar-time.ts'
import { messageOf } from './itip/message.ts'
import type { JComponent, JProperty } from './jcal.ts'

/** Somebody in an invitation: an address such as `mailto:…`, and the name that is shown. */
export interface Invitee {
  readonly address: string
  readonly name: string
  readonly isChair?: boolean
}

/** A meeting as those outside are told of it. */
export interface ToldMeeting {
  readonly uid: string
  /** RFC 5546, 2.1.4: raised by each change. */
  readonly sequence: number
  readonly stampedAt: Instant
  readonly title: string
  readonly from: Instant
  readonly until: Instant
  readonly place: string
  readonly callUrl: string | null
  readonly description: string
  readonly organizer: Invitee
  readonly attendees: readonly Invitee[]
}

/** The iTIP message that invites to a meeting, calls it off, or does not take another time (RFC 5546, 3.2.2, 3.2.5 and 3.2.8); its times are on the clock of Vietnam. */
export function meetingMessage(
  method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER',
  told: ToldMeeting,
): JComponent {
  return messageOf(method, [eventOfMeeting(method, told)])
}

/** The event of such a message. */
export function eventOfMeeting(method: Parameters<typeof meetingMessage>[0], told: ToldMeeting): JComponent {
  const text = (name: string, value: string): readonly JProperty[] =>
    value.trim() === '' ? [] : [[name, {}, 'text', value.normalize('NFC')]]
  const isOff = method === 'CANCEL'
  const properties: readonly JProperty[] = [
    ['uid', {}, 'text', told.uid],
    ['dtstamp', {}, 'date-time', `${told.stampedAt.slice(0, 19)}Z`],
    ['sequence', {}, 'integer', told.sequence],
    timeProperty('dtstart', vietnamTime(millisOf(told.from))),
    timeProperty('dtend', vietnamTime(millisOf(told.until))),
    ...text('summary', told.title),
    ...text('location', told.place),
    ...text('description', told.description),
    ...(told.callUrl === null ? [] : [['url', {}, 'uri', told.callUrl] as const]),
    ['status', {}, 'text', isOff ? 'CANCELLED' : 'CONFIRMED'],
    ['organizer', { cn: told.organizer.name }, 'cal-address', told.organizer.address],
    ...told.attendees.map((one) => attendee(one, isOff)),
  ]
  return ['vevent', properties, []]
}

function attendee({ address, name, isChair = false }: Invitee, isOff: boolean): JProperty {
  const asked = isOff ? {} : { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }
  return [
    'attendee',
    { cn: name, role: isChair ? 'CHAIR' : 'REQ-PARTICIPANT', ...asked },
    'cal-address',
    address,
  ]
}
