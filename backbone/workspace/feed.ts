import { concatBytes, toBase64 } from '#shared/kernel/bytes.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'
import type { Engine, StoredEntry } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { readerAt, type Reader } from './reader.ts'
import { proofOf, signHead } from './tree-heads.ts'
import type { Workspace } from './workspace.ts'

export interface FeedDeps {
  readonly engine: Engine
  readonly identity: NodeIdentity
}

export interface FeedRequest {
  readonly person: string
  readonly after: number
  readonly limit: number
}

/**
 * What one reader gets behind a cursor: at most `limit` entries of the log (a grant carries its whole history besides), then the signed
 * head of what was covered. Who may see what is judged at each entry and once more at the present head, so that nobody is sent what they
 * may no longer see.
 */
export async function* readFeed(
  { engine, identity }: FeedDeps,
  workspace: Workspace,
  { person, after, limit }: FeedRequest,
): AsyncGenerator<FeedItem> {
  const { epoch, seq: headSeq, nowMs } = workspace.head()
  const page = await engine.entries(workspace.id, after, Math.min(limit, headSeq - after))
  const size = page.at(-1)?.entry.seq ?? after
  const reader = readerAt(engine, workspace, person, headSeq)
  const changesOfPerson = new Set(workspace.principalChangesOf(person, after, size))

  let hidden: StoredEntry[] = []
  for (const stored of page) {
    const own = await itemFor(engine, workspace.id, reader, stored)
    if (own === undefined) hidden.push(stored)
    else {
      yield* skipOf(hidden)
      hidden = []
      yield own
    }
    if (!changesOfPerson.has(stored.entry.seq)) continue
    for await (const item of regradedBy(engine, workspace.id, reader, stored)) {
      yield* skipOf(hidden)
      hidden = []
      yield item
    }
  }
  yield* skipOf(hidden)
  yield {
    item: 'head',
    head: await signHead(engine, identity, { workspace: workspace.id, epoch, size, nowMs }),
  }
}

/** What the reader is told of one entry; undefined when it is none of their business, or its body is gone. */
async function itemFor(
  engine: Engine,
  workspace: string,
  reader: Reader,
  stored: StoredEntry,
): Promise<FeedItem | undefined> {
  const { entry, aggregate, audienceBefore, audienceAfter } = stored
  const { seq } = entry
  const leaf = toBase64(stored.leaf)
  const sawBefore = reader.sees(audienceBefore, seq - 1)
  if (!reader.sees(audienceAfter, seq))
    return sawBefore ? { item: 'withdrawn', seq, leaf, aggregate } : undefined
  if (seq < (await reader.openSince(aggregate))) return undefined
  if (!sawBefore && audienceBefore !== null)
    return {
      item: 'granted',
      seq,
      leaf,
      aggregate,
      history: await provenHistory(engine, workspace, aggregate, seq),
    }
  return stored.erased ? undefined : { item: 'entry', entry }
}

/** Entry `by` changed who the reader is: what of all other aggregates they gain and lose by it. */
async function* regradedBy(
  engine: Engine,
  workspace: string,
  reader: Reader,
  by: StoredEntry,
): AsyncGenerator<FeedItem> {
  const { seq } = by.entry
  for (const { aggregate, audience } of await engine.audiencesAt(workspace, seq)) {
    if (aggregateKey(aggregate) === aggregateKey(by.aggregate)) continue
    const sawBefore = reader.sees(audience, seq - 1)
    const sees = reader.sees(audience, seq)
    if (sawBefore && !sees) yield { item: 'withdrawn', seq, leaf: null, aggregate }
    if (!sawBefore && sees && seq >= (await reader.openSince(aggregate)))
      yield {
        item: 'granted',
        seq,
        leaf: null,
        aggregate,
        history: await provenHistory(engine, workspace, aggregate, seq),
      }
  }
}

async function provenHistory(
  engine: Engine,
  workspace: string,
  aggregate: AggregateRef,
  size: number,
): Promise<Extract<FeedItem, { item: 'granted' }>['history']> {
  const entries = await engine.history(workspace, aggregate, 0, size)
  return Promise.all(
    entries
      .filter((one) => !one.erased)
      .map(async ({ entry }) => ({
        entry,
        size,
        path: (await proofOf(engine, workspace, entry.seq, size)).map(toBase64),
      })),
  )
}

function* skipOf(hidden: readonly StoredEntry[]): Generator<FeedItem> {
  const first = hidden[0]
  const last = hidden.at(-1)
  if (first === undefined || last === undefined) return
  const leaves = toBase64(concatBytes(...hidden.map((one) => one.leaf)))
  yield { item: 'skip', from: first.entry.seq, to: last.entry.seq, leaves }
}
