import type { OutsiderAttendance, OutsiderReply } from '../../domain/meetings/outsider-answer.ts'
import { instantFrom, type LocalDate } from '../../kernel/instant.ts'
import { addressOf, attendeeOf } from './attendee.ts'
import { eventOf } from './event.ts'
import { receiveMessage } from './itip/receive.ts'
import type { ReceivedReason } from './itip/received.ts'
import { componentsOf, propertyOf, textOf, type JComponent } from './jcal.ts'
import { meetingMessage, type ToldMeeting } from './meeting-message.ts'
import { readCalendar } from './read-calendar.ts'
import { dateMeant, seriesMessage, type ToldSeries } from './series-message.ts'
import { instantMsOf, zonesOf } from './zones.ts'

/** Why a file says nothing about a meeting: it is no calendar, no answer, or one that RFC 5546 does not let count. */
export type NoReply = ReceivedReason | 'not-calendar' | 'not-reply'

const MAILTO = 'mailto:'
const ATTENDANCES: Readonly<Record<string, OutsiderAttendance>> = {
  ACCEPTED: 'coming',
  DECLINED: 'absent',
  TENTATIVE: 'maybe',
}

/** What a file says that somebody from outside sent back: their answer, or another time they propose. */
export function outsiderReplyIn(
  bytes: Uint8Array,
  told: ToldMeeting,
  nowMs: number,
): OutsiderReply | NoReply {
  const found = replyTo(bytes, meetingMessage('REQUEST', told), told.organizer.address, nowMs)
  return typeof found === 'string' ? found : found.reply
}

/** What a file says of a series, and of which of its dates; null: of all of them. */
export function seriesReplyIn(
  bytes: Uint8Array,
  series: ToldSeries,
  nowMs: number,
): { readonly reply: OutsiderReply; readonly on: LocalDate | null } | NoReply {
  const [first] = series.dates
  if (first === undefined) return 'unknown-event'
  const found = replyTo(bytes, seriesMessage('REQUEST', series), first.told.organizer.address, nowMs)
  return typeof found === 'string' ? found : { reply: found.reply, on: dateMeant(found.message) }
}

function replyTo(
  bytes: Uint8Array,
  calendar: JComponent,
  organizer: string,
  nowMs: number,
): { readonly reply: OutsiderReply; readonly message: JComponent } | NoReply {
  const read = readCalendar(bytes)
  if (!read.ok) return 'not-calendar'
  const received = receiveMessage(read.calendar, {
    calendar,
    zones: zonesOf(read.calendar),
    me: [addressOf(organizer)],
    from: undefined,
    nowMs,
  })
  const [message] = componentsOf(read.calendar, 'vevent')
  if (message === undefined) return 'not-reply'
  const { proposal } = received
  if (proposal === undefined && received.outcome !== 'applied') return received.reason ?? 'not-reply'
  const reply =
    proposal === undefined
      ? (answered(message, nowMs) ?? 'not-reply')
      : proposed(read.calendar, proposal, nowMs)
  return typeof reply === 'string' ? reply : { reply, message }
}

function answered(message: JComponent, nowMs: number): OutsiderReply | undefined {
  const property = propertyOf(message, 'attendee')
  if (property === undefined) return undefined
  const { address, partstat } = attendeeOf(property)
  const attendance = ATTENDANCES[partstat]
  if (attendance === undefined || !address.startsWith(MAILTO)) return undefined
  return {
    address: address.slice(MAILTO.length),
    attendance,
    words: (textOf(message, 'comment') ?? '').normalize('NFC').slice(0, 4000),
    proposal: null,
    saidAt: saidAt(message, nowMs),
  }
}

function proposed(calendar: JComponent, proposal: JComponent, nowMs: number): OutsiderReply | NoReply {
  const event = eventOf(proposal)
  const answer = answered(proposal, nowMs)
  const property = propertyOf(proposal, 'attendee')
  if (typeof event === 'string' || property === undefined) return 'event-unreadable'
  const zones = zonesOf(calendar)
  const address = attendeeOf(property).address
  if (!address.startsWith(MAILTO)) return 'not-reply'
  return {
    address: address.slice(MAILTO.length),
    attendance: answer?.attendance ?? 'maybe',
    words: answer?.words ?? (textOf(proposal, 'comment') ?? '').normalize('NFC').slice(0, 4000),
    proposal: {
      from: instantFrom(instantMsOf(event.start, zones)),
      until: instantFrom(instantMsOf(event.end, zones)),
    },
    saidAt: saidAt(proposal, nowMs),
  }
}

/** DTSTAMP, when the message was made (RFC 5545, 3.8.7.2). */
function saidAt(message: JComponent, nowMs: number): string {
  const ms = Date.parse(textOf(message, 'dtstamp') ?? '')
  return instantFrom(Number.isNaN(ms) ? nowMs : ms)
}
