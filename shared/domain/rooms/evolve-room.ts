import { instantFrom, millisOf, type Instant } from '../../kernel/instant.ts'
import { bookingOf, type Booking, type Loss, type Room } from './room.ts'
import type { RoomEvent } from './room-events.ts'

/** Bookings and losses this long past are in the log only. */
const KEPT_DAYS = 60
/** Of what is past, and of what was lost otherwise than by whoever keeps the room, so many of the newest. */
const MOST_PAST = 300

/** Never refuses: an event about a room that nobody named makes one without a name that is not in use. */
export function evolveRoom(state: Room | undefined, event: RoomEvent, id: string): Room {
  const before = state ?? nothing(id)
  switch (event.type) {
    case 'kept':
      return pruned({ ...before, ...event.details }, event.at)
    case 'booked': {
      const { meeting, post, from, until } = event
      const others = before.bookings.filter((one) => one.meeting !== meeting)
      const bookings = [...others, { meeting, post, from, until }].toSorted(byBegin)
      // What its keeper took back stays taken back, whatever other time the meeting has meanwhile.
      const losses = before.losses.filter((one) => one.meeting !== meeting || one.why === 'byKeeper')
      return pruned({ ...before, bookings, losses }, event.at)
    }
    case 'released': {
      const { meeting, why, reason, at } = event
      const held = bookingOf(before, meeting)
      if (held === undefined) return before
      const bookings = before.bookings.filter((one) => one !== held)
      const loss: Loss = { meeting, from: held.from, until: held.until, why, reason, at }
      return pruned({ ...before, bookings, losses: [...before.losses.filter(isOther(loss)), loss] }, at)
    }
  }
}

const nothing = (id: string): Room => ({
  id,
  kind: 'room',
  name: '',
  seats: null,
  place: '',
  has: [],
  isInUse: false,
  bookings: [],
  losses: [],
})

const isOther =
  (loss: Loss) =>
  ({ meeting, why, from, until }: Loss): boolean =>
    meeting !== loss.meeting || why !== loss.why || from !== loss.from || until !== loss.until

const byBegin = (one: Booking, other: Booking): number => (one.from < other.from ? -1 : 1)

function pruned(room: Room, at: Instant): Room {
  const oldest = instantFrom(millisOf(at) - KEPT_DAYS * 86_400_000)
  const isKept = ({ until }: { readonly until: Instant }): boolean => until > oldest
  const bookings = room.bookings.filter(isKept)
  const past = bookings.filter(({ until }) => until <= at)
  const losses = room.losses.filter(isKept)
  const others = losses.filter(({ why }) => why !== 'byKeeper')
  return {
    ...room,
    bookings: without(bookings, past.slice(0, -MOST_PAST)),
    losses: without(losses, others.slice(0, -MOST_PAST)),
  }
}

function without<T>(list: readonly T[], gone: readonly T[]): readonly T[] {
  const left = new Set(gone)
  return left.size === 0 ? list : list.filter((one) => !left.has(one))
}
