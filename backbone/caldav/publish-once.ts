import { instantFrom } from '#shared/kernel/instant.ts'
import type { PublishProblem } from '#shared/protocol/calendar-server.ts'
import type { Clock, Journal } from '../ports.ts'
import { calDavClient, type CalDavClient } from './caldav-client.ts'
import { CalendarServerRefused, type CalendarServer } from './calendar-request.ts'
import { publishProblemOf, waitAfter } from './publish-problem.ts'
import type { PublicationState } from './publication-states.ts'
import type { ListedEntry } from './read-listing.ts'
import { reconcile, type Marks, type WantedEntry } from './reconcile.ts'

/** A calendar of the node that lies on a calendar server too. */
export interface Publication {
  readonly key: string
  /** Undefined: the operator names this server no more. */
  readonly server: CalendarServer | undefined
  /** Of the collection, where it is made. */
  readonly title: string
  /** What is to lie there now, and which of the names found there are this publication's to change. */
  look(): Promise<{
    readonly wanted: readonly WantedEntry[]
    readonly isOurs: (name: string) => boolean
  }>
  /** Called when the collection is as wanted. */
  readonly done?: () => Promise<void>
}

/** A change made on the server is put right within this. */
const USUAL_MS = 60 * 60_000
/** A server that answers slowly keeps no place from others for longer; the rest is laid there at the next try. */
const MOST_MS = 5 * 60_000
const GO_ON_MS = 10_000
/** A server that takes nothing and says that others changed it is asked less and less often. */
const goOnAfter = (failures: number): number => Math.min(USUAL_MS, GO_ON_MS * 2 ** Math.min(failures, 10))

export interface PublishingOnce {
  readonly before: PublicationState
  /** Changed as it goes. */
  readonly marks: Marks
  /** The node or the publication ends meanwhile. */
  readonly ends: AbortSignal
  readonly clock: Clock
  readonly journal: Journal
}

export interface PublishedOnce {
  readonly state: PublicationState
  /** The collection is as wanted. */
  readonly isDone: boolean
}

/** Looks at a collection once and makes it what is wanted, as far as the server lets it. Undefined when it was to end meanwhile. */
export async function publishOnce(
  one: Publication,
  { before, marks, ends, clock, journal }: PublishingOnce,
): Promise<PublishedOnce | undefined> {
  const fail = (problem: PublishProblem): PublishedOnce => {
    const failures = before.failures + 1
    const nextTryMs = clock.now() + waitAfter(problem, failures)
    return { state: { ...before, problem, failures, nextTryMs }, isDone: false }
  }
  if (one.server === undefined) return fail('server-not-named')
  const began = performance.now()
  try {
    const client = calDavClient(one.server, AbortSignal.any([AbortSignal.timeout(2 * MOST_MS), ends]))
    const { wanted, isOurs } = await one.look()
    const listed = await listedOrMade(client, one.title, wanted.length > 0)
    const here = new Map(listed.filter(({ name }) => isOurs(name)).map(({ name, etag }) => [name, etag]))
    const isOver = (): boolean => ends.aborted || performance.now() - began > MOST_MS
    const { entries, leftOut, isComplete } = await reconcile({ client, wanted, here, marks, isOver })
    if (ends.aborted) return undefined
    const now = clock.now()
    const isFurther = isComplete || entries > before.entries
    const nextTryMs = now + (isComplete ? USUAL_MS : goOnAfter(isFurther ? 0 : before.failures))
    const failures = isFurther ? 0 : before.failures + 1
    const publishedAt = isComplete ? instantFrom(now) : before.publishedAt
    return {
      state: { ...before, publishedAt, entries, leftOut, problem: null, failures, nextTryMs },
      isDone: isComplete,
    }
  } catch (error) {
    if (ends.aborted) return undefined
    const problem = publishProblemOf(error)
    if (problem === 'failed') journal.error('calendar not published', error)
    else journal.warn('calendar not published', { problem, status: statusOf(error) })
    return fail(problem)
  }
}

/** A collection is made only for something. */
async function listedOrMade(
  client: CalDavClient,
  title: string,
  mayMake: boolean,
): Promise<readonly ListedEntry[]> {
  const listed = await client.list()
  if (listed === undefined && mayMake) await client.make(title)
  return listed ?? []
}

const statusOf = (error: unknown): number => (error instanceof CalendarServerRefused ? error.status : 0)
