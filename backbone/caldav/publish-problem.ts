import type { PublishProblem } from '#shared/protocol/calendar-server.ts'
import { CalendarServerRefused } from './calendar-request.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A password that is wrong stays wrong, and servers lock users who try often. */
const LONG_MS = 6 * HOUR_MS

/** What an error on the way to a calendar server comes to. */
export function publishProblemOf(error: unknown): PublishProblem {
  if (!(error instanceof CalendarServerRefused)) return 'failed'
  const { status } = error
  if (status === 401) return 'wrong-password'
  if (status === 507) return 'server-full'
  if (status === 0 || status === 408 || status === 429 || status >= 500) return 'not-reachable'
  return status < 400 ? 'not-a-calendar-server' : 'collection-refused'
}

/** How long to wait after so many failures in a row: what comes back by itself is tried again soon, what somebody has to put right is not. */
export function waitAfter(problem: PublishProblem, failures: number): number {
  const passes = problem === 'not-reachable' || problem === 'failed'
  return passes ? Math.min(HOUR_MS, MINUTE_MS * 2 ** Math.min(failures - 1, 10)) : LONG_MS
}
