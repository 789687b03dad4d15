import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { deadlineStanding } from '../../../../../shared/domain/work/deadline.ts'

const monday = '2026-11-16'
const calendar = workingCalendar(undefined, monday)
const standing = (deadline: string | null, urgency: 'normal' | 'urgent') =>
  deadlineStanding(calendar, deadline, monday, urgency)

describe('a deadline', () => {
  it('is soon within three working days, within five when urgent', () => {
    expect(standing('2026-11-19', 'normal')).toEqual({ kind: 'soon', days: 3 })
    expect(standing('2026-11-20', 'normal')).toEqual({ kind: 'inTime', days: 4 })
    expect(standing('2026-11-23', 'urgent')).toEqual({ kind: 'soon', days: 7 })
    expect(standing('2026-11-24', 'urgent')).toEqual({ kind: 'inTime', days: 8 })
  })

  it('is today, then overdue by calendar days; without one there is nothing to show', () => {
    expect(standing(monday, 'normal')).toEqual({ kind: 'today' })
    expect(standing('2026-11-13', 'normal')).toEqual({ kind: 'overdue', days: 3 })
    expect(standing(null, 'normal')).toEqual({ kind: 'none' })
  })

  it('is soon earlier when a holiday stands before it', () => {
    const off = workingCalendar({ holidays: ['2026-11-17', '2026-11-18'], makeUpDays: [], hours: [] }, monday)
    expect(deadlineStanding(off, '2026-11-23', monday, 'normal')).toEqual({ kind: 'soon', days: 7 })
  })
})
