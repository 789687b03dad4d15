import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import {
  appointmentOf,
  changedOccurrence,
  changedSeries,
  newEntry,
  withoutOccurrence,
  type Appointment,
} from '#shared/exchange/calendar/personal/compose-entry.ts'
import { calendarOf, seriesIn } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { occurrencesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { componentsOf, textOf } from '#shared/exchange/calendar/jcal.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { anAppointment } from '../../../../../builders/an-appointment.ts'

const NOW = millisOf('2026-11-20T01:00:00.000Z')
const at = (text: string): number => millisOf(`${text}:00.000Z`)
/** 9.30 in Vietnam on Monday, 23 November 2026. */
const MONDAY = at('2026-11-23T02:30')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const window = { fromMs: at('2026-11-22T17:00'), toMs: at('2026-12-20T17:00') }

const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  title: 'Họp tổ',
  place: 'Phòng 2',
  notes: '',
  time: { kind: 'hours', fromMs: MONDAY, untilMs: MONDAY + HOUR },
  repeat: null,
  reminder: 15,
  ...change,
})
const weekly = { every: 'week', interval: 1, weekdays: [], last: null } as const
const starts = (entry: CalendarEntry): readonly string[] =>
  occurrencesIn([entry], window).occurrences.map(({ startMs }) =>
    new Date(startMs).toISOString().slice(0, 16),
  )
/** What any other program reads of it. */
const exchanged = (entry: CalendarEntry): CalendarEntry => {
  const read = readCalendar(writeCalendar(calendarOf([entry])))
  if (!read.ok) throw new Error(read.error.code)
  const components = read.calendar[2].filter(([name]) => name === 'vevent')
  return { ...entry, components }
}

describe('an appointment that is written', () => {
  it('is read again as it was written, by other programs too', () => {
    const entry = newEntry('a', appointment(), NOW)
    for (const one of [entry, exchanged(entry)]) {
      const [found] = occurrencesIn([one], window).occurrences
      expect(found).toMatchObject({ title: 'Họp tổ', place: 'Phòng 2', startMs: MONDAY, originalMs: null })
      expect(appointmentOf(one, null, appointment().time)).toEqual(appointment())
    }
  })

  it('lasts whole days, the last one with it', () => {
    const time = { kind: 'days', first: '2026-11-25', last: '2026-11-27' } as const
    const entry = newEntry('a', appointment({ time, reminder: null }), NOW)
    expect(occurrencesIn([entry], window).occurrences).toMatchObject([
      { days: { first: '2026-11-25', last: '2026-11-27' }, startMs: at('2026-11-24T17:00') },
    ])
    const day = { fromMs: at('2026-11-27T17:00'), toMs: at('2026-11-28T17:00') }
    expect(occurrencesIn([entry], day).occurrences).toEqual([])
  })

  it.each([
    [weekly, ['2026-11-23T02:30', '2026-11-30T02:30', '2026-12-07T02:30', '2026-12-14T02:30']],
    [{ ...weekly, last: '2026-11-30' }, ['2026-11-23T02:30', '2026-11-30T02:30']],
    [{ ...weekly, interval: 2 }, ['2026-11-23T02:30', '2026-12-07T02:30']],
    [{ ...weekly, every: 'month' } as const, ['2026-11-23T02:30']],
    [
      { ...weekly, weekdays: [1, 3], last: '2026-12-02' },
      ['2026-11-23T02:30', '2026-11-25T02:30', '2026-11-30T02:30', '2026-12-02T02:30'],
    ],
  ])('comes again: %o', (repeat, expected) => {
    const entry = newEntry('a', appointment({ repeat }), NOW)
    expect(starts(exchanged(entry))).toEqual(expected)
    expect(appointmentOf(exchanged(entry), null, appointment().time)?.repeat).toEqual(repeat)
  })
})

describe('one of several', () => {
  const entry = newEntry('a', appointment({ repeat: { ...weekly, last: '2026-12-07' } }), NOW)

  it('is left out by itself', () => {
    const next = withoutOccurrence(entry, MONDAY + 7 * DAY, NOW)
    expect(starts(exchanged(next))).toEqual(['2026-11-23T02:30', '2026-12-07T02:30'])
  })

  it('is changed by itself, and once more', () => {
    const moved = MONDAY + 8 * DAY
    const time = { kind: 'hours', fromMs: moved, untilMs: moved + HOUR } as const
    const once = changedOccurrence(entry, MONDAY + 7 * DAY, appointment({ time, title: 'Họp bù' }), NOW)
    expect(starts(exchanged(once))).toEqual(['2026-11-23T02:30', '2026-12-01T02:30', '2026-12-07T02:30'])
    const again = changedOccurrence(once, MONDAY + 7 * DAY, appointment({ time, title: 'Họp lại' }), NOW)
    expect(seriesIn(again).overrides).toHaveLength(1)
    const titles = occurrencesIn([again], window).occurrences.map(({ title }) => title)
    expect(titles).toEqual(['Họp tổ', 'Họp lại', 'Họp tổ'])
    expect(starts(withoutOccurrence(again, MONDAY + 7 * DAY, NOW))).toEqual([
      '2026-11-23T02:30',
      '2026-12-07T02:30',
    ])
  })

  it('goes with the others when all are moved', () => {
    const gone = withoutOccurrence(entry, MONDAY + 7 * DAY, NOW)
    const time = { kind: 'hours', fromMs: MONDAY + DAY, untilMs: MONDAY + DAY + HOUR } as const
    const next = changedSeries(gone, appointment({ time, repeat: { ...weekly, last: '2026-12-09' } }), NOW)
    expect(starts(exchanged(next))).toEqual(['2026-11-24T02:30', '2026-12-08T02:30'])
  })
})

describe('an entry from elsewhere', () => {
  const berlin = anAppointment('b', {
    zone: 'Europe/Berlin',
    start: '2026-10-19T09:00:00',
    end: '2026-10-19T10:00:00',
    more: [
      ['rrule', {}, 'recur', { freq: 'WEEKLY', count: 3 }],
      ['x-ghi-chu', {}, 'unknown', 'giữ lại'],
    ],
  })
  const autumn = { fromMs: at('2026-10-18T00:00'), toMs: at('2026-11-18T00:00') }

  it('stays on its own clock, also over the end of summer time', () => {
    const hours = (entry: CalendarEntry) =>
      occurrencesIn([entry], autumn).occurrences.map(({ startMs }) =>
        new Date(startMs).toISOString().slice(5, 16),
      )
    expect(hours(berlin)).toEqual(['10-19T07:00', '10-26T08:00', '11-02T08:00'])
    const [first] = occurrencesIn([berlin], autumn).occurrences
    const time = {
      kind: 'hours',
      fromMs: (first?.startMs ?? 0) + HOUR,
      untilMs: (first?.endMs ?? 0) + HOUR,
    } as const
    const known = appointmentOf(berlin, null, time)
    expect(known?.repeat).toBe('other')
    const next = changedSeries(berlin, { ...appointment(), ...known, time }, NOW)
    expect(hours(next)).toEqual(['10-19T08:00', '10-26T09:00', '11-02T09:00'])
    expect(JSON.stringify(next)).toContain('giữ lại')
    expect(JSON.stringify(next)).toContain('Europe/Berlin')
    expect(textOf(componentsOf(calendarOf([next]), 'vevent')[0] ?? ['', [], []], 'dtstart')).toBe(
      '2026-10-19T10:00:00',
    )
  })

  it('that never ends or cannot be read costs bounded work and is told', () => {
    const endless = Array.from({ length: 2000 }, (_, index) =>
      anAppointment(`e${String(index)}`, {
        start: '1990-01-01T08:00:00',
        end: '1990-01-01T09:00:00',
        more: [['rrule', {}, 'recur', { freq: 'DAILY', count: 1_000_000, bymonthday: 31, bymonth: 2 }]],
      }),
    )
    const unread = anAppointment('u', { start: '2026-02-30T08:00:00' })
    const found = occurrencesIn([...endless, unread, anAppointment('a')], window)
    expect(found.occurrences.map(({ uid }) => uid)).toEqual(['a'])
    expect(found.unshown).toContain('u')
    expect(found.unshown.length).toBeGreaterThan(1900)
  })
})
