import type { FeedItem } from '#shared/protocol/feed.ts'
import { applyFeed, type ApplyDeps } from './apply-feed.ts'
import { noteAnswer } from './contact.ts'
import { LogRestored } from './feed-check.ts'
import { finishHealing, startHealing } from './heal.ts'
import { answerOf } from './no-answer.ts'
import type { DeskPorts } from './ports.ts'

export interface PullerDeps extends ApplyDeps {
  readonly ports: Pick<DeskPorts, 'backbone' | 'files' | 'verifier' | 'clock'>
}

const PAGE = 500

/** Reads the log behind the cursor to its end. Rejects with `NoAnswer`, and with `FeedCheckFailed` when a check fails. */
export async function pullFeed(deps: PullerDeps): Promise<void> {
  const { office, ports } = deps
  for (;;) {
    const askedMs = ports.clock.now()
    const items = await readPage(deps)
    const answeredMs = ports.clock.now()
    const advanced = await applyPage(deps, items)
    if (advanced !== 0) continue
    await finishHealing(deps)
    const head = items.findLast((item) => item.item === 'head')?.head
    if (head !== undefined)
      await office.store.write((changes) =>
        noteAnswer(office, changes, { askedMs, answeredMs, serverTime: head.at }),
      )
    return
  }
}

async function readPage({ office, identity, ports }: PullerDeps): Promise<readonly FeedItem[]> {
  const { cursor } = await office.meta.position()
  return answerOf(() =>
    ports.backbone.readFeed({ workspace: identity.workspace, after: cursor, limit: PAGE }),
  )
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
