import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingClock } from '../../../../../shared/domain/boards/working-clock.ts'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { workingMinutesBetween } from '../../../../../shared/domain/calendar/working-calendar.ts'
import { instantFrom, millisOf } from '../../../../../shared/kernel/instant.ts'

const first = '2026-08-20T00:00:00.000Z'
const last = '2026-11-30T16:00:00.000Z'
const moment = fc.integer({ min: millisOf(first), max: millisOf(last) }).map(instantFrom)
const calendar = {
  ...workingCalendar(undefined, '2026-11-16'),
  makeUpDays: ['2026-09-05'],
}

test('counts as the calendar does, over weekends, holidays and make-up days', () => {
  const clock = workingClock(calendar, first, last)
  fc.assert(
    fc.property(moment, moment, (from, to) => {
      expect(clock(from, to)).toBe(workingMinutesBetween(calendar, from, to))
    }),
  )
})
