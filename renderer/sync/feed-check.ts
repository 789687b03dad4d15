/** A check of the log that can fail. Stored with the failure: renaming one needs a migration. */
export type FeedCheckName =
  | 'order'
  | 'unreadable-entry'
  | 'wrong-workspace'
  | 'event-ids'
  | 'unknown-device'
  | 'command-signature'
  | 'inclusion'
  | 'root'
  | 'head-signature'
  | 'head-missing'
  | 'epoch'

/** What the node sent does not hold: nothing of it is applied and syncing stops. */
export class FeedCheckFailed extends Error {
  override readonly name = 'FeedCheckFailed'
  readonly check: FeedCheckName
  readonly seq: number
  constructor(check: FeedCheckName, seq: number) {
    super(`check of the log failed: ${check} at ${seq}`)
    this.check = check
    this.seq = seq
  }
}

/** The node is in a later epoch and its log is not a continuation of what is here: it was restored from a backup. */
export class LogRestored extends Error {
  override readonly name = 'LogRestored'
  readonly epoch: number
  constructor(epoch: number) {
    super(`the log was restored; it is now epoch ${epoch}`)
    this.epoch = epoch
  }
}
