import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import { daysOfWeek, mondayOf, weekFrom, weekId, weekOf } from '#shared/domain/schedule/iso-week.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count))

test.each([
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('%s lies in %s', (day, week) => expect(weekOf(day)).toBe(week))

describe('a week', () => {
  it('has seven days from Monday, each of which lies in it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOf(day)
        const own = daysOfWeek(week)
        expect(own).toContain(day)
        expect(weekdayOf(own[0]!)).toBe(1)
        expect(new Set(own.map(weekOf))).toEqual(new Set([week]))
        expect(weekId.parse(week)).toBe(week)
      }),
    )
  })

  it('lies where so many weeks of days lead', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, weeks) => {
        expect(weekFrom(weekOf(day), weeks)).toBe(weekOf(addDays(day, weeks * 7)))
      }),
    )
  })

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-48', 'W48'])('%s is none', (week) => {
    expect(weekId.safeParse(week).success).toBe(false)
  })

  it('begins where ISO 8601 has it', () => expect(mondayOf('2026-W01')).toBe('2025-12-29'))
})
