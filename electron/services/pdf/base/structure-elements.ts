import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

/** A structure element that is an object of its own. */
export interface StructureElement {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly type: string
}

const K = PDFName.of('K')
const S = PDFName.of('S')

/** The root of the structure tree; a print without one is not ours. */
export function structureRoot(document: PDFDocument): PDFDict {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) throw new PdfError(PdfErrorCode.notPrinted, { part: 'structure' })
  return root
}

/** What a structure element holds, one or many, as a list: references, marked-content numbers, object references. */
export function kidsOf(context: PDFContext, dict: PDFDict): PDFObject[] {
  const kids = context.lookup(dict.get(K))
  if (kids === undefined) return []
  if (kids instanceof PDFArray) return kids.asArray()
  const single = dict.get(K)
  return single ? [single] : []
}

/** The element a kid stands for, or undefined for marked content and object references. */
export function elementOf(context: PDFContext, kid: PDFObject): StructureElement | undefined {
  if (!(kid instanceof PDFRef)) return undefined
  const dict = context.lookup(kid)
  if (!(dict instanceof PDFDict)) return undefined
  const type = dict.lookup(S)
  return type instanceof PDFName ? { ref: kid, dict, type: type.decodeText() } : undefined
}

/** Every element of the structure tree, parents first. Safe against a tree that loops. */
export function* structureElements(document: PDFDocument): Generator<StructureElement> {
  const { context } = document
  const seen = new Set<PDFRef>()
  const waiting = kidsOf(context, structureRoot(document))
  for (let kid = waiting.pop(); kid !== undefined; kid = waiting.pop()) {
    const element = elementOf(context, kid)
    if (!element || seen.has(element.ref)) continue
    seen.add(element.ref)
    yield element
    waiting.push(...kidsOf(context, element.dict))
  }
}

/** Looks up what a `StructParent` number of an annotation leads to in the parent tree. */
export function parentTreeEntries(document: PDFDocument): Map<number, PDFObject> {
  const entries = new Map<number, PDFObject>()
  const waiting = [structureRoot(document).lookupMaybe(PDFName.of('ParentTree'), PDFDict)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const key = numbers[i]
      const value = numbers[i + 1]
      if (key instanceof PDFNumber && value) entries.set(key.asNumber(), value)
    }
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let i = 0; i < (kids?.size() ?? 0); i++) waiting.push(kids?.lookupMaybe(i, PDFDict))
  }
  return entries
}
