import { z } from 'zod'
import { calendarSeen } from '../configuration/effective.ts'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
} from '../decision.ts'
import { nextFree } from '../free/next-free.ts'
import type { Span } from '../free/span.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { happened, unlessRunning } from '../meetings/entitled.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { parserOf } from '../parse-command.ts'
import { millisOf, type Instant } from '../../kernel/instant.ts'
import { evolveRoom } from './evolve-room.ts'
import type { RoomEvent } from './room-events.ts'
import {
  bookingOf,
  clashIn,
  FURTHEST_BOOKING_DAYS,
  holdsMost,
  LONGEST_BOOKING_DAYS,
  mayKeepRooms,
  MOST_BOOKINGS_AHEAD,
  roomDetails,
  takenBackFrom,
  type LossReason,
  type Room,
} from './room.ts'

const ofMeeting = z.string().min(1).max(64)
const roomCommands = {
  'room.keep': roomDetails,
  /** Holds it for as long as the meeting lasts, by what the meeting says. */
  'room.book': z.strictObject({ meeting: ofMeeting }),
  'room.release': z.strictObject({ meeting: ofMeeting, reason: z.string().trim().max(500) }),
  /** The node makes a booking what its meeting has become. */
  'room.follow': z.strictObject({ meeting: ofMeeting }),
} as const
type RoomCommand = {
  [T in keyof typeof roomCommands]: { readonly type: T; readonly payload: z.infer<(typeof roomCommands)[T]> }
}[keyof typeof roomCommands]

/** A room or a piece of equipment: bookings are decided here, one after the other, so that no two meetings hold it at once. */
export const roomDecider: Decider<Room, RoomCommand, RoomEvent> = {
  kind: 'room',
  parse: parserOf(roomCommands),
  decide,
  evolve: evolveRoom,
  audienceOf: (): Audience => ['agency'],
  eventTypes: ['kept', 'booked', 'released'],
}

function decide(
  state: Room | undefined,
  command: RoomCommand,
  context: DecisionContext,
): Decision<RoomEvent> {
  if (secretMarkIn(linesIn(command.payload)) !== undefined) return refuse('secret-refused')
  if (command.type === 'room.keep') {
    if (!mayKeepRooms(context.actor)) return refuse('room-keepers-only')
    return events({ ...happened(context), type: 'kept', details: command.payload })
  }
  if (state === undefined) return refuse('unknown-object')
  const meeting = context.look('meeting', command.payload.meeting) as Meeting | undefined
  switch (command.type) {
    case 'room.book':
      return decideBooking(state, meeting, context)
    case 'room.release':
      return decideRelease(state, meeting, command.payload, context)
    case 'room.follow':
      return context.actor.roles.includes('node')
        ? follow(state, meeting, command.payload.meeting, context)
        : refuse('node-only')
  }
}

/** Whether a meeting still asks for a room. */
const wants = ({ status, rooms }: Meeting, room: string): boolean =>
  (rooms ?? []).includes(room) && (status === 'draft' || status === 'called' || status === 'inSession')

function decideBooking(
  state: Room,
  meeting: Meeting | undefined,
  context: DecisionContext,
): Decision<RoomEvent> {
  if (meeting === undefined || !wants(meeting, state.id)) return refuse('room-for-its-meeting')
  const refused = unlessRunning(meeting, context)
  if (refused !== undefined) return refused
  const { id, from, until } = meeting
  const held = bookingOf(state, id)
  if (held?.from === from && held.until === until) return events()
  if (!state.isInUse) return refuse('room-out-of-use', { name: state.name })
  if (isTooLong(meeting)) return refuse('room-too-long', { days: LONGEST_BOOKING_DAYS })
  if (isTooFar(meeting, context)) return refuse('room-too-far', { days: FURTHEST_BOOKING_DAYS })
  const takenBack = takenBackFrom(state, meeting)
  if (takenBack !== undefined)
    return refuse('room-taken-back', { name: state.name, reason: takenBack.reason })
  const { post } = context.actor
  if (holdsMost(state, post, id, nowOf(context)))
    return refuse('room-too-many', { name: state.name, most: MOST_BOOKINGS_AHEAD })
  const clash = clashIn(state, meeting, id)
  if (clash !== undefined) {
    const next = freeAfter(state, meeting, context)
    return refuse('room-taken', { name: state.name, from: clash.from, until: clash.until, next })
  }
  return events({ ...happened(context), type: 'booked', meeting: id, post, from, until })
}

const isTooLong = ({ from, until }: Span): boolean =>
  millisOf(until) - millisOf(from) > LONGEST_BOOKING_DAYS * 86_400_000

const isTooFar = ({ from }: Span, context: DecisionContext): boolean =>
  millisOf(from) - millisOf(nowOf(context)) > FURTHEST_BOOKING_DAYS * 86_400_000

/** By the clock of the node where it is asked: a desk may claim another day. */
const nowOf = ({ at, receivedAt }: DecisionContext): Instant => receivedAt ?? at

/** From when on a meeting as long as this one could have the room. */
function freeAfter(state: Room, meeting: Meeting, { look, today }: DecisionContext): string {
  const busy = state.bookings.filter((one) => one.meeting !== meeting.id)
  const minutes = (millisOf(meeting.until) - millisOf(meeting.from)) / 60_000
  const calendar = calendarSeen(look, today)
  const slot = nextFree({ calendar, after: meeting.from, minutes, busy, places: null })
  const last = busy.reduce((latest, { until }) => (until > latest ? until : latest), meeting.from)
  return slot?.from ?? last
}

/** Whoever runs the meeting gives its room back; who keeps the room may take it, and says why. */
function decideRelease(
  state: Room,
  meeting: Meeting | undefined,
  { meeting: id, reason }: { readonly meeting: string; readonly reason: string },
  context: DecisionContext,
): Decision<RoomEvent> {
  const isCaller = meeting !== undefined && unlessRunning(meeting, context) === undefined
  if (!isCaller && !mayKeepRooms(context.actor)) return refuse('room-by-caller')
  if (bookingOf(state, id) === undefined) return events()
  if (!isCaller && reason === '') return refuse('reason-missing')
  const why = isCaller ? 'byCaller' : 'byKeeper'
  return events({ ...happened(context), type: 'released', meeting: id, why, reason })
}

/** A meeting that moved takes its booking with it where the room is free; otherwise it loses it, and others may have the room, as they may when it ended early. What is past stays as it was. */
function follow(
  state: Room,
  meeting: Meeting | undefined,
  id: string,
  context: DecisionContext,
): Decision<RoomEvent> {
  const held = bookingOf(state, id)
  if (held === undefined) return events()
  const gone = (why: LossReason): Decision<RoomEvent> =>
    events({ ...happened(context), type: 'released', meeting: id, why, reason: '' })
  if (meeting?.closedAt != null) {
    const { closedAt: until } = meeting
    if (until >= held.until) return events()
    if (until <= held.from) return gone('ended')
    return events({ ...happened(context), type: 'booked', ...held, until })
  }
  if (meeting === undefined || !wants(meeting, state.id))
    return held.until <= nowOf(context) ? events() : gone('ended')
  const { from, until } = meeting
  if (held.from === from && held.until === until) return events()
  if (!state.isInUse) return gone('outOfUse')
  const isMost = holdsMost(state, held.post, id, nowOf(context))
  const mayNot =
    isTooLong(meeting) || isTooFar(meeting, context) || isMost || takenBackFrom(state, meeting) !== undefined
  if (mayNot) return gone('notBookable')
  if (clashIn(state, meeting, id) !== undefined) return gone('taken')
  return events({ ...happened(context), type: 'booked', meeting: id, post: held.post, from, until })
}
