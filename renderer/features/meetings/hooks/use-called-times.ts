import { useMemo } from 'react'
import { wholeDay, type Slot } from '#shared/domain/free/next-free.ts'
import type { Span } from '#shared/domain/free/span.ts'
import type { Room } from '#shared/domain/rooms/room.ts'
import { millisOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useNow, useToday } from '../../../workplace/today.ts'
import { useBusyTimes, type BusyTimes } from './use-busy-times.ts'
import { useNextFree } from './use-next-free.ts'

/** A meeting of which no hours were written yet. */
const USUAL_MINUTES = 120
const NOBODY: readonly string[] = []

/** What a sheet says so far of who is called when, and with which rooms. */
export interface Calling {
  readonly called: readonly string[]
  readonly day: LocalDate
  readonly slot: Span | null
  readonly rooms: readonly Room[]
  readonly chosen: readonly string[]
  /** The meeting that is changed; null: a new one. */
  readonly meeting: string | null
}

/** When all who are called are busy, whoever calls with them, and the next time that suits all: from the chosen time on, never one that is over. */
export function useCalledTimes({ called, day, slot, rooms, chosen, meeting }: Calling): {
  readonly everybody: readonly string[]
  readonly times: BusyTimes
  readonly next: Slot | undefined
} {
  const { post } = useDesk()
  const today = useToday()
  const now = useNow()
  const everybody = useMemo(() => [...new Set([...called, post])], [called, post])
  const times = useBusyTimes(everybody, day > today ? day : today, meeting)
  const wished = slot?.from ?? wholeDay(day).from
  const next = useNextFree({
    posts: called.length === 0 ? NOBODY : everybody,
    ...{ times, rooms, chosen, meeting },
    called: everybody.length,
    after: wished > now ? wished : now,
    minutes: slot === null ? USUAL_MINUTES : (millisOf(slot.until) - millisOf(slot.from)) / 60_000,
  })
  return { everybody, times, next }
}
