import { PDFName, PDFString } from 'pdf-lib'
import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib'
import type { FieldSpec } from '#shared/pdf/form-fields.ts'
import type { FieldFontFiles } from '../pdf.port.ts'
import { FIELD_FONT } from './field-widgets.ts'
import { subsetTrueType } from '#shared/pdf/fonts/subset-true-type.ts'
import { readTrueType } from '#shared/pdf/fonts/true-type.ts'

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

/** Readers accept at most this many lines in one block of a character map (Adobe Technical Note 5411). */
const MAX_BLOCK = 100
const SYMBOLIC = 4
const ITALIC = 64
const ITALIC_ANGLE = -12
const STEM_WIDTH = 80

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}

/** The map from glyph numbers back to characters, for search, copying and screen readers. */
function toUnicode(glyphs: ReadonlyMap<number, number>): string {
  const lines = [...glyphs].map(([codeUnit, glyph]) => `<${hex(glyph)}> <${hex(codeUnit)}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += MAX_BLOCK) {
    const block = lines.slice(at, at + MAX_BLOCK)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

/** One face as a Type 0 font with two-byte glyph numbers as codes (ISO 32000-1, 9.7). */
function embedFace(context: PDFContext, face: 'regular' | 'italic', file: Uint8Array): PDFRef {
  const font = readTrueType(file)
  const subset = subsetTrueType(font, FIELD_CHARACTERS)
  const scaled = (units: number) => Math.round((units * 1000) / font.unitsPerEm)
  const name = `FIELDS+${FIELD_FONT[face]}`
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC | (face === 'italic' ? ITALIC : 0),
    FontBBox: font.box.map(scaled),
    ItalicAngle: face === 'italic' ? ITALIC_ANGLE : 0,
    Ascent: scaled(font.ascent),
    Descent: scaled(font.descent),
    CapHeight: scaled(font.ascent),
    StemV: STEM_WIDTH,
    FontFile2: context.register(context.flateStream(subset.file, { Length1: subset.file.length })),
  })
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDToGIDMap: 'Identity',
    DW: 1000,
    W: [0, subset.advances.map((advance) => (advance * 1000) / font.unitsPerEm)],
    FontDescriptor: context.register(descriptor),
  })
  const ordering = context.obj({ Supplement: 0 })
  for (const [key, value] of [['Registry', 'Adobe'] as const, ['Ordering', 'Identity'] as const]) {
    ordering.set(PDFName.of(key), PDFString.of(value))
  }
  descendant.set(PDFName.of('CIDSystemInfo'), ordering)
  const composite = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(subset.glyphs))),
  }
  return context.register(context.obj(composite))
}

/**
 * Embeds the fonts that fields are filled with later, so that filling adds no font: the regular face always (initials may be
 * text), the italic one where a field asks for it. Answers the form's `/Font` resources. Throws RangeError on a file that is no font.
 */
export function embedFieldFonts(
  context: PDFContext,
  fields: readonly FieldSpec[],
  files: FieldFontFiles,
): PDFDict {
  const fonts = context.obj({})
  for (const face of ['regular', 'italic'] as const) {
    if (face === 'italic' && !fields.some((field) => field.kind === 'text' && field.face === face)) continue
    fonts.set(PDFName.of(FIELD_FONT[face]), embedFace(context, face, files[face]))
  }
  return fonts
}
