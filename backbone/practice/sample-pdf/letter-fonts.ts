import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readTrueType, type TrueTypeFont } from '#shared/pdf/fonts/true-type.ts'

const require = createRequire(import.meta.url)
const PACKAGE = '@expo-google-fonts/tinos'
let loaded: Promise<LetterFonts> | undefined

/** The faces of the sample letters. */
export interface LetterFonts {
  readonly regular: TrueTypeFont
  readonly bold: TrueTypeFont
}

/** Reads the font files once: those that lie beside the bundled program, else those of the package. */
export function loadLetterFonts(): Promise<LetterFonts> {
  const face = async (bundled: string, packaged: string): Promise<TrueTypeFont> => {
    const beside = join(import.meta.dirname, 'renderer/fonts', bundled)
    return readTrueType(
      await readFile(existsSync(beside) ? beside : require.resolve(`${PACKAGE}/${packaged}`)),
    )
  }
  loaded ??= (async () => ({
    regular: await face('Tinos-Regular.ttf', '400Regular/Tinos_400Regular.ttf'),
    bold: await face('Tinos-Bold.ttf', '700Bold/Tinos_700Bold.ttf'),
  }))()
  return loaded
}

/** Width of a text in points. */
export function textWidth(font: TrueTypeFont, text: string, sizePt: number): number {
  let units = 0
  for (let i = 0; i < text.length; i++) units += font.metricsOf(font.glyphOf(text.charCodeAt(i))).advance
  return (units * sizePt) / font.unitsPerEm
}
