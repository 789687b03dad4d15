import { useMemo } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { QuickEntry } from '#shared/domain/schedule/personal/quick-entry.ts'
import {
  appointmentOf,
  changedOccurrence,
  changedSeries,
  newEntry,
  withoutOccurrence,
  type Appointment,
  type AppointmentTime,
} from '#shared/exchange/calendar/personal/compose-entry.ts'
import { firstStartMs } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import type { Scope } from './appointment-sheet.tsx'
import { dayOfMs, dayStartMs, type CalendarItem } from './calendar-item.ts'
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
  readonly write: (item: CalendarItem | undefined, appointment: Appointment, scope: Scope) => Promise<boolean>
  readonly remove: (item: CalendarItem, scope: Scope) => Promise<boolean>
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
    ) => {
      const icon = word === 'removed' ? 'trash' : 'calendar'
      return (await acts.keep(entry, { icon, text: t(`schedule.mine.done.${word}`, { when }) })) !== undefined
    }
    const words = (time: AppointmentTime): string => whenWords(formats, itemTime(time))
    const create = (appointment: Appointment): Promise<boolean> =>
      keep(newEntry(`${desk.newId()}@congso`, appointment, Date.now()), 'added', words(appointment.time))
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
      add: ({ title, place, first, last, hours, repeat, reminder }) =>
        create({
          ...{ title, place, repeat, reminder, notes: '' },
          time: hours === null ? { kind: 'days', first, last } : hoursOn(first, hours),
        }),
      write: async (item, appointment, scope) => {
        const known = item && found(item)
        if (known === undefined) return create(appointment)
        const { at, entry } = known
        const next =
          scope === 'one' && at.originalMs !== null
            ? changedOccurrence(entry, at.originalMs, appointment, Date.now())
            : changedSeries(entry, inSeries(entry, at.originalMs, appointment), Date.now())
        return keep(next, 'changed', words(appointment.time))
      },
      remove: async (item, scope) => {
        const known = found(item)
        if (known === undefined) return false
        const { at, entry } = known
        const when = whenWords(formats, item)
        if (scope === 'one' && at.originalMs !== null)
          return keep(withoutOccurrence(entry, at.originalMs, Date.now()), 'removed', when)
        const said = { icon: 'trash', text: t('schedule.mine.done.removed', { when }) } as const
        return (await acts.remove(entry.uid, said)) !== undefined
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
            ? changedSeries(entry, { ...before, time }, Date.now())
            : changedOccurrence(entry, at.originalMs, { ...before, time }, Date.now())
        const isKept = await keep(next, 'moved', words(time))
        return isKept ? (time.kind === 'days' ? time.first : dayOfMs(time.fromMs)) : undefined
      },
    }
  }, [t, formats, desk, acts, entries])
}

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
