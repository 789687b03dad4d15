import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../../shared/domain/calendar/days.ts'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import {
  addWorkingDays,
  afterOfficeMinutes,
  deadlineAfterStop,
  isWorkingDay,
  minutesOfDay,
  workingDayFrom,
  workingDaysBetween,
  workingMinutesBetween,
  type WorkingCalendar,
} from '../../../../../shared/domain/calendar/working-calendar.ts'
import { instantFrom, localDateOf } from '../../../../../shared/kernel/instant.ts'

const day = fc.integer({ min: 0, max: 900 }).map((ahead) => addDays('2026-01-01', ahead))
const calendars = fc
  .record({
    holidays: fc.array(day, { maxLength: 25 }),
    makeUpDays: fc.array(day, { maxLength: 8 }),
    hours: fc.constant([]),
  })
  .map((settings) => workingCalendar(settings, '2026-06-15'))
const instant = fc
  .integer({ min: 0, max: 90 * 24 * 60 })
  .map((minutes) => instantFrom(Date.parse('2026-01-01T00:00:00.000Z') + minutes * 60_000))

describe('the working calendar', () => {
  const year = workingCalendar(
    { holidays: ['2026-02-16', '2026-02-17'], makeUpDays: ['2026-02-28'], hours: [] },
    '2026-02-10',
  )

  it('knows weekends, fixed holidays, those of the year, and days made up for', () => {
    expect(isWorkingDay(year, '2026-11-16')).toBe(true)
    expect(isWorkingDay(year, '2026-11-22')).toBe(false)
    expect(isWorkingDay(year, '2026-09-02')).toBe(false)
    expect(isWorkingDay(year, '2026-02-16')).toBe(false)
    expect(isWorkingDay(year, '2026-02-28')).toBe(true)
    expect(workingDayFrom(year, '2026-02-14')).toBe('2026-02-18')
    expect(addWorkingDays(year, '2026-02-13', 1)).toBe('2026-02-18')
  })

  it('throws when a calendar has no working day at all', () => {
    const never = {
      holidays: Array.from({ length: 90 }, (_, at) => addDays('2026-01-01', at)),
      makeUpDays: [],
      hours: [],
    }
    expect(() => workingDayFrom(never, '2026-01-01')).toThrow(RangeError)
  })

  it('counts days and minutes by weeks as one would day by day', () => {
    const minutesOn = (calendar: WorkingCalendar, date: string, from: string, to: string): number =>
      workingMinutesBetween(
        calendar,
        [from, `${date}T00:00:00.000Z`].toSorted()[1] ?? '',
        [to, `${addDays(date, 1)}T00:00:00.000Z`].toSorted()[0] ?? '',
      )
    fc.assert(
      fc.property(calendars, day, day, (calendar, one, other) => {
        const [from = '', to = ''] = [one, other].toSorted()
        let [count, minutes] = [0, 0]
        const [begin, end] = [`${from}T03:00:00.000Z`, `${to}T09:00:00.000Z`]
        minutes += minutesOn(calendar, from, begin, end)
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
          if (isWorkingDay(calendar, at)) count++
          minutes += minutesOn(calendar, at, begin, end)
        }
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        expect(workingMinutesBetween(calendar, begin, end)).toBe(minutes)
      }),
    )
  })

  it('counts to the last day there is, and no day lies behind it', () => {
    expect(localDateOf('9999-12-31T20:00:00.000Z')).toBe('9999-12-31')
    expect(addDays('9999-12-31', 5)).toBe('9999-12-31')
    expect(
      workingDaysBetween(year, '2026-11-16', localDateOf('+012026-01-01T00:00:00.000Z')),
    ).toBeGreaterThan(2_000_000)
    expect(
      workingMinutesBetween(year, '2026-11-16T00:00:00.000Z', '9999-12-31T00:00:00.000Z'),
    ).toBeGreaterThan(0)
  })

  it('lands on a working day, later by exactly so many', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 1, max: 60 }), (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        expect(workingDaysBetween(calendar, to, from)).toBe(-count)
      }),
    )
  })

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(calendars, day, day, day, (calendar, a, b, c) => {
        const [from = '', between = '', to = ''] = [a, b, c].sort()
        expect(workingDaysBetween(calendar, from, to)).toBe(
          workingDaysBetween(calendar, from, between) + workingDaysBetween(calendar, between, to),
        )
      }),
    )
  })

  it('never makes a deadline earlier by a stop, and not later than the stop was long', () => {
    fc.assert(
      fc.property(calendars, day, day, day, (calendar, deadline, one, other) => {
        const [on = '', resumed = ''] = [one, other].sort()
        const moved = deadlineAfterStop(calendar, deadline, on, resumed)
        expect(moved >= deadline).toBe(true)
        expect(workingDaysBetween(calendar, deadline, moved)).toBe(workingDaysBetween(calendar, on, resumed))
      }),
    )
  })
})

describe('office hours', () => {
  const calendar = workingCalendar(undefined, '2026-11-16')

  it('count mornings and afternoons of working days in Vietnam', () => {
    expect(minutesOfDay(calendar)).toBe(480)
    expect(workingMinutesBetween(calendar, '2026-11-16T00:00:00.000Z', '2026-11-16T10:00:00.000Z')).toBe(480)
    expect(workingMinutesBetween(calendar, '2026-11-16T04:00:00.000Z', '2026-11-16T07:00:00.000Z')).toBe(60)
    expect(workingMinutesBetween(calendar, '2026-11-20T09:30:00.000Z', '2026-11-23T00:15:00.000Z')).toBe(45)
  })

  it('add up over any moment between and never run backwards', () => {
    fc.assert(
      fc.property(calendars, instant, instant, instant, (any, a, b, c) => {
        const [from = '', between = '', to = ''] = [a, b, c].sort()
        const whole = workingMinutesBetween(any, from, to)
        expect(whole).toBe(
          workingMinutesBetween(any, from, between) + workingMinutesBetween(any, between, to),
        )
        expect(workingMinutesBetween(any, to, from)).toBe(0)
      }),
    )
  })
})

describe('office minutes ahead', () => {
  it('end exactly so many office minutes later', () => {
    fc.assert(
      fc.property(calendars, instant, fc.integer({ min: 1, max: 2000 }), (calendar, from, minutes) => {
        const until = afterOfficeMinutes(calendar, from, minutes)
        expect(workingMinutesBetween(calendar, from, until)).toBe(minutes)
      }),
      { numRuns: 60 },
    )
  })
})
