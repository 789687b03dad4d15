import { equalBytes, fromHex, toHex } from '#shared/kernel/bytes.ts'
import { bytesOf } from '#shared/kernel/bytes-of.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Device } from '#shared/domain/directory/directory.ts'
import { leafContent, type Entry } from '#shared/log/entry.ts'
import { appendLeaf, leafHash, rootOf, verifyInclusion, type Frontier } from '#shared/log/merkle.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { TreeHead } from '#shared/log/tree-head.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'
import type { KeptEntry } from '../database/repositories/entries-repository.ts'
import type { FeedPosition } from '../database/repositories/meta-repository.ts'
import type { ConfirmedWork } from './confirmed-work.ts'
import { FeedCheckFailed } from './feed-check.ts'
import type { DeskIdentity } from './identity.ts'
import { isErasing, type ReadEntry } from './read-entry.ts'
import { checkCommand, checkHead, signerOf } from './signatures.ts'
import type { ConfirmedChange } from './show-again.ts'

const HASH_BYTES = 32

/** A piece of the feed, checked. */
export interface FoldedFeed {
  readonly position: FeedPosition
  /** Entries to keep; those of `dropped` aggregates that are kept already go first. */
  readonly entries: readonly KeptEntry[]
  readonly dropped: ReadonlySet<string>
  /** Ids of the commands it confirms. */
  readonly commands: ReadonlySet<string>
}

/** Goes through feed items in order: every leaf into the tree, every entry into the states, every head and signature checked. */
export class FeedFold {
  readonly #identity: DeskIdentity
  readonly #verifier: Ed25519Verifier
  readonly #start: FeedPosition
  readonly #work: ConfirmedWork
  readonly #stored: ReadonlyMap<string, ConfirmedChange>
  readonly #reads: ReadonlyMap<Entry, ReadEntry>
  readonly #checks: (() => Promise<void>)[] = []
  readonly #dropped = new Set<string>()
  readonly #commands = new Set<string>()
  #kept: KeptEntry[] = []
  #frontier: Frontier
  #serverTime: Instant | null
  #epoch: number

  constructor(of: {
    readonly identity: DeskIdentity
    readonly verifier: Ed25519Verifier
    readonly start: FeedPosition
    readonly work: ConfirmedWork
    /** Of every aggregate in `refsIn(reads)`. */
    readonly stored: ReadonlyMap<string, ConfirmedChange>
    readonly reads: ReadonlyMap<Entry, ReadEntry>
  }) {
    const { start } = of
    this.#identity = of.identity
    this.#verifier = of.verifier
    this.#start = start
    this.#work = of.work
    this.#stored = of.stored
    this.#reads = of.reads
    this.#frontier = { size: start.cursor, roots: start.frontier.map(fromHex) }
    this.#serverTime = start.serverTime
    this.#epoch = start.epoch
  }

  /** Takes all items; throws FeedCheckFailed when one does not hold. Items that were applied in an earlier round are passed over. */
  async take(items: readonly FeedItem[]): Promise<FoldedFeed> {
    for (const item of items) this.#takeOne(item)
    await Promise.all(this.#checks.map((check) => check()))
    return {
      position: {
        ...this.#start,
        cursor: this.#frontier.size,
        epoch: this.#epoch,
        frontier: this.#frontier.roots.map(toHex),
        serverTime: this.#serverTime,
      },
      entries: this.#kept,
      dropped: this.#dropped,
      commands: this.#commands,
    }
  }

  #takeOne(item: FeedItem): void {
    switch (item.item) {
      case 'entry':
        this.#entry(item.entry)
        return
      case 'skip':
        this.#skip(item.from, item.to, bytesOf(item.leaves))
        return
      case 'granted': {
        if (!this.#reach(item.seq, item.leaf)) return
        this.#drop(item.aggregate)
        const history = item.history.map((one) => this.#proven(one, item.aggregate))
        this.#work.grant(item.aggregate, history)
        history.forEach((read) => {
          this.#keep(read)
        })
        return
      }
      case 'withdrawn':
        if (!this.#reach(item.seq, item.leaf)) return
        this.#drop(item.aggregate)
        this.#work.withdraw(item.aggregate, item.seq)
        return
      case 'head':
        this.#head(item.head)
    }
  }

  #entry(entry: Entry): void {
    if (entry.seq <= this.#frontier.size) return
    this.#append(entry.seq, leafHash(leafContent(entry)))
    const read = this.#read(entry)
    if (read.ref !== undefined && isErasing(read)) this.#drop(read.ref)
    this.#work.apply(read, this.#stored)
    this.#keep(read)
  }

  #skip(from: number, to: number, leaves: Uint8Array): void {
    if (leaves.length !== (to - from + 1) * HASH_BYTES) throw new FeedCheckFailed('order', from)
    for (let seq = Math.max(from, this.#frontier.size + 1); seq <= to; seq++) {
      const at = (seq - from) * HASH_BYTES
      this.#append(seq, leaves.slice(at, at + HASH_BYTES))
    }
  }

  /** Brings the tree to the entry that changed access; false when an earlier round was there. */
  #reach(seq: number, leaf: string | null): boolean {
    if (seq <= this.#start.cursor) return false
    if (leaf !== null && seq > this.#frontier.size) this.#append(seq, bytesOf(leaf))
    if (seq !== this.#frontier.size) throw new FeedCheckFailed('order', seq)
    return true
  }

  #append(seq: number, leaf: Uint8Array): void {
    if (seq !== this.#frontier.size + 1) throw new FeedCheckFailed('order', seq)
    this.#frontier = appendLeaf(this.#frontier, leaf)
  }

  #proven(
    { entry, size, path }: Extract<FeedItem, { item: 'granted' }>['history'][number],
    aggregate: AggregateRef,
  ): ReadEntry {
    const leaf = leafHash(leafContent(entry))
    const isIn =
      size === this.#frontier.size &&
      verifyInclusion(leaf, entry.seq - 1, size, path.map(bytesOf), rootOf(this.#frontier))
    if (!isIn) throw new FeedCheckFailed('inclusion', entry.seq)
    const read = this.#read(entry)
    if (read.key !== aggregateKey(aggregate)) throw new FeedCheckFailed('inclusion', entry.seq)
    return read
  }

  #read(entry: Entry): ReadEntry {
    const read = this.#reads.get(entry)
    if (read === undefined) throw new FeedCheckFailed('unreadable-entry', entry.seq)
    const device = (key: string): Device | undefined =>
      (this.#work.state(key) ?? this.#stored.get(key)?.confirmed ?? undefined) as Device | undefined
    const publicKey = signerOf(read, this.#identity.nodeKey, device)
    this.#checks.push(() => checkCommand(read, publicKey, this.#verifier))
    if (this.#serverTime === null || entry.serverTime > this.#serverTime) this.#serverTime = entry.serverTime
    return read
  }

  #keep(read: ReadEntry): void {
    this.#kept.push({ aggregate: read.key, entry: read.entry })
    this.#commands.add(read.command)
  }

  #drop(aggregate: AggregateRef): void {
    const key = aggregateKey(aggregate)
    this.#dropped.add(key)
    this.#kept = this.#kept.filter((one) => one.aggregate !== key)
  }

  #head(head: TreeHead): void {
    if (head.size < this.#frontier.size) return
    if (head.workspace !== this.#identity.workspace) throw new FeedCheckFailed('wrong-workspace', head.size)
    if (head.size > this.#frontier.size) throw new FeedCheckFailed('order', head.size)
    if (head.epoch < this.#epoch) throw new FeedCheckFailed('epoch', head.size)
    this.#checks.push(() => checkHead(head, this.#identity.nodeKey, this.#verifier))
    if (!equalBytes(bytesOf(head.root), rootOf(this.#frontier))) throw new FeedCheckFailed('root', head.size)
    this.#epoch = head.epoch
    if (this.#serverTime === null || head.at > this.#serverTime) this.#serverTime = head.at
  }
}
