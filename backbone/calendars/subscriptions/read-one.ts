import { instantFrom } from '#shared/kernel/instant.ts'
import type { SubscriptionProblem } from '#shared/protocol/calendar-subscriptions.ts'
import type { Clock } from '../../ports.ts'
import { fetchCalendar, type FetchOptions } from './fetch-calendar.ts'
import type { Judge } from './judge.port.ts'
import { nextReadingMs } from './reading-times.ts'
import {
  versionOf,
  type KeptSubscription,
  type Subscriber,
  type SubscriptionFiles,
} from './subscription-files.ts'

const DAY_MS = 86_400_000
/** What is looked at, and after how long it is looked at again, the calendar being the same. */
const DAYS_BEFORE = 31
const DAYS_AHEAD = 400
const LOOKED_AT_FOR_MS = 7 * DAY_MS

export interface ReadOneDeps {
  readonly files: Pick<SubscriptionFiles, 'readBody' | 'writeBody'>
  readonly judge: Judge
  readonly clock: Clock
  readonly network: FetchOptions['network']
  /** Nothing is read behind this. */
  readonly until: AbortSignal
}

/** A subscription after a try. */
export interface Tried {
  readonly next: KeptSubscription
  /** What the calendar calls itself; empty when it does not, or was not looked at. */
  readonly ownName: string
}

/** Tries to read a calendar; what was read before stays when that fails. What came is on disk when resolved. */
export async function readOne(
  owner: Subscriber,
  before: KeptSubscription,
  isNamed: FetchOptions['isNamed'],
  { files, judge, clock, network, until }: ReadOneDeps,
): Promise<Tried> {
  const { id, address } = before
  const hasBody = before.version !== null
  const known = hasBody ? before : { etag: null, lastModified: null }
  const fetched = await fetchCalendar(address, known, { network, isNamed, until })
  const nowMs = clock.now()
  const failed = (problem: SubscriptionProblem): Tried => {
    const failures = before.failures + 1
    const nextMs = nextReadingMs(nowMs, failures)
    return { next: { ...before, problem, triedMs: nowMs, failures, nextMs }, ownName: '' }
  }
  if (fetched.kind === 'failed') return failed(fetched.problem)
  const read: KeptSubscription = {
    ...before,
    problem: null,
    readAt: instantFrom(nowMs),
    triedMs: nowMs,
    failures: 0,
    nextMs: nextReadingMs(nowMs, 0),
    ...(fetched.kind === 'calendar' ? { etag: fetched.etag, lastModified: fetched.lastModified } : {}),
  }
  const isLookedAt = hasBody && nowMs - before.lookedAtMs < LOOKED_AT_FOR_MS
  const bytes =
    fetched.kind === 'calendar'
      ? fetched.bytes
      : isLookedAt || before.version === null
        ? undefined
        : await files.readBody(owner, id, before.version)
  if (bytes === undefined) return hasBody ? { next: read, ownName: '' } : failed('server-failed')
  if (isLookedAt && versionOf(bytes) === before.version) return { next: read, ownName: '' }
  const window = { fromMs: nowMs - DAYS_BEFORE * DAY_MS, toMs: nowMs + DAYS_AHEAD * DAY_MS }
  const judged = await judge(bytes, window)
  if (typeof judged === 'string') return failed(judged)
  const next: KeptSubscription = {
    ...read,
    version: await files.writeBody(owner, id, bytes),
    events: judged.events,
    unshown: judged.unshown,
    busy: judged.busy.map((span) => ({ ...span })),
    lookedAtMs: nowMs,
  }
  return { next, ownName: judged.name.trim() }
}
