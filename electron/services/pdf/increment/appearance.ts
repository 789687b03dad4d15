import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'
import type { PdfObject } from '@libpdf/core'
import { FIELD_FONT } from '../base/field-widgets.ts'
import type { SignatureAppearance } from '../pdf.port.ts'
import { readFieldFont } from './field-font.ts'
import type { FormField, OpenForm } from './open-form.ts'
import { readPng } from './png-picture.ts'

const MAX_TEXT_PT = 11
const FLATE = PdfName.of('FlateDecode')

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function numbers(...values: readonly number[]): PdfArray {
  return PdfArray.of(...values.map((value) => PdfNumber.of(value)))
}

/** Sets a form XObject as the field's normal appearance, replacing the empty one. */
export function setAppearance(
  open: OpenForm,
  field: FormField,
  content: string,
  resources: Record<string, PdfObject>,
): void {
  const form = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: numbers(0, 0, field.width, field.height),
      Resources: PdfDict.of(resources),
    },
    new TextEncoder().encode(content),
  )
  field.widget.set('AP', PdfDict.of({ N: open.pdf.context.register(form) }))
}

function registerPlane(
  open: OpenForm,
  size: readonly [number, number],
  space: string,
  data: Uint8Array,
  mask?: PdfObject,
) {
  const plane = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Image'),
      Width: PdfNumber.of(size[0]),
      Height: PdfNumber.of(size[1]),
      ColorSpace: PdfName.of(space),
      BitsPerComponent: PdfNumber.of(8),
      Filter: FLATE,
      ...(mask ? { SMask: mask } : {}),
    },
    data,
  )
  return open.pdf.context.register(plane)
}

/** The picture keeps its proportions and stands in the middle of the field. */
function drawPicture(open: OpenForm, field: FormField, png: Uint8Array): void {
  const picture = readPng(png)
  const size = [picture.width, picture.height] as const
  const mask = picture.alpha && registerPlane(open, size, 'DeviceGray', picture.alpha)
  const image = registerPlane(open, size, picture.colorSpace, picture.color, mask)
  const scale = Math.min(field.width / picture.width, field.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const [left, bottom] = [(field.width - width) / 2, (field.height - height) / 2]
  const content = `q ${[width, 0, 0, height, left, bottom].map(number).join(' ')} cm /Im Do Q`
  setAppearance(open, field, content, { XObject: PdfDict.of({ Im: image }) })
}

/** One line in the middle of the field, as large as fits up to 11 points. */
function drawText(open: OpenForm, field: FormField, text: string): void {
  const font = readFieldFont(open.form, FIELD_FONT.regular, open.resolve)
  const widthPerPoint = font.widthOf(text) / 1000
  const size = Math.min(
    MAX_TEXT_PT,
    field.height,
    widthPerPoint > 0 ? field.width / widthPerPoint : MAX_TEXT_PT,
  )
  const left = (field.width - widthPerPoint * size) / 2
  const bottom = (field.height - size) / 2 - (font.descent / 1000) * size
  const content = `q BT 0 g /F ${number(size)} Tf ${number(left)} ${number(bottom)} Td <${font.encode(text)}> Tj ET Q`
  setAppearance(open, field, content, { Font: PdfDict.of({ F: font.ref }) })
}

/** Draws what is seen of a signature. Throws PdfError. */
export function drawSignature(open: OpenForm, field: FormField, appearance: SignatureAppearance): void {
  if (appearance.kind === 'picture') drawPicture(open, field, appearance.png)
  else if (appearance.kind === 'text') drawText(open, field, appearance.text)
}
