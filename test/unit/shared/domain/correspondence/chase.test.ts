import { expect, test } from 'vitest'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import {
  acceptanceLimit,
  isLateToAccept,
  whyNotChased,
} from '../../../../../shared/domain/correspondence/chase.ts'
import type { DeliveryState, DeliveryTo } from '../../../../../shared/domain/correspondence/dispatch.ts'

const calendar = workingCalendar(undefined, '2026-11-16')
/** Sent, and arrived, on a Friday at 16:30 in Hà Nội. */
const FRIDAY = '2026-11-13T09:30:00.000Z'
const by = { person: 'p', post: 'clerk' }
const to = (state: DeliveryState, chasedAt?: string): DeliveryTo => ({
  code: 'A',
  name: 'Sở A',
  state,
  steps: [{ state, at: FRIDAY, staff: '', description: '' }],
  ...(chasedAt === undefined ? {} : { chases: [{ at: chasedAt, by }] }),
})

test('what was sent owes its arrival on that day, what arrived its acceptance by the next working day', () => {
  expect(acceptanceLimit(to('sent'), calendar)?.rule).toBe('receipt-late')
  expect(isLateToAccept(to('sent'), calendar, '2026-11-13T17:01:00.000Z')).toBe(true)
  expect(isLateToAccept(to('01'), calendar, '2026-11-15T03:00:00.000Z')).toBe(false)
  expect(isLateToAccept(to('01'), calendar, '2026-11-16T17:01:00.000Z')).toBe(true)
})

test.each(['queued', 'failed', '02', '03', '04', '05', '06', '13', '15', '16'] as const)(
  'nothing is owed at %s',
  (state) => {
    expect(whyNotChased(to(state), calendar, '2026-12-01T03:00:00.000Z')).toBe('chase-nothing-owed')
  },
)

test('once a working day: of a Friday again on Monday, not on Saturday', () => {
  const chased = to('sent', '2026-11-20T03:00:00.000Z')
  expect(whyNotChased(chased, calendar, '2026-11-20T08:00:00.000Z')).toBe('receiver-chased-today')
  expect(whyNotChased(chased, calendar, '2026-11-21T03:00:00.000Z')).toBe('receiver-chased-today')
  expect(whyNotChased(chased, calendar, '2026-11-23T03:00:00.000Z')).toBeUndefined()
})
