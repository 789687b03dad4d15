import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'
import { kidsOf } from './structure-elements.ts'

/** The parent tree by key, and the marked-content ids by page that no longer belong to the structure. */
export interface PlaceholderTree {
  readonly parents: ReadonlyMap<number, PDFObject>
  readonly orphans: Map<PDFRef, Set<number>>
}

function orphan(document: PDFDocument, tree: PlaceholderTree, page: PDFRef, mcid: number): void {
  const ids = tree.orphans.get(page) ?? new Set()
  tree.orphans.set(page, ids.add(mcid))
  const key = document.context.lookup(page, PDFDict).lookupMaybe(PDFName.of('StructParents'), PDFNumber)
  const owners = key && document.context.lookup(tree.parents.get(key.asNumber()))
  if (owners instanceof PDFArray) owners.set(mcid, PDFNull)
}

/** Takes the marked content below an element out of the structure; annotations below it are left to the caller. */
export function orphanContent(
  document: PDFDocument,
  tree: PlaceholderTree,
  element: PDFDict,
  inherited?: PDFRef,
): void {
  const own = element.get(PDFName.of('Pg'))
  const page = own instanceof PDFRef ? own : inherited
  for (const kid of kidsOf(document.context, element)) {
    const value = document.context.lookup(kid)
    if (value instanceof PDFNumber) {
      if (page) orphan(document, tree, page, value.asNumber())
    } else if (value instanceof PDFDict && !value.has(PDFName.of('Obj')))
      orphanContent(document, tree, value, page)
  }
}
