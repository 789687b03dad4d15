import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import type { OutboxItem } from '../database/repositories/outbox-repository.ts'
import { ConfirmedWork } from './confirmed-work.ts'
import { FeedCheckFailed, LogRestored } from './feed-check.ts'
import { FeedFold, type FoldedFeed } from './fold-feed.ts'
import type { DeskIdentity } from './identity.ts'
import type { DeskPorts } from './ports.ts'
import { readAll, refsIn } from './read-entry.ts'
import { checkHead } from './signatures.ts'
import { showAgain } from './show-again.ts'

export interface ApplyDeps {
  readonly office: Office
  readonly identity: DeskIdentity
  readonly ports: Pick<DeskPorts, 'verifier' | 'clock'>
}

export interface AppliedFeed {
  /** Entries that were new. */
  readonly advanced: number
  /** Files that the withdrawn aggregates named. */
  readonly left: readonly string[]
}

/**
 * Applies what the node sent, whole and in one transaction, or not at all: events, pending acts decided again, rows, counters, cursor.
 * Throws FeedCheckFailed when a check fails and LogRestored when the log went back; what was applied before is passed over.
 */
export function applyFeed(deps: ApplyDeps, items: readonly FeedItem[]): Promise<AppliedFeed> {
  return deps.office.store.write((changes) => planFeed(deps, changes, items))
}

async function planFeed(
  { office, identity, ports }: ApplyDeps,
  changes: Changes,
  items: readonly FeedItem[],
): Promise<AppliedFeed> {
  const start = await office.meta.position()
  const head = items.findLast((item) => item.item === 'head')
  if (head === undefined) throw new FeedCheckFailed('head-missing', start.cursor)
  const isLaterEpoch = start.epoch > 0 && head.head.epoch > start.epoch
  if (isLaterEpoch) await checkHead(head.head, identity.nodeKey, ports.verifier)
  if (isLaterEpoch && head.head.size < start.cursor) throw new LogRestored(head.head.epoch)

  const work = new ConfirmedWork(office.aggregates)
  const reads = readAll(items, identity.workspace)
  const stored = await work.load(refsIn(reads))
  const fold = new FeedFold({ identity, verifier: ports.verifier, start, work, stored, reads })
  const folded = await fold.take(items).catch((error: unknown) => {
    const isOtherTree =
      error instanceof FeedCheckFailed && (error.check === 'root' || error.check === 'inclusion')
    throw isOtherTree && isLaterEpoch ? new LogRestored(head.head.epoch) : error
  })

  const outbox = await office.outbox.all()
  const isErased = (item: OutboxItem): boolean => work.changes.get(item.key)?.isErased === true
  const remaining = afterConfirming(outbox, folded, isErased, (id) => changes.delete('outbox', id))
  for (const item of remaining) if (!outbox.includes(item)) office.outbox.put(changes, item)
  await showAgain(office, changes, {
    confirmed: work.changes,
    outbox: remaining,
    touched: touchedRefs(outbox, remaining),
    givenUp: [],
    nowMs: ports.clock.now(),
    isHealing: start.isHealing,
  })
  await office.entries.add(changes, folded.entries, folded.dropped)
  if (folded.position.cursor > start.cursor || folded.position.epoch !== start.epoch)
    office.meta.putPosition(changes, folded.position)
  const left = await filesOf(
    office,
    [...work.changes].filter(([, one]) => one.isGone || mayLeaveFiles(one)).map(([key]) => key),
  )
  return { advanced: folded.position.cursor - start.cursor, left }
}

/** The outbox without what the log has now and what was about erased things; acts that only waited for one that turned out to be in the log are queued again. */
function afterConfirming(
  outbox: readonly OutboxItem[],
  { commands, position }: FoldedFeed,
  isErased: (item: OutboxItem) => boolean,
  remove: (id: string) => void,
): readonly OutboxItem[] {
  const isConfirmed = (item: OutboxItem): boolean =>
    isErased(item) ||
    commands.has(item.id) ||
    (item.acceptedSeq !== null && item.acceptedSeq <= position.cursor)
  const remaining = outbox.filter((item) => !isConfirmed(item))
  if (remaining.length === outbox.length) return outbox
  for (const item of outbox) if (isConfirmed(item)) remove(item.id)
  const through = new Set(commands)
  const stopped = new Set<string>()
  return remaining.map((item) => {
    if (item.status !== 'attention') return item
    const isFreed =
      item.attention?.cause.kind === 'refused' &&
      item.attention.cause.rule === 'depends-on-refused' &&
      item.body.after.some((id) => through.has(id)) &&
      !item.body.after.some((id) => stopped.has(id))
    ;(isFreed ? through : stopped).add(item.id)
    return isFreed ? { ...item, status: 'queued', attention: null } : item
  })
}

function touchedRefs(before: readonly OutboxItem[], after: readonly OutboxItem[]): readonly AggregateRef[] {
  const kept = new Set(after)
  const refs = before.filter((item) => !kept.has(item)).map((item) => item.body.aggregate)
  return [...new Map(refs.map((ref) => [aggregateKey(ref), ref])).values()]
}

/** A work file that was destroyed names files no more. */
const mayLeaveFiles = ({ confirmed }: { readonly confirmed: unknown }): boolean =>
  (confirmed as { readonly status?: unknown } | null)?.status === 'destroyed'

/** Files named anywhere in the histories that go. */
async function filesOf(office: Office, keys: readonly string[]): Promise<readonly string[]> {
  const histories = await Promise.all(keys.map((key) => office.entries.ofAggregate(key)))
  const named = histories.flat().flatMap((entry) => blobsNamedBy(JSON.parse(entry.events)))
  return [...new Set(named.map((blob) => blob.sha256))]
}
