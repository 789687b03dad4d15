import { PdfStructureError } from '../structure/pdf-error.ts'
import type { PdfFile } from '../structure/pdf-file.ts'
import type { PdfValue } from '../structure/pdf-value.ts'
import { completeRevision } from '../structure/revision-order.ts'

/** Who names whom among the objects of a file. */
export interface ReferenceIndex {
  /** Object numbers that name this one in `sections[oldest…newest]`; the trailer counts as 0. */
  readonly referrers: (object: number, newest: number) => readonly number[]
}

const TRAILER = 0
const MAX_REFERENCES = 20_000_000

/**
 * Every version of every object counts, reachable or not: a name prepared in advance for an object that comes later is
 * what hidden-content attacks live on. Throws `PdfStructureError`.
 */
export function indexReferences(file: PdfFile): ReferenceIndex {
  const oldestMention = new Map<number, Map<number, number>>()
  let count = 0
  const note = (from: number, value: PdfValue, section: number) => {
    for (const object of referencesIn(value)) {
      count += 1
      if (count > MAX_REFERENCES) throw new PdfStructureError('pdf.too-complex', 'too many references')
      const known = oldestMention.get(object)
      if (known === undefined) oldestMention.set(object, new Map([[from, section]]))
      else if (!known.has(from)) known.set(from, section)
    }
  }
  for (let index = file.sections.length - 1; index >= 0; index -= 1) {
    const section = file.sections[index]
    if (section === undefined) continue
    const revision = completeRevision(file, index)
    note(TRAILER, section.trailer, index)
    for (const object of section.entries.keys()) {
      const found = revision.object(object)
      if (found !== undefined) note(object, found.value, index)
    }
  }
  return {
    referrers: (object, newest) => {
      const mentions = oldestMention.get(object)
      return mentions === undefined
        ? []
        : [...mentions].flatMap(([from, section]) => (section >= newest ? [from] : []))
    },
  }
}

/** Object numbers named anywhere in the value. */
export function* referencesIn(value: PdfValue | undefined): Generator<number> {
  if (typeof value !== 'object' || value === null) return
  switch (value.kind) {
    case 'reference':
      yield value.object
      return
    case 'array':
      for (const item of value.items) yield* referencesIn(item)
      return
    case 'dictionary':
      for (const item of value.entries.values()) yield* referencesIn(item)
      return
    case 'stream':
      yield* referencesIn(value.dictionary)
      return
    case 'name':
    case 'string':
  }
}
