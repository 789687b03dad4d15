import { newestXrefOffset, type PdfFile } from '../structure/pdf-file.ts'
import { PdfStructureError } from '../structure/pdf-error.ts'
import type { PdfRevision } from '../structure/pdf-revision.ts'
import { completeRevision, isStandalone } from '../structure/revision-order.ts'
import { dictionaryOf, isKind, type PdfDictionary } from '../structure/pdf-value.ts'
import { coveredBytes, type CoveredBytes } from './byte-range.ts'
import { signatureLock, type SignatureLock } from './field-locks.ts'
import { formFields, type FormField } from './form-tree.ts'
import type { SignatureRule } from './verdict.ts'

/** A signature in the file, and the revision it signs if that can be told. */
export interface FoundSignature {
  readonly field: string
  readonly dictionary: PdfDictionary
  /** The covered bytes with the revision, or the rule that keeps us from them. */
  readonly covered: SignedRevision | SignatureRule
}

export interface SignedRevision extends CoveredBytes {
  /** Index among the sections of the file of the newest one that is signed. */
  readonly section: number
  readonly lock: SignatureLock
}

/** More signatures than any document has; each one costs a digest of the whole file. */
const MAX_SIGNATURES = 200
const MAX_DIGESTED_BYTES = 4 * 1024 * 1024 * 1024

/**
 * All signatures of all revisions, those of later revisions first: one that a later revision took out of the form is
 * still found. Throws `PdfStructureError`.
 */
export function findSignatures(file: PdfFile): FoundSignature[] {
  const found = new Map<string, FoundSignature>()
  for (const index of file.sections.keys()) {
    if (!isStandalone(file, index)) continue
    const revision = file.revision(index)
    for (const field of formFields(revision)) {
      const dictionary = field.type === 'Sig' ? dictionaryOf(revision.resolve(field.value)) : undefined
      if (dictionary === undefined) continue
      const key = `${field.name}\u0000${placeOf(revision, field, dictionary)}`
      if (found.has(key)) continue
      found.set(key, {
        field: field.name,
        dictionary,
        covered: findCovered(file, revision, field, dictionary),
      })
      if (found.size > MAX_SIGNATURES || found.size * file.bytes.length > MAX_DIGESTED_BYTES) {
        throw new PdfStructureError('pdf.too-complex', 'too many signatures')
      }
    }
  }
  return [...found.values()]
}

/** Tells signatures of one field apart: by where the value stands, else by where its dictionary does. */
function placeOf(revision: PdfRevision, field: FormField, dictionary: PdfDictionary): string {
  const contents = dictionary.entries.get('Contents')
  if (isKind(contents, 'string')) return String(contents.start)
  return isKind(field.value, 'reference') ? (revision.place(field.value.object) ?? '') : ''
}

function findCovered(
  file: PdfFile,
  revision: PdfRevision,
  field: FormField,
  dictionary: PdfDictionary,
): SignedRevision | SignatureRule {
  const owner = isKind(field.value, 'reference') ? field.value.object : field.object
  if (owner === undefined || revision.entry(owner)?.kind !== 'offset') return 'signature.byte-range-gap'
  const covered = coveredBytes(file.bytes, dictionary)
  if (typeof covered === 'string') return covered
  const offset = newestXrefOffset(file.bytes, covered.end)
  const section = file.sections.findIndex((candidate) => candidate.offset === offset)
  if (section < 0 || !isSelfContained(file, section, covered.end)) return 'change.revision-detached'
  const signed = completeRevision(file, section)
  const own = formFields(signed).find((candidate) => candidate.name === field.name)
  const signature = dictionaryOf(signed.resolve(own?.value))
  if (own === undefined || signature !== dictionary) return 'signature.outside-its-revision'
  return { ...covered, section, lock: signatureLock(signed, own.dictionary, dictionary) }
}

/** Whether a revision reads nothing that was not yet there when its last byte was signed. */
function isSelfContained(file: PdfFile, newest: number, end: number): boolean {
  if (end === file.bytes.length) return true
  return file.sections.slice(newest).every((section, index) => {
    const revision = completeRevision(file, newest + index)
    return (
      section.offset < end &&
      [...section.entries].every(([object, entry]) => {
        if (entry.kind !== 'offset') return true
        if (entry.offset >= end) return false
        return (revision.object(object)?.end ?? 0) <= end
      })
    )
  })
}
