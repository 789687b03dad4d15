import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHidden } from '../../launch/run-hidden.ts'
import type { FieldFontFiles } from '../../services/pdf/pdf.port.ts'
import type { Fail } from './words.ts'

const PROGRAM = join(import.meta.dirname, 'print-electron.ts')
const require = createRequire(import.meta.url)

const FACES = {
  Regular: '400Regular',
  Bold: '700Bold',
  Italic: '400Regular_Italic',
  BoldItalic: '700Bold_Italic',
} as const

const faceFile = (face: keyof typeof FACES): string =>
  require.resolve(`@expo-google-fonts/tinos/${FACES[face]}/Tinos_${FACES[face]}.ttf`)

/** The faces of form fields. */
export async function fieldFonts(): Promise<FieldFontFiles> {
  const read = async (face: keyof typeof FACES) => new Uint8Array(await readFile(faceFile(face)))
  return { regular: await read('Regular'), italic: await read('Italic') }
}

/** The tagged print of a page of ours, made by the installed engine in a folder that is gone afterwards. Throws CommandError. */
export async function printPage(html: string, fail: Fail): Promise<Uint8Array> {
  const work = await mkdtemp(join(tmpdir(), 'congso-render-'))
  try {
    await mkdir(join(work, 'fonts'))
    for (const face of ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const)
      await cp(faceFile(face), join(work, 'fonts', `Tinos-${face}.ttf`))
    await writeFile(join(work, 'page.html'), html)
    const run = await runHidden(PROGRAM, [`--user-data-dir=${join(work, 'profile')}`, `--work=${work}`])
    if (run === undefined) throw fail('noEngine')
    if (run.code !== 0) throw fail('engineFailed', { detail: run.errors })
    return new Uint8Array(await readFile(join(work, 'print.pdf')))
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
