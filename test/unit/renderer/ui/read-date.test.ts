import { expect, it } from 'vitest'
import { readDate } from '../../../../renderer/ui/read-date.ts'

it.each([
  ['08/02/2027', '2027-02-08'],
  [' 8.2.27 ', '2027-02-08'],
  ['31-12-2026', '2026-12-31'],
  ['31/02/2027', null],
  ['2/13/2027', null],
  ['2027-02-08', null],
  ['mai', null],
])('reads the day before the month: %s', (words, day) => {
  expect(readDate(words)).toBe(day)
})
