import type { PdfRevision } from '../structure/pdf-revision.ts'
import { dictionaryOf, integerOf, nameOf, textOf, type PdfDictionary } from '../structure/pdf-value.ts'

/** Which fields a signature closes, and what it allows of the rest (12.8.2.2 and 12.8.2.4). */
export interface SignatureLock {
  /** Whether a field of this full name may no longer change. */
  readonly locks: (field: string) => boolean
  /** DocMDP: 1 no changes, 2 form filling and signing, 3 also annotations; undefined on approval signatures. */
  readonly certification: number | undefined
}

type FieldRule = (field: string) => boolean

/** The lock of a signature, from its own transform parameters and from the `/Lock` of its field: either one closes. */
export function signatureLock(
  revision: PdfRevision,
  field: PdfDictionary,
  signature: PdfDictionary,
): SignatureLock {
  const rules: FieldRule[] = []
  let certification: number | undefined
  const lock = revision.dictionary(field, 'Lock')
  if (lock !== undefined) {
    rules.push(fieldRule(revision, lock))
    certification = integerOf(revision.get(lock, 'P'))
  }
  for (const item of revision.items(signature, 'Reference')) {
    const reference = dictionaryOf(revision.resolve(item))
    const method = nameOf(revision.get(reference, 'TransformMethod'))
    const parameters = revision.dictionary(reference, 'TransformParams')
    if (method === 'FieldMDP' && parameters !== undefined) rules.push(fieldRule(revision, parameters))
    if (method === 'DocMDP')
      certification = Math.min(certification ?? 3, integerOf(revision.get(parameters, 'P')) ?? 2)
  }
  return { locks: (name) => rules.some((rule) => rule(name)), certification }
}

/** An action that is not known closes everything. */
function fieldRule(revision: PdfRevision, parameters: PdfDictionary): FieldRule {
  const names = revision.items(parameters, 'Fields').map((item) => textOf(revision.resolve(item)))
  const isListed = (field: string) => names.some((name) => name !== undefined && isWithin(field, name))
  switch (nameOf(revision.get(parameters, 'Action'))) {
    case 'Include':
      return isListed
    case 'Exclude':
      return (field) => !isListed(field)
    default:
      return () => true
  }
}

function isWithin(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}.`)
}
