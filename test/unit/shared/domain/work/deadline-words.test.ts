import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../../../../../shared/domain/calendar/days.ts'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { deadlineFromWords } from '../../../../../shared/domain/work/deadline-words.ts'

const today = '2026-11-16'
const calendar = workingCalendar(undefined, today)
const read = (words: string): string | undefined => deadlineFromWords(words, today, calendar)

describe('deadline words', () => {
  it.each([
    ['nay', '2026-11-16'],
    ['mai', '2026-11-17'],
    ['ngày kia', '2026-11-18'],
    ['t6', '2026-11-20'],
    ['T2', '2026-11-23'],
    ['thứ sáu', '2026-11-20'],
    ['thứ tư', '2026-11-18'],
    ['cn', '2026-11-22'],
    ['3n', '2026-11-19'],
    ['5 ngày', '2026-11-23'],
    ['2t', '2026-11-30'],
    ['25/11', '2026-11-25'],
    ['5/1', '2027-01-05'],
    ['25/11/2026', '2026-11-25'],
    ['1.12.26', '2026-12-01'],
    ['cuối tuần', '2026-11-20'],
    ['cuối tháng', '2026-11-30'],
    ['tomorrow', '2026-11-17'],
    ['fri', '2026-11-20'],
    ['Monday', '2026-11-23'],
    ['thurs', '2026-11-19'],
    ['3d', '2026-11-19'],
    ['2 weeks', '2026-11-30'],
  ])('%s is %s', (words, date) => {
    expect(read(words)).toBe(date)
  })

  it.each(['', 'x', 't8', 't1', '31/2', '0n0', 'thứ', '45/1/2026'])('%j is no day', (words) => {
    expect(read(words)).toBeUndefined()
  })

  it('never means a day that has passed, and a weekday always within the next seven days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 0, max: 700 }), (number, ahead) => {
        const day = new Date(Date.UTC(2026, 0, 1 + ahead)).toISOString().slice(0, 10)
        const found = deadlineFromWords(`t${number}`, day, workingCalendar(undefined, day))
        expect(found !== undefined && found > day).toBe(true)
        expect(weekdayOf(found ?? day)).toBe(number - 1)
      }),
    )
  })
})
