import { useMemo } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { QuickEntry } from '#shared/domain/schedule/personal/quick-entry.ts'
import {
  appointmentOf,
  newEntry,
  type Appointment,
  type AppointmentTime,
} from '#shared/exchange/calendar/personal/compose-entry.ts'
import {
  calledOff,
  occurrenceChanged,
  occurrenceLeftOut,
  seriesChanged,
} from '#shared/exchange/calendar/personal/guest-changes.ts'
import { isCalledOff, withGuests } from '#shared/exchange/calendar/personal/guests.ts'
import { firstStartMs } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import type { Scope } from './appointment-sheet.tsx'
import { dayOfMs, dayStartMs, type CalendarItem } from './calendar-item.ts'
import type { Calling } from './guests/guest-fields.tsx'
import { whenWords } from './time-words.ts'
import { useAppointmentActs } from './use-appointment-acts.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const USUAL = { from: 8 * 60, until: 9 * 60 } as const

/** What is done with appointments as the screen shows them; each answers whether it was. */
export interface Appointments {
  /** A blank one on a day. */
  readonly begun: (day: LocalDate) => Appointment
  /** As it is written; undefined for what is no appointment of one's own. */
  readonly written: (item: CalendarItem) => Appointment | undefined
  readonly add: (entry: QuickEntry) => Promise<boolean>
  /** Answers it as it is kept; undefined when it was not. */
  readonly write: (
    item: CalendarItem | undefined,
    appointment: Appointment,
    scope: Scope,
    calling: Calling | null,
  ) => Promise<CalendarEntry | undefined>
  /** Answers the entry that is left for as long as guests have to be told; undefined when none is. */
  readonly remove: (item: CalendarItem, scope: Scope) => Promise<CalendarEntry | undefined>
  /** Takes it out for the meeting that was made of it. */
  readonly replace: (item: CalendarItem) => Promise<void>
  /** Answers the day it is on then. */
  readonly move: (item: CalendarItem, minutes: number) => Promise<LocalDate | undefined>
}

export function useAppointments(
  owner: string,
  entries: Readonly<Record<string, CalendarEntry>> | undefined,
): Appointments {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const acts = useAppointmentActs(owner)
  return useMemo(() => {
    const found = (item: CalendarItem) => {
      const at = typeof item.at === 'object' ? item.at : null
      const entry = at === null || item.kind !== 'appointment' ? undefined : entries?.[at.uid]
      return at === null || entry === undefined ? undefined : { at, entry }
    }
    const written: Appointments['written'] = (item) => {
      const known = found(item)
      return known && appointmentOf(known.entry, null, timeOfItem(item))
    }
    const keep = async (
      entry: CalendarEntry,
      word: 'added' | 'changed' | 'removed' | 'moved',
      when: string,
    ): Promise<CalendarEntry | undefined> => {
      const icon = word === 'removed' ? 'trash' : 'calendar'
      const done = await acts.keep(entry, { icon, text: t(`schedule.mine.done.${word}`, { when }) })
      return done && entry
    }
    const words = (time: AppointmentTime): string => whenWords(formats, itemTime(time))
    const create = (appointment: Appointment, calling: Calling | null = null) => {
      const entry = newEntry(`${desk.newId()}@congso`, appointment, Date.now())
      return keep(withCalling(entry, calling), 'added', words(appointment.time))
    }
    return {
      begun: (day) => ({
        title: '',
        place: '',
        notes: '',
        time: hoursOn(day, USUAL),
        repeat: null,
        reminder: null,
      }),
      written,
      add: async ({ title, place, first, last, hours, repeat, reminder }) => {
        const time = hours === null ? ({ kind: 'days', first, last } as const) : hoursOn(first, hours)
        return (await create({ title, place, repeat, reminder, notes: '', time })) !== undefined
      },
      write: async (item, appointment, scope, calling) => {
        const known = item && found(item)
        if (known === undefined) return create(appointment, calling)
        const { at, entry } = known
        const next =
          scope === 'one' && at.originalMs !== null
            ? occurrenceChanged(entry, at.originalMs, appointment, Date.now())
            : seriesChanged(entry, inSeries(entry, at.originalMs, appointment), Date.now())
        return keep(withCalling(next, calling), 'changed', words(appointment.time))
      },
      remove: async (item, scope) => {
        const known = found(item)
        if (known === undefined) return undefined
        const { at, entry } = known
        const when = whenWords(formats, item)
        if (scope === 'one' && at.originalMs !== null)
          return keep(occurrenceLeftOut(entry, at.originalMs, Date.now()), 'removed', when)
        const off = isCalledOff(entry) ? undefined : calledOff(entry, Date.now())
        if (off !== undefined) return keep(off, 'removed', when)
        await acts.remove(entry.uid, { icon: 'trash', text: t('schedule.mine.done.removed', { when }) })
        return undefined
      },
      replace: async (item) => {
        const known = found(item)
        if (known === undefined) return
        const text = t('schedule.mine.done.replaced', { when: whenWords(formats, item) })
        await acts.remove(known.entry.uid, { icon: 'users', text })
      },
      move: async (item, minutes) => {
        const known = found(item)
        const before = written(item)
        const isByDays = minutes % DAY_MINUTES === 0
        if (known === undefined || before === undefined || (item.days !== null && !isByDays)) return undefined
        const { at, entry } = known
        const time = movedTime(before.time, minutes)
        const next =
          at.originalMs === null
            ? seriesChanged(entry, { ...before, time }, Date.now())
            : occurrenceChanged(entry, at.originalMs, { ...before, time }, Date.now())
        const kept = await keep(next, 'moved', words(time))
        return kept !== undefined ? (time.kind === 'days' ? time.first : dayOfMs(time.fromMs)) : undefined
      },
    }
  }, [t, formats, desk, acts, entries])
}

const withCalling = (entry: CalendarEntry, calling: Calling | null): CalendarEntry =>
  calling === null ? entry : withGuests(entry, calling.guests, calling.as)

const hoursOn = (
  day: LocalDate,
  hours: { readonly from: number; readonly until: number },
): AppointmentTime => ({
  kind: 'hours',
  fromMs: dayStartMs(day) + hours.from * MINUTE_MS,
  untilMs: dayStartMs(day) + hours.until * MINUTE_MS,
})

const timeOfItem = ({ days, startMs, endMs }: CalendarItem): AppointmentTime =>
  days === null ? { kind: 'hours', fromMs: startMs, untilMs: endMs } : { kind: 'days', ...days }

function itemTime(time: AppointmentTime): Pick<CalendarItem, 'startMs' | 'endMs' | 'days'> {
  if (time.kind === 'hours') return { days: null, startMs: time.fromMs, endMs: time.untilMs }
  return {
    days: { first: time.first, last: time.last },
    startMs: dayStartMs(time.first),
    endMs: dayStartMs(addDays(time.last, 1)),
  }
}

function movedTime(time: AppointmentTime, minutes: number): AppointmentTime {
  if (time.kind === 'hours')
    return {
      kind: 'hours',
      fromMs: time.fromMs + minutes * MINUTE_MS,
      untilMs: time.untilMs + minutes * MINUTE_MS,
    }
  const days = Math.round(minutes / DAY_MINUTES)
  return { kind: 'days', first: addDays(time.first, days), last: addDays(time.last, days) }
}

/** What was written at one of several times, for the first of them: it moves by as much. */
function inSeries(entry: CalendarEntry, originalMs: number | null, appointment: Appointment): Appointment {
  const firstMs = originalMs === null ? undefined : firstStartMs(entry)
  if (originalMs === null || firstMs === undefined) return appointment
  return { ...appointment, time: movedTime(appointment.time, (firstMs - originalMs) / MINUTE_MS) }
}
