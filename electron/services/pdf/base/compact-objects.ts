import { PDFArray, PDFDict, PDFNull, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFContext, PDFObject } from 'pdf-lib'

function dictOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object
  return object instanceof PDFStream ? object.dict : undefined
}

/** Calls `visit` for every reference inside an object and puts back what it answers; an object held twice is done once. */
function replaceReferences(object: PDFObject, done: Set<PDFObject>, visit: (ref: PDFRef) => PDFObject): void {
  if (done.has(object)) return
  done.add(object)
  if (object instanceof PDFArray) {
    object.asArray().forEach((item, index) => {
      if (item instanceof PDFRef) object.set(index, visit(item))
      else replaceReferences(item, done, visit)
    })
    return
  }
  const dict = dictOf(object)
  for (const [key, value] of dict?.entries() ?? []) {
    if (value instanceof PDFRef) dict?.set(key, visit(value))
    else replaceReferences(value, done, visit)
  }
}

/**
 * Drops what nothing refers to and numbers the rest from 1 without a gap, so that the cross-reference table is one subsection:
 * viewers reject later signatures on a file whose first table is in pieces.
 */
export function compactObjects(context: PDFContext): void {
  const numbers = new Map<PDFRef, PDFRef>()
  const reached: (readonly [PDFRef, PDFObject])[] = []
  const renumber = (ref: PDFRef): PDFObject => {
    const known = numbers.get(ref)
    if (known) return known
    const object = context.lookup(ref)
    if (!object) return PDFNull
    const fresh = PDFRef.of(numbers.size + 1)
    numbers.set(ref, fresh)
    reached.push([fresh, object])
    return fresh
  }
  const { trailerInfo } = context
  for (const key of ['Root', 'Info'] as const) {
    const ref = trailerInfo[key]
    if (ref instanceof PDFRef) trailerInfo[key] = renumber(ref)
  }
  const done = new Set<PDFObject>()
  for (const [, object] of reached) replaceReferences(object, done, renumber)
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref)
  context.largestObjectNumber = 0
  for (const [ref, object] of reached) context.assign(ref, object)
}
