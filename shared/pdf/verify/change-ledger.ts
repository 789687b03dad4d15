import type { Increment } from './increment.ts'
import type { SignatureRule } from './verdict.ts'

/** A signature that an incremental update adds. */
export interface SigningChange {
  readonly field: string
  readonly isTimestamp: boolean
  /** Its field was made by the same update and shows on a page. */
  readonly bringsOwnPicture: boolean
  /** Whether the new signature closes a field of this name. */
  readonly locks: (field: string) => boolean
}

/** What one incremental update does, object by object explained or not. */
export interface ChangeLedger {
  readonly increment: Increment
  readonly explained: Set<number>
  readonly broken: Set<SignatureRule>
  readonly signed: SigningChange[]
  /** Full names of fields other than signature fields that got a value. */
  readonly filled: string[]
}

/** An empty ledger of an update. */
export function openLedger(increment: Increment, broken: readonly SignatureRule[]): ChangeLedger {
  return { increment, explained: new Set(), broken: new Set(broken), signed: [], filled: [] }
}

/** Explains a changed object that nothing but the given objects named before; others stay unexplained. */
export function explainIfNamedOnlyBy(
  ledger: ChangeLedger,
  object: number,
  allowed: ReadonlySet<number>,
): void {
  const isOurs = ledger.increment.referrersBefore(object).every((referrer) => allowed.has(referrer))
  if (ledger.increment.changed.has(object) && isOurs) ledger.explained.add(object)
}
