import type { TreeHead } from '#shared/log/tree-head.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'
import { applyFeed, type ApplyDeps } from './apply-feed.ts'
import { noteAnswer } from './contact.ts'
import { FeedCheckFailed, LogRestored } from './feed-check.ts'
import { finishHealing, startHealing } from './heal.ts'
import { answerOf } from './no-answer.ts'
import type { DeskPorts } from './ports.ts'
import { checkHead } from './signatures.ts'

export interface PullerDeps extends ApplyDeps {
  readonly ports: Pick<DeskPorts, 'backbone' | 'files' | 'verifier' | 'clock'>
}

const PAGE = 500

/** Reads the log behind the cursor to its end. Rejects with `NoAnswer`, and with `FeedCheckFailed` when a check fails. */
export async function pullFeed(deps: PullerDeps): Promise<void> {
  const { office, ports } = deps
  for (;;) {
    const { cursor } = await office.meta.position()
    const askedMs = ports.clock.now()
    const items = await readPage(deps, cursor, PAGE)
    const answeredMs = ports.clock.now()
    if (items === 'cursor-ahead') {
      await startHealing(deps, await laterEpoch(deps))
      continue
    }
    const advanced = await applyPage(deps, items)
    if (advanced !== 0) continue
    await finishHealing(deps)
    const head = headOf(items)
    if (head !== undefined)
      await office.store.write((changes) =>
        noteAnswer(office, changes, { askedMs, answeredMs, serverTime: head.at }),
      )
    return
  }
}

function readPage(
  { identity, ports }: PullerDeps,
  after: number,
  limit: number,
): ReturnType<PullerDeps['ports']['backbone']['readFeed']> {
  return answerOf(() => ports.backbone.readFeed({ workspace: identity.workspace, after, limit }))
}

/** Entries by which the cursor moved; a log that went back is read again from its start. */
async function applyPage(deps: PullerDeps, items: readonly FeedItem[]): Promise<number> {
  try {
    const { advanced, left } = await applyFeed(deps, items)
    await releaseUnnamed(deps, left)
    return advanced
  } catch (error) {
    if (!(error instanceof LogRestored)) throw error
    await startHealing(deps, error.epoch)
    return 1
  }
}

/** The epoch of a log that is shorter than it was, in the node's own hand; a log may only become shorter with a later epoch. */
async function laterEpoch(deps: PullerDeps): Promise<number> {
  const position = await deps.office.meta.position()
  const items = await readPage(deps, 0, 1)
  const head = items === 'cursor-ahead' ? undefined : headOf(items)
  if (head === undefined) throw new FeedCheckFailed('head-missing', position.cursor)
  await checkHead(head, deps.identity.nodeKey, deps.ports.verifier)
  if (head.workspace !== deps.identity.workspace) throw new FeedCheckFailed('wrong-workspace', head.size)
  if (head.epoch <= position.epoch) throw new FeedCheckFailed('epoch', position.cursor)
  return head.epoch
}

const headOf = (items: readonly FeedItem[]): TreeHead | undefined =>
  items.findLast((item) => item.item === 'head')?.head

/** Files that no aggregate here names any more. */
async function releaseUnnamed({ office, ports }: PullerDeps, left: readonly string[]): Promise<void> {
  if (left.length === 0) return
  const rows = await office.store.database.blobs
    .where('hash')
    .anyOf([...left])
    .toArray()
  const named = new Set(rows.map((row) => row.hash))
  const unnamed = left.filter((hash) => !named.has(hash))
  if (unnamed.length > 0) await ports.files.release(unnamed)
}
