import fontkit from '@pdf-lib/fontkit'
import { PDFName } from 'pdf-lib'
import type { PDFDict, PDFDocument } from 'pdf-lib'
import type { FieldSpec } from '#shared/pdf/form-fields.ts'
import { FIELD_FONT } from './field-widgets.ts'

/** Font files for text fields, TrueType. */
export interface FieldFontFiles {
  readonly regular: Uint8Array
  readonly italic: Uint8Array
}

const LATIN = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const LETTERS = 'AĂÂEÊIOÔƠUƯYĐaăâeêioôơuưyđ'

/** Every character a number, a symbol, a date or a name can need: printable ASCII, all Vietnamese letters, dash. In NFC. */
export const FIELD_CHARACTERS: string = [
  LATIN,
  '–',
  ...Array.from(LETTERS).flatMap((letter) => TONES.map((tone) => (letter + tone).normalize('NFC'))),
]
  .filter((text) => text === LATIN || text.length === 1)
  .join('')

/**
 * Embeds the fonts that fields are filled with later, so that filling adds no font: the regular face always (initials may be
 * text), the italic one where a field asks for it. Answers the form's `/Font` resources.
 */
export async function embedFieldFonts(
  document: PDFDocument,
  fields: readonly FieldSpec[],
  files: FieldFontFiles,
): Promise<PDFDict> {
  document.registerFontkit(fontkit)
  const fonts = document.context.obj({})
  for (const face of ['regular', 'italic'] as const) {
    if (face === 'italic' && !fields.some((field) => field.kind === 'text' && field.face === face)) continue
    const font = await document.embedFont(files[face], {
      subset: true,
      customName: `FIELDS+${FIELD_FONT[face]}`,
    })
    font.encodeText(FIELD_CHARACTERS)
    fonts.set(PDFName.of(FIELD_FONT[face]), font.ref)
  }
  return fonts
}
