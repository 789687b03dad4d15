import type { PdfFile } from '../structure/pdf-file.ts'
import { openLedger, type SigningChange } from './change-ledger.ts'
import { explainCatalog } from './explain-catalog.ts'
import { explainForm } from './explain-form.ts'
import { explainPages } from './explain-pages.ts'
import type { SignatureLock } from './field-locks.ts'
import { readIncrement } from './increment.ts'
import type { ReferenceIndex } from './reference-index.ts'
import type { ChangesAfterSigning, SignatureRule } from './verdict.ts'

/** What one incremental update did to a signed file. */
export interface RevisionChanges {
  /** Broken whatever the signatures before it allow. */
  readonly broken: ReadonlySet<SignatureRule>
  readonly signed: readonly SigningChange[]
  readonly filled: readonly string[]
}

/**
 * Judges the update of `sections[index]` against a closed list of what signing, filling, time stamps and long-term
 * evidence change; every other difference breaks `change.content`. Throws `PdfStructureError`.
 */
export function changesOf(
  file: PdfFile,
  index: number,
  references: ReferenceIndex,
  signedEnd: number,
): RevisionChanges {
  const { increment, broken } = readIncrement(file, index, references, signedEnd)
  const ledger = openLedger(increment, broken)
  explainCatalog(ledger)
  explainPages(ledger, explainForm(ledger))
  for (const object of increment.changed.keys()) {
    if (!ledger.explained.has(object)) ledger.broken.add('change.content')
  }
  return ledger
}

/** The updates behind a signature as this signature and its lock see them. */
export function judgeChanges(
  updates: readonly RevisionChanges[],
  lock: SignatureLock,
): { changes: ChangesAfterSigning; broken: SignatureRule[] } {
  const broken = updates.flatMap((update) => [...update.broken, ...brokenByLock(update, lock)])
  if (broken.length > 0) return { changes: 'forbidden', broken }
  return { changes: updates.length === 0 ? 'none' : 'permitted', broken: [] }
}

/**
 * A field may be filled only together with a signature that closes it, so that its value is never free to change;
 * a certification that allows filling is the exception. Time stamps of the document are always allowed.
 */
function brokenByLock(update: RevisionChanges, lock: SignatureLock): SignatureRule[] {
  const signings = update.signed.filter((signing) => !signing.isTimestamp)
  const broken: SignatureRule[] = []
  if (lock.certification === 1 && signings.length + update.filled.length > 0)
    broken.push('change.certified-document')
  if (update.filled.some((field) => lock.locks(field))) broken.push('change.locked-field')
  if (signings.some(({ field }) => lock.locks(field))) broken.push('change.locked-field')
  const isSealed = (field: string) => signings.some((signing) => signing.locks(field))
  if (lock.certification === undefined && !update.filled.every(isSealed))
    broken.push('change.field-without-seal')
  return broken
}
