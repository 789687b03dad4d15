import { describe, expect, it } from 'vitest'
import { addWorkingDays, deadlineStanding } from '../../../../../shared/domain/work/deadline.ts'

const monday = '2026-11-16'

describe('a deadline', () => {
  it('is soon within three working days, within five when urgent', () => {
    expect(deadlineStanding('2026-11-19', monday, 'normal')).toEqual({ kind: 'soon', days: 3 })
    expect(deadlineStanding('2026-11-20', monday, 'normal')).toEqual({ kind: 'inTime', days: 4 })
    expect(deadlineStanding('2026-11-23', monday, 'urgent')).toEqual({ kind: 'soon', days: 7 })
    expect(deadlineStanding('2026-11-24', monday, 'urgent')).toEqual({ kind: 'inTime', days: 8 })
  })

  it('is today, then overdue by calendar days; without one there is nothing to show', () => {
    expect(deadlineStanding(monday, monday, 'normal')).toEqual({ kind: 'today' })
    expect(deadlineStanding('2026-11-13', monday, 'normal')).toEqual({ kind: 'overdue', days: 3 })
    expect(deadlineStanding(null, monday, 'normal')).toEqual({ kind: 'none' })
  })

  it('counts on over weekends', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23')
    expect(addWorkingDays(monday, 5)).toBe('2026-11-23')
  })
})
