import { millisOf } from '#shared/kernel/instant.ts'
import type { Contact } from '../database/repositories/meta-repository.ts'
import { noteFailure, noteOffline } from './contact.ts'
import type { SyncOutcome } from './desk-api.ts'
import { FeedCheckFailed } from './feed-check.ts'
import { pullFeed, type PullerDeps } from './feed-puller.ts'
import { NoAnswer } from './no-answer.ts'
import { flushOutbox, type RunnerDeps } from './outbox-runner.ts'

/** So long after the last contact, acts may meet a log that has gone on: it is read before they are sent. */
const FRESH_MS = 60_000

/** Reads what is new, sends what may go out, reads what came of it. */
export async function syncRound(deps: PullerDeps & RunnerDeps, isHurried: boolean): Promise<SyncOutcome> {
  const { office, ports } = deps
  const contact = await office.meta.contact()
  if (contact.failure !== null) return 'stopped'
  try {
    const { isHealing } = await office.meta.position()
    const isFresh = !isHealing && isRecent(contact, ports.clock.now())
    if (!isFresh) await pullFeed(deps)
    const hasSent = await flushOutbox(deps, isHurried)
    if (hasSent || isFresh) await pullFeed(deps)
    return 'done'
  } catch (error) {
    if (error instanceof NoAnswer) {
      await noteOffline(office, ports.clock.now(), error)
      return 'offline'
    }
    if (!(error instanceof FeedCheckFailed)) throw error
    await noteFailure(office, ports.clock.now(), error)
    return 'stopped'
  }
}

function isRecent({ lastAt, offlineSince }: Contact, nowMs: number): boolean {
  return offlineSince === null && lastAt !== null && nowMs - millisOf(lastAt) < FRESH_MS
}
