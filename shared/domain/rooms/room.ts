import { z } from 'zod'
import { overlaps, type Span } from '../free/span.ts'
import type { Role } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'

/** What is lent for meetings: rooms, and equipment that is carried to them. Stored and exchanged. */
export const roomKinds = ['room', 'equipment'] as const
export type RoomKind = (typeof roomKinds)[number]

const line = z.string().trim().min(1).max(200)

/** What whoever keeps a room says of it. */
export const roomDetails = z.strictObject({
  kind: z.enum(roomKinds),
  name: line,
  /** Null: of equipment, or not known. */
  seats: z.int().min(1).max(10_000).nullable(),
  /** Where it is: house, floor, or where equipment is handed out. */
  place: z.string().trim().max(500),
  /** What is in it, each in a few words. */
  has: z.array(line).max(40),
  /** False: no bookings are taken, such as while it is repaired. */
  isInUse: z.boolean(),
})
export type RoomDetails = z.infer<typeof roomDetails>

/** It is held for a meeting. Says when and by whom, nothing of what the meeting is. */
export interface Booking extends Span {
  readonly meeting: string
  /** The post that asked for it. */
  readonly post: string
}

/** Why a meeting has a room no longer. Stored. */
export const lossReasons = ['ended', 'taken', 'outOfUse', 'byKeeper', 'byCaller', 'notBookable'] as const
export type LossReason = (typeof lossReasons)[number]

/** A booking that is gone though its meeting may still want it. */
export interface Loss extends Span {
  readonly meeting: string
  readonly why: LossReason
  readonly reason: string
  readonly at: Instant
}

/** A room or a piece of equipment with its bookings, of which no two overlap. Everybody in the agency sees it. */
export interface Room extends RoomDetails {
  readonly id: string
  /** By when they begin. */
  readonly bookings: readonly Booking[]
  readonly losses: readonly Loss[]
}

/** A booking lasts at most so long: a room is not kept from the others for good. */
export const LONGEST_BOOKING_DAYS = 14
/** It begins no later than so many days ahead: a series of a year finds its rooms, and nobody keeps one for ever. */
export const FURTHEST_BOOKING_DAYS = 366
/** Coming bookings of one post in one room: two meetings a week for a year, and some more. */
export const MOST_BOOKINGS_AHEAD = 120

/** The booking of a meeting. */
export const bookingOf = ({ bookings }: Pick<Room, 'bookings'>, meeting: string): Booking | undefined =>
  bookings.find((one) => one.meeting === meeting)

/** The booking of another meeting that stands in the way. */
export const clashIn = (
  { bookings }: Pick<Room, 'bookings'>,
  span: Span,
  meeting: string,
): Booking | undefined => bookings.find((one) => one.meeting !== meeting && overlaps(one, span))

/** That whoever keeps the room took it back from this meeting at this very time. */
export const takenBackFrom = (
  { losses }: Pick<Room, 'losses'>,
  { id, from, until }: Span & { readonly id: string },
): Loss | undefined =>
  losses.findLast(
    (one) => one.meeting === id && one.why === 'byKeeper' && one.from === from && one.until === until,
  )

/** Whether a post holds as many coming bookings as one may, beside that of this meeting. */
export const holdsMost = (
  { bookings }: Pick<Room, 'bookings'>,
  post: string,
  meeting: string,
  now: Instant,
): boolean =>
  bookings.filter((one) => one.post === post && one.meeting !== meeting && one.until > now).length >=
  MOST_BOOKINGS_AHEAD

/** Whether somebody names and changes rooms: the office of the agency (văn thư) and the administrator. */
export const mayKeepRooms = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  roles.includes('clerk') || roles.includes('administrator')
