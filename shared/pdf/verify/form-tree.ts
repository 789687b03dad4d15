import { PdfStructureError } from '../structure/pdf-error.ts'
import type { PdfRevision } from '../structure/pdf-revision.ts'
import {
  dictionaryOf,
  isKind,
  nameOf,
  textOf,
  type PdfDictionary,
  type PdfValue,
} from '../structure/pdf-value.ts'

/** A place on a page where a field shows (12.5.6.19). */
export interface FormWidget {
  /** Undefined for a dictionary that stands directly in an array. */
  readonly object: number | undefined
  readonly dictionary: PdfDictionary
}

/** A terminal field of the interactive form, with what it inherits (12.7.4). */
export interface FormField {
  /** Fully qualified. */
  readonly name: string
  readonly type: string | undefined
  readonly object: number | undefined
  readonly dictionary: PdfDictionary
  readonly widgets: readonly FormWidget[]
  /** Not resolved. */
  readonly value: PdfValue | undefined
}

const MAX_FIELDS = 20_000
const MAX_DEPTH = 32

interface Inherited {
  readonly name: string
  readonly type: string | undefined
  readonly value: PdfValue | undefined
}

/** All terminal fields in the order of the form. Throws `PdfStructureError` on rings and forms without end. */
export function formFields(revision: PdfRevision): FormField[] {
  const form = revision.dictionary(revision.catalog, 'AcroForm')
  const fields: FormField[] = []
  const seen = new Set<number>()
  const walk = (items: readonly PdfValue[], inherited: Inherited, depth: number): void => {
    if (depth > MAX_DEPTH) throw new PdfStructureError('pdf.too-complex', 'form nested too deeply')
    for (const item of items) {
      const object = isKind(item, 'reference') ? item.object : undefined
      if (object !== undefined && seen.has(object)) continue
      if (object !== undefined) seen.add(object)
      const dictionary = dictionaryOf(revision.resolve(item))
      if (dictionary === undefined) continue
      if (fields.length > MAX_FIELDS) throw new PdfStructureError('pdf.too-complex', 'too many fields')
      const own = inherit(revision, dictionary, inherited)
      const kids = revision.items(dictionary, 'Kids')
      const subfields = kids.filter((kid) => dictionaryOf(revision.resolve(kid))?.entries.has('T'))
      if (subfields.length > 0) walk(subfields, own, depth + 1)
      else
        fields.push({
          ...own,
          object,
          dictionary,
          widgets: widgetsOf(revision, kids, { object, dictionary }),
        })
    }
  }
  walk(revision.items(form, 'Fields'), { name: '', type: undefined, value: undefined }, 0)
  return fields
}

/** Whether anything of the widget can be seen: its rectangle has an area and it is not hidden. */
export function isVisible(revision: PdfRevision, widget: FormWidget): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = revision
    .items(widget.dictionary, 'Rect')
    .map((item) => Number(revision.resolve(item)))
  return left !== right && bottom !== top
}

/** Whether the signature of a field is a document time stamp (ETSI EN 319 142-1, 5.4.3). */
export function isDocumentTimestamp(signature: PdfDictionary): boolean {
  return nameOf(signature.entries.get('SubFilter')) === 'ETSI.RFC3161'
}

function inherit(revision: PdfRevision, dictionary: PdfDictionary, inherited: Inherited): Inherited {
  const part = textOf(revision.get(dictionary, 'T'))
  const name =
    part === undefined ? inherited.name : inherited.name === '' ? part : `${inherited.name}.${part}`
  return {
    name,
    type: nameOf(revision.get(dictionary, 'FT')) ?? inherited.type,
    value: dictionary.entries.get('V') ?? inherited.value,
  }
}

function widgetsOf(revision: PdfRevision, kids: readonly PdfValue[], field: FormWidget): FormWidget[] {
  const own = field.dictionary.entries.has('Rect') ? [field] : []
  const others = kids.flatMap((kid) => {
    const dictionary = dictionaryOf(revision.resolve(kid))
    return dictionary === undefined
      ? []
      : [{ object: isKind(kid, 'reference') ? kid.object : undefined, dictionary }]
  })
  return [...own, ...others]
}
