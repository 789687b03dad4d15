import { expect, it, test } from 'vitest'
import type { CalendarItem } from '../../../../../../renderer/features/schedule/personal/calendar-item.ts'
import {
  callStartOf,
  mayCallColleagues,
} from '../../../../../../renderer/features/schedule/personal/calling-colleagues.ts'

const appointment: CalendarItem = {
  ...{ key: 'k', kind: 'appointment', title: 'Rà soát hồ sơ', place: 'Phòng 3' },
  startMs: Date.parse('2026-12-03T07:00:00.000Z'),
  endMs: Date.parse('2026-12-03T08:30:00.000Z'),
  ...{ days: null, isBusy: true, isCancelled: false, isRepeated: false },
  ...{ at: null, from: null, guests: null },
}

test('a meeting takes over the words, the hours and the place', () => {
  expect(mayCallColleagues(appointment)).toBe(true)
  expect(callStartOf(appointment)).toEqual({
    ...{ title: 'Rà soát hồ sơ', place: 'Phòng 3' },
    ...{ from: '2026-12-03T07:00:00.000Z', until: '2026-12-03T08:30:00.000Z' },
  })
})

it.each<[string, Partial<CalendarItem>]>([
  ['a meeting', { kind: 'meeting' }],
  ['one of a calendar of others', { kind: 'feed' }],
  ['whole days', { days: { first: '2026-12-03', last: '2026-12-03' } }],
  ['one of several dates', { isRepeated: true }],
  ['one that was called off', { isCancelled: true }],
  ['one whose guests would not be told', { guests: { all: 1, accepted: 0, untold: 0 } }],
])('is not offered for %s', (_what, change) => {
  expect(mayCallColleagues({ ...appointment, ...change })).toBe(false)
})
