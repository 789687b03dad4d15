import { describe, expect, it } from 'vitest'
import { dayRunsOf } from '../../../../../renderer/features/administration/components/day-runs.ts'
import {
  hourWords,
  minuteFrom,
} from '../../../../../renderer/features/administration/components/hour-words.ts'

const off = (...dates: string[]) => dates.map((date) => ({ date, isWorked: false }))

describe('days of a preview', () => {
  it('stand together over weekends, and apart when a worked day lies between', () => {
    const days = [...off('2027-02-08', '2027-02-12', '2027-02-15'), { date: '2027-02-16', isWorked: true }]
    expect(dayRunsOf(days)).toEqual([
      { from: '2027-02-08', until: '2027-02-08', isWorked: false, count: 1 },
      { from: '2027-02-12', until: '2027-02-15', isWorked: false, count: 2 },
      { from: '2027-02-16', until: '2027-02-16', isWorked: true, count: 1 },
    ])
  })
})

describe('hours', () => {
  it('are written in full', () => expect(hourWords({ from: 420, to: 690 })).toBe('07:00–11:30'))

  it.each([
    ['7:30', 450],
    ['07h30', 450],
    ['13h', 780],
    ['17', 1020],
    ['24:00', 1440],
    ['24:30', undefined],
    ['7:75', undefined],
    ['sáng', undefined],
  ])('are read as people write them: %s', (words, minute) => expect(minuteFrom(words)).toBe(minute))
})
