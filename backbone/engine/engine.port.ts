import type { AggregateRef } from '#shared/log/command.ts'
import type { Entry } from '#shared/log/entry.ts'
import type { AccessStore } from './access-store.port.ts'
import type { BlobIndex } from './blob-index.port.ts'
import type { ExchangeStore } from './exchange-store.port.ts'

/** Where a workspace's log stands. `serverTime`: of the last entry, null while there is none. */
export interface WorkspaceHead {
  readonly workspace: string
  readonly epoch: number
  readonly seq: number
  readonly serverTime: string | null
}

/** An entry as kept: verbatim, with what the feed needs. Audience numbers name rows of `audiences`; null before the first entry. */
export interface StoredEntry {
  readonly entry: Entry
  readonly aggregate: AggregateRef
  readonly leaf: Uint8Array
  readonly audienceBefore: number | null
  readonly audienceAfter: number
  /** The law had the body removed: command text and events are empty, the leaf stays. */
  readonly erased: boolean
}

export interface NewEntry extends Omit<StoredEntry, 'erased'> {
  readonly commandId: string
  /** SHA-256 of the command text: the same id with other content is a conflict. */
  readonly commandHash: Uint8Array
  /** SHA-256 (hex) of the files the payload names. */
  readonly blobs: readonly string[]
}

/** A full subtree of the Merkle tree above the leaves: `level` ≥ 1 covers 2^level leaves from `index` · 2^level. */
export interface TreeNode {
  readonly level: number
  readonly index: number
  readonly hash: Uint8Array
}

/** Confirmed state of an aggregate after entry `seq`, as JSON text. */
export interface StoredState {
  readonly aggregate: AggregateRef
  readonly seq: number
  readonly json: string
}

/** The principals a person holds from entry `seq` on. */
export interface PrincipalsChange {
  readonly person: string
  readonly seq: number
  readonly principals: readonly string[]
}

/** What one decided group of commands leaves behind; written whole or not at all. */
export interface Append {
  readonly workspace: string
  /** The head this group was decided on. */
  readonly expectedSeq: number
  readonly entries: readonly NewEntry[]
  readonly nodes: readonly TreeNode[]
  readonly states: readonly StoredState[]
  readonly audiences: readonly { readonly id: number; readonly principals: readonly string[] }[]
  readonly principals: readonly PrincipalsChange[]
}

/** The group was decided on a head that is no longer the head, or a command id is taken: decide again. */
export class AppendConflict extends Error {
  override readonly name = 'AppendConflict'
}

/**
 * Durability and order. Every promise of a write resolves when the write is on disk. Reads see what was resolved. Throws what the
 * engine throws (disk full, file broken); only `append` has an expected failure.
 */
export interface LogEngine {
  heads(): Promise<readonly WorkspaceHead[]>
  /** Idempotent; a new workspace starts at epoch 1, seq 0. */
  createWorkspace(workspace: string): Promise<WorkspaceHead>
  /** After a restore from a backup: desks see that the log they knew may have been longer. */
  raiseEpoch(workspace: string): Promise<number>
  /** Rejects with `AppendConflict` when the head moved or a command id is known. */
  append(append: Append): Promise<void>

  /** The entry a command id led to, for ever. */
  command(
    workspace: string,
    id: string,
  ): Promise<{ readonly seq: number; readonly hash: Uint8Array } | undefined>
  /** Entries behind `after`, at most `limit` and about `maxBytes`, at least one if there is one. */
  entries(workspace: string, after: number, limit: number, maxBytes?: number): Promise<readonly StoredEntry[]>
  /** All entries of an aggregate with `after < seq <= upTo`, in order. */
  history(
    workspace: string,
    aggregate: AggregateRef,
    after: number,
    upTo: number,
  ): Promise<readonly StoredEntry[]>
  /** Leaf hashes of from..to, concatenated. */
  leaves(workspace: string, from: number, to: number): Promise<Uint8Array>
  /** Hashes in the order asked for; level 0 are leaves (`index` = seq − 1). Throws RangeError on one that is not there. */
  nodes(
    workspace: string,
    wanted: readonly Pick<TreeNode, 'level' | 'index'>[],
  ): Promise<readonly Uint8Array[]>
  state(workspace: string, aggregate: AggregateRef): Promise<StoredState | undefined>
  /** Every aggregate of a kind that has an entry. */
  aggregates(workspace: string, kind: AggregateRef['kind']): Promise<readonly AggregateRef[]>
  /** The audience of every aggregate as it was after entry `seq`. */
  audiencesAt(
    workspace: string,
    seq: number,
  ): Promise<readonly { readonly aggregate: AggregateRef; readonly audience: number }[]>
  /** The entries that changed the audience of an aggregate (its first is one), in order. */
  audienceChanges(
    workspace: string,
    aggregate: AggregateRef,
  ): Promise<readonly { readonly seq: number; readonly audience: number }[]>
  audiences(
    workspace: string,
  ): Promise<readonly { readonly id: number; readonly principals: readonly string[] }[]>
  /** All changes in order of `seq`. */
  principals(workspace: string): Promise<readonly PrincipalsChange[]>
  /** Removes the bodies of these entries of an aggregate; leaves stay. Of its kept state `left` (JSON) stays. */
  erase(workspace: string, aggregate: AggregateRef, seqs: readonly number[], left: string): Promise<void>

  /** How far a named reader of the log has come; 0 at first. */
  cursor(workspace: string, name: string): Promise<number>
  setCursor(workspace: string, name: string, seq: number): Promise<void>
}

/** The whole store of a node. */
export interface Engine extends LogEngine {
  readonly blobs: BlobIndex
  readonly exchange: ExchangeStore
  readonly accesses: AccessStore
  close(): Promise<void>
}
