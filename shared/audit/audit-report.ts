/**
 * What is wrong with a log. Stored in reports: a value is never reused for another meaning.
 * - `line-unreadable`, `log-line-missing`, `head-missing`: the file is no audit log, or cut off.
 * - `workspace-differs`: a line of another log.
 * - `seq-gap`, `epoch-back`, `time-back`: order.
 * - `command-unreadable`, `command-id-again`: what was asked.
 * - `key-unknown`, `signature-wrong`: who asked.
 * - `events-unreadable`, `event-id-wrong`, `events-differ`: what followed from it, decided again.
 * - `root-differs`, `head-signature-wrong`, `node-key-differs`: what the node promised.
 * - `access-unreadable`, `access-of-another`, `accesses-differ` (one left out, put in or moved): who accessed it.
 */
export type AuditRule =
  | 'line-unreadable'
  | 'log-line-missing'
  | 'head-missing'
  | 'workspace-differs'
  | 'seq-gap'
  | 'epoch-back'
  | 'time-back'
  | 'command-unreadable'
  | 'command-id-again'
  | 'key-unknown'
  | 'signature-wrong'
  | 'events-unreadable'
  | 'event-id-wrong'
  | 'events-differ'
  | 'root-differs'
  | 'head-signature-wrong'
  | 'node-key-differs'
  | 'access-unreadable'
  | 'access-of-another'
  | 'accesses-differ'

/** One thing that is wrong, at an entry (0: before the first, or an access). */
export interface AuditProblem {
  readonly seq: number
  readonly rule: AuditRule
}

/** The outcome of checking a log. `decidedAgain`: entries whose events were derived anew; those behind a hidden body cannot be. */
export interface AuditReport {
  readonly verdict: 'valid' | 'invalid'
  readonly workspace: string
  readonly nodeKey: string
  readonly entries: number
  readonly hidden: number
  readonly decidedAgain: number
  readonly heads: number
  /** Hex. */
  readonly root: string
  /** The first of them. */
  readonly problems: readonly AuditProblem[]
}
