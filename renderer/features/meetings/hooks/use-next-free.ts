import { useMemo } from 'react'
import { nextFree, type Slot } from '#shared/domain/free/next-free.ts'
import type { Span } from '#shared/domain/free/span.ts'
import type { Room } from '#shared/domain/rooms/room.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import type { BusyTimes } from './use-busy-times.ts'

interface Wanted {
  readonly posts: readonly string[]
  readonly times: BusyTimes
  readonly rooms: readonly Room[]
  /** Rooms and equipment that were chosen; without a room among them, one that has seats for everybody is looked for. */
  readonly chosen: readonly string[]
  readonly meeting: string | null
  readonly called: number
  readonly after: Instant
  readonly minutes: number
}

/** The earliest time at which all who are called are free, with what was chosen, or with a room for so many. */
export function useNextFree(wanted: Wanted): Slot | undefined {
  const { posts, times, rooms, chosen, meeting, called, after, minutes } = wanted
  const calendar = useCalendar()
  return useMemo(() => {
    if (posts.length === 0) return undefined
    const held = rooms.filter(({ id }) => chosen.includes(id))
    const busy = [
      ...posts.flatMap((post) => times.of(post) ?? []),
      ...held.flatMap((room) => bookedBy(room, meeting)),
    ]
    const fitting = rooms.filter(
      ({ kind, isInUse, seats }) => kind === 'room' && isInUse && (seats ?? 0) >= called,
    )
    const hasRoom = held.some(({ kind }) => kind === 'room')
    const bySize = fitting.toSorted((a, b) => (a.seats ?? 0) - (b.seats ?? 0))
    const places =
      hasRoom || bySize.length === 0
        ? null
        : bySize.map((room) => ({ id: room.id, busy: bookedBy(room, meeting) }))
    return nextFree({ calendar, after, minutes, busy, places })
  }, [posts, times, rooms, chosen, meeting, called, after, minutes, calendar])
}

const bookedBy = ({ bookings }: Room, meeting: string | null): readonly Span[] =>
  bookings.filter((one) => one.meeting !== meeting)
