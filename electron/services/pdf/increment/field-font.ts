import { PdfArray, PdfDict, PdfNumber, PdfStream } from '@libpdf/core'
import type { PdfObject, PdfRef } from '@libpdf/core'
import { PdfError, PdfErrorCode } from '../pdf-error.ts'

type Resolve = (ref: PdfRef) => PdfObject | null

/** A font of the form that text is drawn with: two-byte codes, widths and descent in thousandths of the size. */
export interface FieldFont {
  readonly ref: PdfRef
  readonly descent: number
  /** Codes as hex for a show operator. Throws PdfError `characterMissing`. */
  encode(text: string): string
  /** Advance of the text in thousandths of the size. */
  widthOf(text: string): number
}

/** Characters by code, from the ToUnicode map that `embedFieldFonts` made: single characters, one line each. */
function codesByCharacter(toUnicode: string): Map<string, number> {
  const codes = new Map<string, number>()
  for (const [, code = '', character = ''] of toUnicode.matchAll(
    /^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>$/gm,
  )) {
    codes.set(String.fromCharCode(Number.parseInt(character, 16)), Number.parseInt(code, 16))
  }
  return codes
}

/** Widths by code from a `/W` array of the form `first [w w …]` (ISO 32000-1, 9.7.4.3). */
function widthsByCode(w: PdfArray | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  for (let i = 0; i + 1 < (w?.length ?? 0); i += 2) {
    const first = w?.at(i)
    const run = w?.at(i + 1)
    if (!(first instanceof PdfNumber) || !(run instanceof PdfArray)) continue
    run.toArray().forEach((width, index) => {
      if (width instanceof PdfNumber) widths.set(first.value + index, width.value)
    })
  }
  return widths
}

/** Reads one of the fonts in the form's resources. Throws PdfError `fieldMissing`. */
export function readFieldFont(form: PdfDict, name: string, resolve: Resolve): FieldFont {
  const fonts = form.getDict('DR', resolve)?.getDict('Font', resolve)
  const ref = fonts?.getRef(name)
  const font = fonts?.getDict(name, resolve)
  const toUnicode = font?.get('ToUnicode', resolve)
  const descendant = font?.getArray('DescendantFonts', resolve)?.at(0, resolve)
  if (!ref || !(toUnicode instanceof PdfStream) || !(descendant instanceof PdfDict)) {
    throw new PdfError(PdfErrorCode.fieldMissing, { font: name })
  }
  const codes = codesByCharacter(new TextDecoder('latin1').decode(toUnicode.getDecodedData()))
  const widths = widthsByCode(descendant.getArray('W', resolve))
  const defaultWidth = descendant.getNumber('DW', resolve)?.value ?? 1000
  const descent = descendant.getDict('FontDescriptor', resolve)?.getNumber('Descent', resolve)?.value ?? 0
  const codeOf = (character: string) => {
    const code = codes.get(character)
    if (code === undefined) throw new PdfError(PdfErrorCode.characterMissing, { character })
    return code
  }
  const codesOf = (text: string) => Array.from(text.normalize('NFC'), codeOf)
  return {
    ref,
    descent,
    encode: (text) =>
      codesOf(text)
        .map((code) => code.toString(16).padStart(4, '0'))
        .join(''),
    widthOf: (text) => codesOf(text).reduce((sum, code) => sum + (widths.get(code) ?? defaultWidth), 0),
  }
}
