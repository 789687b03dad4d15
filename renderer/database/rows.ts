import type { AggregateKind } from '#shared/log/command.ts'

/** What every sealed table adds to its plain index fields. */
export interface Sealed {
  /** IV and AES-GCM ciphertext of the row's content. */
  readonly sealed: Uint8Array
}

/** One aggregate; content: `AggregateRecord`. */
export interface AggregateRow extends Sealed {
  readonly key: string
  readonly kind: AggregateKind
  /** 1 when something in its history is not understood here. */
  readonly readOnly: 0 | 1
}

/** Stored: changing a value needs a migration. `sending` after a crash is queued again, since the node knows the id. */
export const outboxStatuses = ['queued', 'sending', 'accepted', 'attention'] as const
export type OutboxStatus = (typeof outboxStatuses)[number]

/** One command on its way; content: `OutboxContent`. */
export interface OutboxRow extends Sealed {
  readonly id: string
  /** Rises with every command of this desk. */
  readonly order: number
  readonly aggregate: string
  readonly status: OutboxStatus
  /** 1 when it waits for the node without an effect here, so that nothing builds on it. */
  readonly waits: 0 | 1
}

/** Some 50 entries of the log in one sealed record. */
export interface EntriesRow extends Sealed {
  /** Least seq in the pack. */
  readonly first: number
  /** Keys of the aggregates its entries are about. */
  readonly aggregates: readonly string[]
}

/** Text of a draft that is not in the outbox; content: `KeptText`. */
export interface TextRow extends Sealed {
  readonly key: string
}

/** Text of the pages of a file, one sealed record for each; content: `PagesContent`. */
export interface PagesRow extends Sealed {
  /** Key of the aggregate. */
  readonly id: string
}

/** What the node told of calendars one subscribed to, or one of them. */
export interface SubscribedRow extends Sealed {
  readonly id: string
}

/** A part of the snapshot of the search index. */
export interface SnapshotRow extends Sealed {
  readonly name: string
}

/** An aggregate that names a file. */
export interface BlobRow {
  readonly id: string
  readonly aggregate: string
  readonly hash: string
}

export interface CounterRow {
  readonly name: string
  readonly value: number
}

export interface MetaRow {
  readonly name: string
  readonly value: unknown
}
