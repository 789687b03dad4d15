import { useMemo } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { TypedGuest } from '#shared/domain/schedule/personal/guest-lines.ts'
import {
  calledAs,
  countToTell,
  guestsOf,
  isCalledOff,
  mayHaveGuests,
} from '#shared/exchange/calendar/personal/guests.ts'
import { useDesk } from '../../../../sync/desk-context.tsx'
import { useMe } from '../../../../workplace/me.ts'
import type { CalendarItem } from '../calendar-item.ts'
import { useAppointmentActs } from '../use-appointment-acts.ts'
import type { Calling, CallingStart } from './guest-fields.tsx'
import { mailOf } from './mail-of.ts'

/** Guests of all of one's appointments. */
export interface PersonalGuests {
  /** Appointments of which somebody has still to be told something, however long ago that was. */
  readonly untold: readonly CalendarEntry[]
  readonly count: number
  readonly startFor: (item: CalendarItem | undefined) => CallingStart | null
  /** The address guests were called under is one's own from now on. */
  readonly remember: (calling: Calling) => void
}

const NO_ENTRIES: Readonly<Record<string, CalendarEntry>> = {}
const NO_ADDRESSES: readonly string[] = []
const MOST_ADDRESSES = 10

export function usePersonalGuests(
  entries: Readonly<Record<string, CalendarEntry>> = NO_ENTRIES,
  addresses: readonly string[] = NO_ADDRESSES,
): PersonalGuests {
  const { person } = useDesk()
  const name = useMe()?.name ?? ''
  const acts = useAppointmentActs(person)
  return useMemo(() => {
    const called = Object.values(entries).filter(({ guests }) => guests !== undefined)
    const untold = called.filter((entry) => countToTell(entry) > 0)
    const known = new Map<string, TypedGuest>()
    for (const guest of called.toReversed().flatMap(guestsOf)) {
      const address = mailOf(guest.address)
      if (!known.has(address)) known.set(address, { name: guest.name, address })
    }
    return {
      untold,
      count: untold.reduce((sum, entry) => sum + countToTell(entry), 0),
      startFor: (item) => {
        const uid = typeof item?.at === 'object' ? item.at?.uid : undefined
        const entry = uid === undefined ? undefined : entries[uid]
        if (entry !== undefined && (isCalledOff(entry) || !mayHaveGuests(entry, addresses))) return null
        return {
          guests: entry === undefined ? [] : guestsOf(entry),
          as: entry && calledAs(entry),
          usual: addresses[0],
          name,
          known: [...known.values()],
        }
      },
      remember: ({ as }) => {
        if (!addresses.includes(as.address))
          void acts.answerAs([...addresses, as.address].slice(-MOST_ADDRESSES))
      },
    }
  }, [entries, addresses, name, acts])
}
