import { textWidth, type LetterFonts } from './letter-fonts.ts'

export type FaceName = keyof LetterFonts
export type Colour = readonly [red: number, green: number, blue: number]

/** Collects what is drawn on one page: content with the letters of each face still as text. */
export class PageCanvas {
  readonly fonts: LetterFonts
  readonly texts: Record<FaceName, string> = { regular: '', bold: '' }
  readonly #parts: (string | { readonly face: FaceName; readonly text: string })[] = []

  constructor(fonts: LetterFonts) {
    this.fonts = fonts
  }

  text(text: string, face: FaceName, sizePt: number, x: number, y: number): void {
    const plain = text.normalize('NFC')
    this.texts[face] += plain
    this.#parts.push(
      `BT /${face} ${sizePt} Tf ${fixed(x)} ${fixed(y)} Td `,
      { face, text: plain },
      ' Tj ET\n',
    )
  }

  centred(text: string, face: FaceName, sizePt: number, x: number, y: number): void {
    this.text(text, face, sizePt, x - textWidth(this.fonts[face], text, sizePt) / 2, y)
  }

  /** Any path operators, stroked or filled in the colour. */
  path(operators: string, colour: Colour, widthPt?: number): void {
    const rgb = colour.join(' ')
    this.#parts.push(
      widthPt === undefined
        ? `${rgb} rg ${operators} f 0 0 0 rg\n`
        : `${rgb} RG ${widthPt} w ${operators} S 0 0 0 RG\n`,
    )
  }

  circle(x: number, y: number, radius: number, colour: Colour, widthPt: number): void {
    // Four Bézier arcs; the constant makes them round to the eye.
    const k = 0.5523 * radius
    const [l, r, b, t] = [x - radius, x + radius, y - radius, y + radius].map(fixed)
    this.path(
      `${r} ${fixed(y)} m ${r} ${fixed(y + k)} ${fixed(x + k)} ${t} ${fixed(x)} ${t} c ` +
        `${fixed(x - k)} ${t} ${l} ${fixed(y + k)} ${l} ${fixed(y)} c ${l} ${fixed(y - k)} ${fixed(x - k)} ${b} ${fixed(x)} ${b} c ` +
        `${fixed(x + k)} ${b} ${r} ${fixed(y - k)} ${r} ${fixed(y)} c h`,
      colour,
      widthPt,
    )
  }

  /** The content stream, with each text as the glyphs that `glyphsOf` gives it. */
  content(glyphsOf: (face: FaceName, text: string) => string): string {
    return this.#parts
      .map((part) => (typeof part === 'string' ? part : `<${glyphsOf(part.face, part.text)}>`))
      .join('')
  }
}

const fixed = (value: number): string => value.toFixed(2)
