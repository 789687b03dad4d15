import type { PdfFile } from '../structure/pdf-file.ts'
import type { PdfRevision } from '../structure/pdf-revision.ts'
import { isKind, nameOf, sameValue, type PdfValue } from '../structure/pdf-value.ts'
import type { ReferenceIndex } from './reference-index.ts'
import type { SignatureRule } from './verdict.ts'

/** One incremental update, seen from the revision before it. */
export interface Increment {
  readonly before: PdfRevision
  readonly after: PdfRevision
  /** Object numbers that had no object before. */
  readonly added: ReadonlySet<number>
  /** Object numbers whose object differs, with both versions. */
  readonly changed: ReadonlyMap<number, { readonly before: PdfValue; readonly after: PdfValue }>
  /** Object numbers that named this one before the update; the trailer counts as 0. */
  readonly referrersBefore: (object: number) => readonly number[]
}

/**
 * What `sections[index]` changes, and the rules it breaks by the mere place of its objects. Nothing at or after
 * `signedEnd` was there when the signature was made, so everything new must stand there. Throws `PdfStructureError`.
 */
export function readIncrement(
  file: PdfFile,
  index: number,
  references: ReferenceIndex,
  signedEnd: number,
): { increment: Increment; broken: SignatureRule[] } {
  const before = file.revision(index + 1)
  const after = file.revision(index)
  const referrersBefore = (object: number) => references.referrers(object, index + 1)
  const added = new Set<number>()
  const changed = new Map<number, { before: PdfValue; after: PdfValue }>()
  const broken: SignatureRule[] = []
  const section = file.sections[index]
  if (section === undefined || section.offset < signedEnd) broken.push('change.revision-detached')
  for (const object of section?.entries.keys() ?? []) {
    const placeBefore = before.place(object)
    const placeAfter = after.place(object)
    if (placeBefore === placeAfter) continue
    if (placeAfter === undefined) {
      broken.push('change.object-removed')
      continue
    }
    const isNew = placeBefore === undefined
    const versions = isNew ? undefined : differentVersions(before, after, object)
    if (!isNew && versions === undefined) continue
    if ((after.offset(object) ?? 0) < signedEnd) broken.push('change.revision-detached')
    if (versions !== undefined) changed.set(object, versions)
    else if (referrersBefore(object).length > 0) broken.push('change.content')
    else added.add(object)
  }
  return { increment: { before, after, added, changed, referrersBefore }, broken }
}

function differentVersions(
  before: PdfRevision,
  after: PdfRevision,
  number: number,
): { before: PdfValue; after: PdfValue } | undefined {
  const older = before.object(number)
  const newer = after.object(number)
  if (older === undefined || newer === undefined) return undefined
  if (older.generation === newer.generation && sameValue(older.value, newer.value)) return undefined
  return isXrefStream(older.value) && isXrefStream(newer.value)
    ? undefined
    : { before: older.value, after: newer.value }
}

function isXrefStream(value: PdfValue): boolean {
  return isKind(value, 'stream') && nameOf(value.dictionary.entries.get('Type')) === 'XRef'
}
