import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  remindersAhead,
  remindersAt,
  saidAtOnce,
  type AppointmentReminder,
} from '#shared/exchange/calendar/personal/appointment-reminders.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { usePersonalCalendar } from '../database/use-live-meetings.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { webLockAlone } from '../sync/run-alone.ts'
import { useNow, useToday } from '../workplace/today.ts'
import { dayStartMs } from '../features/schedule/personal/calendar-item.ts'
import { notToldBefore } from './told-reminders.ts'

interface Shown {
  readonly due: readonly AppointmentReminder[]
  /** Told together: they passed while nobody was there. */
  readonly missed: readonly AppointmentReminder[]
}

const NONE: Shown = { due: [], missed: [] }

/** Appointments of one's own that are to be reminded of, each told once on this machine; `onTold` for each at once. */
export function useAppointmentReminders(onTold: (reminder: AppointmentReminder) => void): Shown & {
  /** Also of those that are not named. */
  readonly missedCount: number
  readonly dismiss: (key: string) => void
  readonly dismissMissed: () => void
} {
  const { person, workspace } = useDesk()
  const state = usePersonalCalendar(person)?.state
  const today = useToday()
  const now = useNow()
  const ahead = useMemo(
    () =>
      state === undefined
        ? []
        : remindersAhead(Object.values(state.entries), state.addresses, dayStartMs(today)),
    [state, today],
  )
  const [shown, setShown] = useState<Shown>(NONE)
  useEffect(() => {
    const { due, missed } = remindersAt(ahead, millisOf(now))
    if (due.length + missed.length === 0) return
    // Of several windows one tells it.
    void webLockAlone(`congso-appointments/${workspace}/${person}`, () => {
      const fresh = new Set(notToldBefore([...due, ...missed], { person, workspace }, now))
      const told = {
        due: due.filter((one) => fresh.has(one)),
        missed: missed.filter((one) => fresh.has(one)),
      }
      saidAtOnce(told).due.forEach(onTold)
      if (fresh.size > 0)
        setShown((before) => ({
          due: [...before.due, ...told.due],
          missed: [...before.missed, ...told.missed],
        }))
      return Promise.resolve()
    })
  }, [ahead, now, person, workspace, onTold])
  const dismiss = useCallback(
    (key: string) => setShown((before) => ({ ...before, due: before.due.filter((one) => one.key !== key) })),
    [],
  )
  const dismissMissed = useCallback(() => setShown((before) => ({ ...before, missed: [] })), [])
  // What was moved or taken out since, or is long under way, is not announced any more.
  const still = new Set(remindersAt(ahead, millisOf(now)).due.map(({ key }) => key))
  const { due, missed } = saidAtOnce({ ...shown, due: shown.due.filter(({ key }) => still.has(key)) })
  return { due, missed, missedCount: shown.missed.length, dismiss, dismissMissed }
}
