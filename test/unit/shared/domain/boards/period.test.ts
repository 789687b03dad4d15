import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodAround, periodBefore, periodKinds } from '../../../../../shared/domain/boards/period.ts'
import { addDays, weekdayOf } from '../../../../../shared/domain/calendar/days.ts'

test.each([
  ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['month', '2026-12-05', '2026-12-01', '2026-12-31'],
  ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
] as const)('the %s around %s', (kind, day, from, to) => {
  expect(periodAround(kind, day)).toEqual({ from, to })
})

test('spans follow on each other without a gap, and hold the day they are laid around', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((ahead) => addDays('2020-01-01', ahead))
  fc.assert(
    fc.property(fc.constantFrom(...periodKinds), day, (kind, of) => {
      const period = periodAround(kind, of)
      expect(period.from <= of && of <= period.to).toBe(true)
      expect(addDays(periodBefore(kind, period).to, 1)).toBe(period.from)
      if (kind === 'week') expect(weekdayOf(period.from)).toBe(1)
    }),
  )
})
