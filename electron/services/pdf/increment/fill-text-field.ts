import { PdfDict } from '@libpdf/core'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'
import { setAppearance } from './appearance.ts'
import { readFieldFont } from './field-font.ts'
import type { FormField, OpenForm } from './open-form.ts'
import { pdfText } from './pdf-text.ts'

const DEFAULT_APPEARANCE = /^\/(\S+) ([\d.]+) Tf/

/**
 * Writes a value into a read-only text field, in the face, size and alignment it was made with; its base line is that of the line
 * it stands in. Refuses a value wider than the field: a number cut off would be another number. Throws PdfError.
 */
export function fillTextField(open: OpenForm, field: FormField, value: string): void {
  const { widget, name } = field
  const [, fontName = '', sizeText = ''] =
    DEFAULT_APPEARANCE.exec(widget.getString('DA')?.asString() ?? '') ?? []
  const font = readFieldFont(open.form, fontName, open.resolve)
  const size = Number(sizeText)
  const width = (font.widthOf(value) / 1000) * size
  if (width > field.width) throw new PdfError(PdfErrorCode.valueTooWide, { field: name })
  const left = ((field.width - width) * (widget.getNumber('Q')?.value ?? 0)) / 2
  const baseLine = (-font.descent / 1000) * size
  const position = [left, baseLine].map((distance) => distance.toFixed(3)).join(' ')
  const content = `/Tx BMC q BT 0 g /${fontName} ${size} Tf ${position} Td <${font.encode(value)}> Tj ET Q EMC`
  setAppearance(open, field, content, { Font: PdfDict.of({ [fontName]: font.ref }) })
  widget.set('V', pdfText(value))
}
