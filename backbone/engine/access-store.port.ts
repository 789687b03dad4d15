import type { AccessBody, KeptAccess, SignedAccess } from '#shared/log/access.ts'
import type { AggregateRef } from '#shared/log/command.ts'

/** A record whose signature was found good. */
export interface NewAccess {
  readonly body: Pick<AccessBody, 'id' | 'subject'>
  readonly record: SignedAccess
}

/** A kept access with the link of its subject's chain that ends with it. */
export interface StoredAccess extends KeptAccess {
  readonly link: Uint8Array
}

/** An access as it is told of an aggregate. */
export interface ToldAccess extends StoredAccess {
  /** The aggregate it was of, or the one that was first to name the file: whoever only names a file again does not own its log. */
  readonly owner: AggregateRef
}

/** Who accessed what: beside the log, one chain a subject (docs/adr/0019). Nothing in it is ever changed or removed. */
export interface AccessStore {
  /**
   * Puts each record behind what its subject has; on disk when it resolves. Answers in order: `kept`, `again` when the same record was here
   * before, `id-conflict` when another one has its id, which is then not kept.
   */
  add(
    workspace: string,
    receivedAt: string,
    accesses: readonly NewAccess[],
  ): Promise<readonly ('kept' | 'again' | 'id-conflict')[]>
  /** All of an aggregate and of every file that an entry of it names or named, by subject and number. */
  of(workspace: string, aggregate: AggregateRef): Promise<readonly ToldAccess[]>
}
