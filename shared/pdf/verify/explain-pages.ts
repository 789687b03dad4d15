import type { PdfRevision } from '../structure/pdf-revision.ts'
import {
  changedKeys,
  dictionaryOf,
  isKind,
  nameOf,
  sameValue,
  type PdfValue,
} from '../structure/pdf-value.ts'
import type { ChangeLedger } from './change-ledger.ts'

/** Judges pages: their list of annotations may grow by the widgets of new signature fields, and nothing else. */
export function explainPages(ledger: ChangeLedger, newWidgets: ReadonlySet<number>): void {
  const { before, after, changed } = ledger.increment
  for (const [object, versions] of changed) {
    const older = dictionaryOf(versions.before)
    const newer = dictionaryOf(versions.after)
    const isExplained =
      older !== undefined && newer !== undefined
        ? nameOf(older.entries.get('Type')) === 'Page' &&
          changedKeys(older, newer).every((key) => key === 'Annots') &&
          onlyGrew(before.get(older, 'Annots'), after.get(newer, 'Annots'), newWidgets)
        : isAnnotationList(ledger, object) && onlyGrew(versions.before, versions.after, newWidgets)
    if (isExplained) ledger.explained.add(object)
  }
}

/** Whether pages name the array as their annotations and nothing else names it. */
function isAnnotationList(ledger: ChangeLedger, object: number): boolean {
  const { before, referrersBefore } = ledger.increment
  const referrers = referrersBefore(object)
  return referrers.length > 0 && referrers.every((referrer) => namesAsAnnotations(before, referrer, object))
}

function namesAsAnnotations(revision: PdfRevision, referrer: number, list: number): boolean {
  const page = dictionaryOf(revision.object(referrer)?.value)
  const annotations = page?.entries.get('Annots')
  return (
    nameOf(page?.entries.get('Type')) === 'Page' &&
    isKind(annotations, 'reference') &&
    annotations.object === list
  )
}

function onlyGrew(older: PdfValue, newer: PdfValue, allowed: ReadonlySet<number>): boolean {
  const from = isKind(older, 'array') ? older.items : []
  const to = isKind(newer, 'array') ? newer.items : []
  if (!from.every((item, index) => sameValue(item, to[index]))) return false
  return to.slice(from.length).every((item) => isKind(item, 'reference') && allowed.has(item.object))
}
