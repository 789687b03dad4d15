import type { Instant } from '#shared/kernel/instant.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Unit } from '#shared/domain/directory/directory.ts'
import type { DeliveryState } from '#shared/domain/correspondence/dispatch.ts'
import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { BookRow } from '../projections/books.ts'
import type { IncomingBox, IncomingRow } from '../projections/incoming.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import type { RegisterRow } from '../projections/register.ts'
import type { WorkReason } from '../projections/work.ts'
import type { AttentionCause } from './repositories/outbox-repository.ts'
import type { OutboxStatus } from './rows.ts'

/** An aggregate as shown: confirmed with this desk's pending acts on top. */
export interface Seen<S> {
  readonly state: S
  /** Acts of this desk on it are not confirmed yet. */
  readonly pending: boolean
  /** Made in part by newer software: may be read, not acted on. */
  readonly readOnly: boolean
}

/** At most `limit` rows in the order of the list, behind the row `after` (its `sort` key). */
export interface Window {
  readonly limit: number
  readonly after?: string | undefined
}

/** What a box of *Incoming* shows: its newest letters, and older ones that cannot wait; both newest first. */
export interface IncomingList {
  readonly newest: readonly IncomingRow[]
  readonly older: readonly IncomingRow[]
  /** Brings more; undefined when all are here or more are on their way. */
  readonly more: (() => void) | undefined
}

/** A number of a register with what it was given to, when that is visible here. */
export type RegisterLine = RegisterRow & {
  readonly document: OutgoingRow | null
  readonly letter: IncomingRow | null
  /** The request by which a letter was recalled: it holds what the line goes on saying. */
  readonly recalledBy: SenderRequest | null
  /** How many recipients a document reached; null for a letter and for what was not sent. */
  readonly deliveries: { readonly reached: number; readonly total: number } | null
}

/**
 * Why an act waits: `held` while it can be undone, `number` until the node gives what may not be guessed here (`rule` says what), `upload` until its files are on the
 * node, `order` until an earlier act is through, `offline`, `retry` after an attempt without answer, `sending` now, `confirming` until
 * the accepted act comes back in the log, `queued` otherwise.
 */
export type WaitReason =
  'held' | 'number' | 'upload' | 'check' | 'order' | 'offline' | 'retry' | 'sending' | 'confirming' | 'queued'

/** An act of this desk that the log does not have yet, as far as known here. */
export interface WaitingAct {
  readonly id: string
  readonly aggregate: AggregateRef
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly claimedAt: Instant
  readonly post: string
  readonly status: OutboxStatus
  readonly reason: WaitReason
  /** Rule of `awaitsNode`. */
  readonly rule: RuleId | null
  readonly attempts: number
  readonly nextAttemptAt: Instant | null
  /** Never sent, so it may still be taken back here. */
  readonly canDiscard: boolean
}

/** What a person has to decide. `mine`: what was shown with the act; `theirs`: what the log says; either may be null. */
export type AttentionItem =
  | (WaitingAct & {
      readonly what: 'act'
      readonly cause: AttentionCause
      /** False for acts that sign bytes: those are discarded and done anew. */
      readonly canRetry: boolean
      readonly refusedAt: Instant
      readonly mine: unknown
      readonly theirs: unknown
    })
  | { readonly what: 'fork'; readonly document: string; readonly savedAt: Instant }

/** State of the way to the node, for the status line and *Outbox & sync*. */
export interface SyncState {
  readonly cursor: number
  readonly epoch: number
  readonly serverTime: Instant | null
  readonly lastContactAt: Instant | null
  readonly offlineSince: Instant | null
  readonly lastError: string | null
  /** A check of the log failed: syncing has stopped. */
  readonly failure: { readonly check: string; readonly seq: number; readonly at: Instant } | null
  /** Desk clock minus server clock. */
  readonly clockSkewMs: number | null
  readonly waiting: number
  readonly attention: number
}

/** What a configuration is laid over. */
export interface AsRecorded {
  readonly books: readonly BookRow[]
  readonly units: readonly Unit[]
  /** The agency's. */
  readonly abbreviation: string
}

/** Numbers for the sidebar. */
export interface Counters {
  /** Of the post at this desk. */
  readonly work: Readonly<Record<WorkReason, number>>
  /** Of the post at this desk: overdue or due today. */
  readonly dueToday: number
  readonly incoming: Readonly<Record<IncomingBox, number>>
  readonly outgoing: Readonly<Record<DocumentStatus, number>>
  readonly deliveries: Readonly<Record<DeliveryState, number>>
  readonly outbox: { readonly waiting: number; readonly attention: number }
}
