import { PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { elementOf, kidsOf, structureElements } from './structure-elements.ts'

const NON_STRUCT = 'NonStruct'

/** Gives every list item the body that ISO 32000-1, 14.8.4.3.3 asks for: Chromium leaves its content loose beside the label. */
export function giveListItemsBodies(document: PDFDocument): void {
  const { context } = document
  for (const item of structureElements(document)) {
    if (item.type !== 'LI') continue
    const kids = kidsOf(context, item.dict).map((kid) => ({ kid, element: elementOf(context, kid) }))
    if (kids.some(({ element }) => element?.type === 'LBody')) continue
    const label = kids.filter(({ element }) => element?.type === 'Lbl')
    const loose = kids.filter(({ element }) => element?.type !== 'Lbl')
    const only = loose.length === 1 ? loose[0]?.element : undefined
    if (only?.type === NON_STRUCT) {
      only.dict.set(PDFName.of('S'), PDFName.of('LBody'))
      continue
    }
    const page = item.dict.get(PDFName.of('Pg'))
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item.ref, K: loose.map(({ kid }) => kid) })
    if (page) body.set(PDFName.of('Pg'), page)
    const bodyRef = context.register(body)
    for (const { element } of loose) element?.dict.set(PDFName.of('P'), bodyRef)
    item.dict.set(PDFName.of('K'), context.obj([...label.map(({ kid }) => kid), bodyRef]))
  }
}
