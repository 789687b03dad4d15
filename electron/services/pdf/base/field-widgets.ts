import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFContext, PDFDict, PDFDocument, PDFObject, PDFRef } from 'pdf-lib'
import { fieldOfLink } from '#shared/pdf/form-fields.ts'
import type { FieldLock, FieldSpec, TextFieldSpec } from '#shared/pdf/form-fields.ts'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'
import { orphanContent } from './placeholder-content.ts'
import type { PlaceholderTree } from './placeholder-content.ts'
import { elementOf, parentTreeEntries } from './structure-elements.ts'
import type { PageLink } from './page-links.ts'

/** Print + Locked (ISO 32000-1, table 165): shown on paper, and neither moved nor deleted. */
const WIDGET_FLAGS = 4 | 128
const READ_ONLY = 1
const ALIGNMENT = { left: 0, center: 1, right: 2 } as const

/** Names of the fonts that text fields use in the form's resources. */
export const FIELD_FONT = { regular: 'FieldRegular', italic: 'FieldItalic' } as const

function text(value: string): PDFHexString {
  return PDFHexString.fromText(value.normalize('NFC'))
}

/** Field names are stored as plain text where they can be: some viewers compare locked names byte by byte. */
function fieldName(name: string): PDFString | PDFHexString {
  return /^[\w.-]+$/.test(name) ? PDFString.of(name) : text(name)
}

/** Finds the one placeholder of each declared field; refuses any other placeholder. */
export function matchPlaceholders(
  links: readonly PageLink[],
  fields: readonly FieldSpec[],
): Map<FieldSpec, PageLink> {
  const found = new Map<FieldSpec, PageLink>()
  for (const link of links) {
    const name = link.address === undefined ? undefined : fieldOfLink(link.address)
    if (name === undefined) continue
    const field = fields.find((candidate) => candidate.name === name)
    if (!field) throw new PdfError(PdfErrorCode.fieldPlaceholder, { field: name, problem: 'undeclared' })
    if (found.has(field)) throw new PdfError(PdfErrorCode.fieldPlaceholder, { field: name, problem: 'twice' })
    found.set(field, link)
  }
  for (const { name } of fields) {
    if (![...found.keys()].some((field) => field.name === name)) {
      throw new PdfError(PdfErrorCode.fieldPlaceholder, { field: name, problem: 'missing' })
    }
  }
  return found
}

function emptyAppearance(context: PDFContext, rect: PDFArray): PDFObject {
  const { width, height } = rect.asRectangle()
  const form = context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })
  return context.obj({ N: context.register(form) })
}

function lockDictionary(context: PDFContext, lock: FieldLock): PDFRef {
  const dict = context.obj({ Type: 'SigFieldLock', Action: lock.action })
  if (lock.action !== 'All') dict.set(PDFName.of('Fields'), context.obj(lock.fields.map(fieldName)))
  return context.register(dict)
}

function fillText(widget: PDFDict, field: TextFieldSpec): void {
  widget.set(PDFName.of('FT'), PDFName.of('Tx'))
  widget.set(PDFName.of('Ff'), PDFNumber.of(READ_ONLY))
  widget.set(PDFName.of('Q'), PDFNumber.of(ALIGNMENT[field.align]))
  widget.set(PDFName.of('DA'), PDFString.of(`/${FIELD_FONT[field.face]} ${field.sizePt} Tf 0 g`))
}

/** The structure element of the placeholder becomes a Form element that holds the widget alone. */
function becomeForm(document: PDFDocument, tree: PlaceholderTree, link: PageLink, name: string): void {
  const { context } = document
  const key = link.dict.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber()
  const entry = key === undefined ? undefined : tree.parents.get(key)
  const element = entry && elementOf(context, entry)
  if (element?.type !== 'Link')
    throw new PdfError(PdfErrorCode.notPrinted, { part: 'structure', field: name })
  orphanContent(document, tree, element.dict)
  element.dict.set(PDFName.of('S'), PDFName.of('Form'))
  element.dict.set(PDFName.of('K'), context.obj({ Type: 'OBJR', Obj: link.ref, Pg: link.page.ref }))
}

/** To a thousandth: the writer of increments keeps five decimals, Chromium sometimes more, and a field never moves once signed. */
function roundedRect(context: PDFContext, rect: PDFArray): PDFArray {
  const { x, y, width, height } = rect.asRectangle()
  return context.obj([x, y, x + width, y + height].map((points) => Math.round(points * 1000) / 1000))
}

function becomeWidget(context: PDFContext, link: PageLink, field: FieldSpec): void {
  const rect = roundedRect(context, link.dict.lookup(PDFName.of('Rect'), PDFArray))
  const parent = link.dict.get(PDFName.of('StructParent'))
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: rect,
    F: WIDGET_FLAGS,
    P: link.page.ref,
  })
  if (parent) widget.set(PDFName.of('StructParent'), parent)
  widget.set(PDFName.of('T'), fieldName(field.name))
  widget.set(PDFName.of('TU'), text(field.label))
  widget.set(PDFName.of('AP'), emptyAppearance(context, rect))
  if (field.kind === 'text') fillText(widget, field)
  else {
    widget.set(PDFName.of('FT'), PDFName.of('Sig'))
    if (field.lock) widget.set(PDFName.of('Lock'), lockDictionary(context, field.lock))
  }
  context.assign(link.ref, widget)
}

/** Widgets are drawn in the order of `fields`, behind all links, since Chromium lists annotations in an order of its own. */
function orderAnnotations(document: PDFDocument, refs: readonly PDFRef[]): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray()
    if (!annotations) continue
    const others = annotations.filter((ref) => !refs.some((widget) => widget === ref))
    const widgets = refs.filter((widget) => annotations.includes(widget))
    page.node.set(PDFName.of('Annots'), document.context.obj([...others, ...widgets]))
  }
}

/**
 * Turns placeholders into form fields in place: same rectangle, same spot in the reading order. The order of `fields` is the
 * order of the form and of drawing. What a placeholder held (a blank that keeps its line open) leaves the structure: `orphans`.
 */
export function placeFields(
  document: PDFDocument,
  placeholders: Map<FieldSpec, PageLink>,
  fields: readonly FieldSpec[],
): { readonly widgets: readonly PDFRef[]; readonly orphans: ReadonlyMap<PDFRef, ReadonlySet<number>> } {
  const tree: PlaceholderTree = { parents: parentTreeEntries(document), orphans: new Map() }
  const widgets = fields.flatMap((field) => {
    const link = placeholders.get(field)
    if (!link) return []
    becomeForm(document, tree, link, field.name)
    becomeWidget(document.context, link, field)
    return [link.ref]
  })
  orderAnnotations(document, widgets)
  return { widgets, orphans: tree.orphans }
}
