import type * as Y from 'yjs'
import type { Result } from '#shared/kernel/result.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { Readers } from '../database/office-context.tsx'
import type { PagesContent } from '../database/index-source.ts'
import type { FoundCommit } from '../database/office-store.ts'
import type { SubscribedText } from '../database/repositories/subscribed-repository.ts'
import type { Wish } from './wish.ts'

/** An act that was taken. `waits`: null when its effect is shown at once, else the rule for which it waits for the node. */
export interface Done {
  readonly command: string
  readonly waits: RuleId | null
}

/** How an act is done. */
export interface ActOptions {
  /** So long the act stays on this desk, shown but not sent, and `discard` undoes it without a trace. At most 120 s. */
  readonly holdMs?: number | undefined
}

/** How a round of syncing ended. `stopped`: a check of the log failed; `busy`: another window is at it. */
export type SyncOutcome = 'done' | 'offline' | 'stopped' | 'busy'

/** One person's desk in one workspace: acts are decided, shown and kept here, and find their way to the node by themselves. */
export interface Desk {
  /** For `ReadersProvider`. */
  readonly readers: Readers
  readonly person: string
  readonly post: string
  readonly workspace: string
  /** Id of this device's key: who a pen is lent to. */
  readonly device: string
  /** Tells of every write to the local database, for the search index; the answer ends it. */
  onCommitted(listener: (commit: FoundCommit) => void): () => void
  /** Keeps the text of the pages of a file for search, while what it belongs to can be found here. */
  keepPages(found: string, content: PagesContent): Promise<void>
  /** Keeps what the node told of the calendars one subscribed to, with the texts that are new, by id; what belongs to none of them goes. */
  keepSubscriptions(
    subscriptions: readonly Subscription[],
    texts: ReadonlyMap<string, SubscribedText>,
  ): Promise<void>
  /** Id for a new aggregate; sorts by time. */
  newId(): string

  /**
   * Does `type` on the aggregate with this payload. Refused: nothing is written. Done: the command, its effect and its place in the outbox
   * are on disk. Rejects with ZodError on a payload that is none, with `DeskLocked` when locked.
   */
  act(
    aggregate: AggregateRef,
    type: string,
    payload: Readonly<Record<string, unknown>>,
    options?: ActOptions,
  ): Promise<Result<Done, Refusal>>
  /**
   * Does many things in one transaction. Each group is done whole or not at all: a refused one is left out with its rule, the others are
   * done. Answers one result per group, what its last wish came to.
   */
  actTogether(groups: readonly (readonly Wish[])[]): Promise<readonly Result<Done, Refusal>[]>
  /** The next number of a book for a document or letter: assigns and takes it; idempotent, so any clerk can resume. */
  giveNumber(
    subject: AggregateRef & { readonly kind: 'document' | 'letter' },
    book: string,
  ): Promise<Result<Done, Refusal>>

  /** One round: everything that may go out, then everything that came in. */
  syncOnce(): Promise<SyncOutcome>
  /** Syncs by itself from now on. */
  start(): void
  /** Something may be new (doorbell, network is back, window shown, person asks): try at once. */
  wake(): void
  /** Clears a failed check and tries again from the last proven place. */
  resume(): Promise<SyncOutcome>

  /**
   * Does an act that needs attention again, as a new one on what is shown now; in order, with the acts that depended on it. Stops at the
   * first refusal, which it answers; that act and those behind it stay where they are. Rejects with RangeError where `canRetry` is false.
   */
  retry(command: string): Promise<Result<Done, Refusal>>
  /** Gives up an act that needs attention or was never sent. What depends on it then needs attention. False when it may have been sent. */
  discard(command: string): Promise<boolean>

  /** Opens the text of a draft for editing; saves by itself. Rejects with RangeError when the document is not here. */
  openText(document: string): Promise<DraftText>
  /** The text of a fork: what is shown now with the late edits joined. */
  openFork(document: string): Promise<Y.Doc>
  discardFork(document: string): Promise<void>

  /** Sends what was held for its undo while the node answers, stops syncing, forgets the key and closes the database. */
  close(): Promise<void>
}

/** A draft's text while it is open. */
export interface DraftText {
  /** Edit this; changes from elsewhere arrive in it. */
  readonly doc: Y.Doc
  /** True once the text was frozen under open edits: what was typed since is kept as a fork. */
  isFork(): boolean
  /** Saves and sends what is not in the outbox yet. */
  flush(): Promise<void>
  /** Flushes and lets go. */
  close(): Promise<void>
}
