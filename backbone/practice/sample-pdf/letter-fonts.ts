import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readTrueType, type TrueTypeFont } from '#shared/pdf/fonts/true-type.ts'

const require = createRequire(import.meta.url)
let loaded: Promise<LetterFonts> | undefined

/** The faces of the sample letters. */
export interface LetterFonts {
  readonly regular: TrueTypeFont
  readonly bold: TrueTypeFont
}

/** Reads the font files once. */
export function loadLetterFonts(): Promise<LetterFonts> {
  const face = async (file: string): Promise<TrueTypeFont> =>
    readTrueType(await readFile(require.resolve(`@expo-google-fonts/tinos/${file}`)))
  loaded ??= (async () => ({
    regular: await face('400Regular/Tinos_400Regular.ttf'),
    bold: await face('700Bold/Tinos_700Bold.ttf'),
  }))()
  return loaded
}

/** Width of a text in points. */
export function textWidth(font: TrueTypeFont, text: string, sizePt: number): number {
  let units = 0
  for (let i = 0; i < text.length; i++) units += font.metricsOf(font.glyphOf(text.charCodeAt(i))).advance
  return (units * sizePt) / font.unitsPerEm
}
