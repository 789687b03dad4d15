import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import {
  remindersAhead,
  remindersAt,
  saidAtOnce,
} from '#shared/exchange/calendar/personal/appointment-reminders.ts'
import {
  newEntry,
  withoutOccurrence,
  type Appointment,
} from '#shared/exchange/calendar/personal/compose-entry.ts'
import { withReminder } from '#shared/exchange/calendar/personal/reminder.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { anAppointment } from '../../../../../builders/an-appointment.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 9.30 in Vietnam on Monday, 23 November 2026. */
const MONDAY = millisOf('2026-11-23T02:30:00.000Z')
const WRITTEN = MONDAY - 10 * DAY
const weekly = { every: 'week', interval: 1, weekdays: [], last: null } as const

const appointment = (change: Partial<Appointment> = {}): CalendarEntry =>
  newEntry(
    'a',
    {
      ...{ title: 'Họp tổ', place: 'Phòng 2', notes: '', repeat: null, reminder: 15 },
      time: { kind: 'hours', fromMs: MONDAY, untilMs: MONDAY + HOUR },
      ...change,
    },
    WRITTEN,
  )
const told = (entry: CalendarEntry, nowMs: number, me: readonly string[] = []) =>
  remindersAt(remindersAhead([entry], me, nowMs), nowMs)
const count = (entry: CalendarEntry, nowMs: number) => {
  const { due, missed } = told(entry, nowMs)
  return [due.length, missed.length]
}

describe('reminders of appointments', () => {
  it('come as long before as the appointment says, and until shortly after it began', () => {
    expect(count(appointment(), MONDAY - 16 * MINUTE)).toEqual([0, 0])
    expect(told(appointment(), MONDAY - 15 * MINUTE).due).toMatchObject([
      { title: 'Họp tổ', place: 'Phòng 2', startMs: MONDAY, isWhole: false },
    ])
    expect(count(appointment(), MONDAY + 4 * MINUTE)).toEqual([1, 0])
    expect(count(appointment({ reminder: null }), MONDAY)).toEqual([0, 0])
    expect(count(appointment({ reminder: 0 }), MONDAY)).toEqual([1, 0])
  })

  it('that were missed are told for half a day, and only where they were written before', () => {
    expect(count(appointment(), MONDAY + HOUR)).toEqual([0, 1])
    expect(count(appointment(), MONDAY + 13 * HOUR)).toEqual([0, 0])
    const late = {
      ...appointment(),
      components: newEntry('a', { ...plain, reminder: 15 }, MONDAY).components,
    }
    expect(count(late, MONDAY + HOUR)).toEqual([0, 0])
  })

  it('that come by the thousand are said a few at a time and in few words, so that the page stays there to work on', () => {
    const title = 'Họp '.repeat(5000)
    const many = Array.from({ length: 300 }, (_, index) => ({ ...appointment({ title }), uid: `a${index}` }))
    for (const nowMs of [MONDAY, MONDAY + HOUR]) {
      const now = remindersAt(remindersAhead(many, [], nowMs), nowMs)
      expect(now.due.length + now.missed.length).toBe(300)
      expect(JSON.stringify(saidAtOnce(now)).length).toBeLessThan(10_000)
    }
  })

  it('of whole days come all day', () => {
    const days = { kind: 'days', first: '2026-11-25', last: '2026-11-27' } as const
    const entry = appointment({ time: days, reminder: 1440 })
    expect(count(entry, millisOf('2026-11-24T03:00:00.000Z'))).toEqual([1, 0])
    expect(count(entry, millisOf('2026-11-25T10:00:00.000Z'))).toEqual([1, 0])
  })

  it('follow the series and its exceptions', () => {
    const entry = appointment({ repeat: weekly })
    const second = MONDAY + 7 * DAY
    expect(count(entry, second - 10 * MINUTE)).toEqual([1, 0])
    expect(count(withoutOccurrence(entry, second, WRITTEN), second - 10 * MINUTE)).toEqual([0, 0])
  })

  it('are none of what is off, what one declined, or what another program mails', () => {
    const alarm = (more: Parameters<typeof anAppointment>[1]): CalendarEntry => {
      const entry = anAppointment('a', more)
      return { ...entry, components: entry.components.map((one) => withReminder(one, 15)) }
    }
    const me = 'mailto:nam@so.example'
    const declined = [['attendee', { partstat: 'DECLINED' }, 'cal-address', me]] as const
    const off = [['status', {}, 'text', 'CANCELLED']] as const
    expect(told(alarm({}), MONDAY, [me]).due).toHaveLength(1)
    expect(told(alarm({ more: declined }), MONDAY, [me]).due).toHaveLength(0)
    expect(told(alarm({ more: off }), MONDAY, [me]).due).toHaveLength(0)
    const text = JSON.stringify(alarm({})).replace('DISPLAY', 'EMAIL')
    expect(told(JSON.parse(text) as CalendarEntry, MONDAY, [me]).due).toHaveLength(0)
  })
})

const plain: Appointment = {
  ...{ title: 'Họp tổ', place: '', notes: '', repeat: null, reminder: null },
  time: { kind: 'hours', fromMs: MONDAY, untilMs: MONDAY + HOUR },
}

test('whenever the desk is looked at, each date is told under one key, never both as due and as missed', () => {
  const minutes = fc.constantFrom(0, 10, 15, 60, 1440)
  const looks = fc.array(fc.integer({ min: -2 * DAY, max: 20 * DAY }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(minutes, looks, (reminder, times) => {
      const entry = appointment({ repeat: weekly, reminder })
      const keys = new Map<string, number>()
      for (const atMs of times.toSorted((a, b) => a - b)) {
        const { due, missed } = told(entry, MONDAY + atMs)
        const now = [...due, ...missed]
        expect(new Set(now.map(({ key }) => key)).size).toBe(now.length)
        for (const one of now) {
          expect(one.fromMs).toBeLessThanOrEqual(MONDAY + atMs)
          expect(keys.get(one.key) ?? one.startMs).toBe(one.startMs)
          keys.set(one.key, one.startMs)
        }
      }
      expect(new Set(keys.values()).size).toBe(keys.size)
    }),
  )
})
