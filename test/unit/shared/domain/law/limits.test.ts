import fc from 'fast-check'
import { expect, it } from 'vitest'
import { officeHours, workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { addDays } from '../../../../../shared/domain/calendar/days.ts'
import {
  limitedActs,
  limitOf,
  longestOwnLimit,
  NO_OWN_LIMITS,
} from '../../../../../shared/domain/law/limits.ts'
import { instantFrom } from '../../../../../shared/kernel/instant.ts'

const FRIDAY = '2026-11-13T09:30:00.000Z'
const calendar = workingCalendar(undefined, '2026-11-13')
const ownOf = (minutes: number) => ({ normal: minutes, marked: minutes })

it('counts own limits in office minutes, and what is marked urgent by the clock', () => {
  const own = { ...NO_OWN_LIMITS, register: ownOf(60) }
  expect(limitOf('register', FRIDAY, 'normal', { calendar, own })).toMatchObject({
    until: '2026-11-16T00:30:00.000Z',
    isOwn: true,
  })
  expect(limitOf('register', FRIDAY, 'urgent', { calendar, own }).until).toBe('2026-11-13T10:30:00.000Z')
  expect(limitOf('present', FRIDAY, 'normal', { calendar, own })).not.toHaveProperty('isOwn')
})

it('never makes the longest own limit later than that of the law, whenever it begins', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((ahead) => addDays('2026-01-01', ahead))
  fc.assert(
    fc.property(
      fc.constantFrom(...limitedActs),
      fc.array(days, { maxLength: 20 }),
      fc.integer({ min: 0, max: 300 * 24 * 60 }),
      (act, holidays, minutes) => {
        const year = workingCalendar({ holidays, makeUpDays: [], hours: officeHours }, '2026-06-01')
        const since = instantFrom(Date.parse('2026-01-01T00:00:00.000Z') + minutes * 60_000)
        const own = { ...NO_OWN_LIMITS, [act]: ownOf(longestOwnLimit(act, officeHours)) }
        const law = limitOf(act, since, 'normal', { calendar: year, own: NO_OWN_LIMITS })
        const set = limitOf(act, since, 'normal', { calendar: year, own })
        expect(set).toEqual({ ...law, until: set.until, isOwn: true })
        expect(set.until < law.until).toBe(true)
      },
    ),
  )
})
