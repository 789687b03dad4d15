import { expect, it } from 'vitest'
import { CalendarServerRefused } from '../../../../backbone/caldav/calendar-request.ts'
import { publishProblemOf, waitAfter } from '../../../../backbone/caldav/publish-problem.ts'

const HOUR_MS = 3_600_000
const of = (status: number) => publishProblemOf(new CalendarServerRefused('PUT', status))

it('an answer of the server tells what somebody can do about it', () => {
  expect([0, 429, 500, 503].map(of)).toEqual(Array.from({ length: 4 }, () => 'not-reachable'))
  expect([401, 403, 405, 507, 200, 302].map(of)).toEqual([
    'wrong-password',
    'collection-refused',
    'collection-refused',
    'server-full',
    'not-a-calendar-server',
    'not-a-calendar-server',
  ])
  expect(publishProblemOf(new Error('x'))).toBe('failed')
})

it('what comes back by itself is tried again within the hour, a wrong password is left alone for long', () => {
  const waits = Array.from({ length: 100 }, (_, before) => waitAfter('not-reachable', before + 1))
  expect(waits[0]).toBe(60_000)
  expect(waits.every((wait, index) => wait <= HOUR_MS && wait >= (waits[index - 1] ?? 0))).toBe(true)
  expect(waitAfter('wrong-password', 1)).toBeGreaterThanOrEqual(6 * HOUR_MS)
})
