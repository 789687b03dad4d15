import { PDFArray, PDFName } from 'pdf-lib'
import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { FieldSpec, TextFieldSpec } from '#shared/pdf/form-fields.ts'
import type { FieldFontFiles } from '../pdf.port.ts'
import { pageContent } from './page-content.ts'
import type { PageLink } from './page-links.ts'
import { textOrigins } from './text-origins.ts'
import type { TextOrigin } from './text-origins.ts'
import { readTrueType } from '#shared/pdf/fonts/true-type.ts'
import type { TrueTypeFont } from '#shared/pdf/fonts/true-type.ts'

/** Sides in points. */
export interface Rectangle {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Chromium rounds the rectangles of links to whole CSS pixels; a base line further off than this part of the size is another line. */
const REACH = 0.4
/** One CSS pixel. What begins inside the place is the placeholder's own blank, whose line need not be that of the page. */
const PIXEL_PT = 0.75

/**
 * The rectangle a text field gets: from the descent to the ascent of its font around the base line of the text beside it, so that
 * what is filled in later stands on the same line to the point. Without text beside it, it keeps its place above `bottom`.
 */
export function onBaseLine(
  place: Rectangle,
  sizePt: number,
  font: Pick<TrueTypeFont, 'ascent' | 'descent' | 'unitsPerEm'>,
  origins: readonly TextOrigin[],
): Rectangle {
  const scaled = (units: number) => (units * sizePt) / font.unitsPerEm
  const expected = place.bottom - scaled(font.descent)
  const distance = ({ x }: TextOrigin) => Math.max(place.left - x, x - place.right, 0)
  const [beside] = origins
    .filter(({ x }) => x < place.left - PIXEL_PT || x > place.right - PIXEL_PT)
    .filter(({ y }) => Math.abs(y - expected) < REACH * sizePt)
    .sort((a, b) => distance(a) - distance(b))
  const baseLine = beside?.y ?? expected
  return { ...place, bottom: baseLine + scaled(font.descent), top: baseLine + scaled(font.ascent) }
}

/** Moves the placeholders of text fields onto the base lines of the page. */
export function alignTextPlaceholders(
  document: PDFDocument,
  placeholders: ReadonlyMap<FieldSpec, PageLink>,
  files: FieldFontFiles,
): void {
  const fonts = { regular: readTrueType(files.regular), italic: readTrueType(files.italic) }
  const originsByPage = new Map<PDFRef, readonly TextOrigin[]>()
  const originsOf = ({ page }: PageLink) => {
    const contents = page.node.get(PDFName.of('Contents'))
    const origins = originsByPage.get(page.ref) ?? textOrigins(pageContent(document.context, contents))
    originsByPage.set(page.ref, origins)
    return origins
  }
  const texts = [...placeholders].filter(
    (entry): entry is [TextFieldSpec, PageLink] => entry[0].kind === 'text',
  )
  for (const [field, link] of texts) {
    const { x, y, width, height } = link.dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
    const place = { left: x, bottom: y, right: x + width, top: y + height }
    const { left, bottom, right, top } = onBaseLine(place, field.sizePt, fonts[field.face], originsOf(link))
    link.dict.set(PDFName.of('Rect'), document.context.obj([left, bottom, right, top]))
  }
}
