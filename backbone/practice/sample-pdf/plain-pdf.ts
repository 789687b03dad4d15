import { deflateSync } from 'node:zlib'
import { subsetTrueType } from '#shared/pdf/fonts/subset-true-type.ts'
import type { TrueTypeFont } from '#shared/pdf/fonts/true-type.ts'

/** A PDF whose objects stand one after the other under a plain table, so that increments can be added by hand. */
export class PlainPdf {
  readonly #objects: Buffer[] = []

  /** Takes the next number; the content may come later. */
  reserve(): number {
    return this.#objects.push(Buffer.alloc(0))
  }

  set(number: number, content: string): number {
    this.#objects[number - 1] = Buffer.from(content, 'latin1')
    return number
  }

  add(content: string): number {
    return this.set(this.reserve(), content)
  }

  stream(dictionary: string, bytes: Uint8Array): number {
    const packed = deflateSync(bytes)
    const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
    const whole = Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream', 'latin1')])
    this.#objects.push(whole)
    return this.#objects.length
  }

  bytes(root: number, info: number): Uint8Array {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
    let at = parts[0]?.length ?? 0
    const offsets = this.#objects.map((content, index) => {
      const offset = at
      const whole = Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
        content,
        Buffer.from('\nendobj\n', 'latin1'),
      ])
      parts.push(whole)
      at += whole.length
      return offset
    })
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const size = this.#objects.length + 1
    const table =
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}` +
      `trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${at}\n%%EOF\n`
    parts.push(Buffer.from(table, 'latin1'))
    return Uint8Array.from(Buffer.concat(parts))
  }
}

/** Text as a PDF string that any reader understands. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}

/** Embeds the glyphs of a text; answers the font's object and how texts are written with it. */
export function embedFont(
  pdf: PlainPdf,
  font: TrueTypeFont,
  name: string,
  text: string,
): { readonly object: number; readonly glyphs: (text: string) => string } {
  const { file, glyphs, advances } = subsetTrueType(font, text)
  const scale = 1000 / font.unitsPerEm
  const fontFile = pdf.stream(`/Length1 ${file.length}`, file)
  const box = font.box.map((value) => Math.round(value * scale)).join(' ')
  const descriptor = pdf.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${Math.round(font.ascent * scale)}` +
      `/Descent ${Math.round(font.descent * scale)}/CapHeight 660/StemV 80/FontFile2 ${fontFile} 0 R>>`,
  )
  const widths = advances.map((advance) => Math.round(advance * scale)).join(' ')
  const descendant = pdf.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[0[${widths}]]>>`,
  )
  const codes = [...glyphs].map(([unit, glyph]) => `<${hex4(glyph)}> <${hex4(unit)}>`)
  const map = pdf.stream(
    '',
    Buffer.from(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n' +
        '1 begincodespacerange <0000> <ffff> endcodespacerange\n' +
        chunks(codes, 100)
          .map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`)
          .join('') +
        'endcmap end end',
      'latin1',
    ),
  )
  const object = pdf.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${map} 0 R>>`,
  )
  const glyphsOf = (written: string): string =>
    Array.from({ length: written.length }, (_, index) =>
      hex4(glyphs.get(written.charCodeAt(index)) ?? 0),
    ).join('')
  return { object, glyphs: glyphsOf }
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0')

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
