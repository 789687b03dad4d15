import { linesOf, type ScanWord } from '#shared/domain/scan/page-words.ts'
import { isTextLayer } from '#shared/domain/scan/text-layer.ts'
import type { ForeignFiles } from '../foreign-files/foreign-files.port.ts'
import type { PdfPages } from '../viewer/pdf-pages.port.ts'

/** The words of a page and whose they are; `isOcrMissing` when recognition would be needed and this machine has none. */
export interface ReadPage {
  readonly words: ScanWord[]
  readonly source: 'text' | 'ocr' | 'none'
  readonly isOcrMissing: boolean
}

export interface ReadPageDeps {
  readonly pages: Pick<PdfPages, 'pageWords' | 'pageImage'>
  readonly foreignFiles: Pick<ForeignFiles, 'readScan'>
}

/** 200 dots per inch, what recognition wants. */
const RECOGNITION_SCALE = 200 / 72

/** Reads a page by its text layer, else by recognition. Throws AppError as `scan.import` declares. */
export async function readPage(
  { pages, foreignFiles }: ReadPageDeps,
  sha256: string,
  read: () => Promise<Uint8Array>,
  page: number,
): Promise<ReadPage> {
  const words = await pages.pageWords(sha256, read, page)
  if (isTextLayer(words.map(({ text }) => text)))
    return { words: [...words], source: 'text', isOcrMissing: false }
  const { png } = await pages.pageImage(sha256, read, page, RECOGNITION_SCALE)
  return recognised(await foreignFiles.readScan(png, 'image/png'))
}

/** What recognition found on a picture. */
export const recognised = ({
  words,
  isOcrMissing,
}: {
  readonly words: readonly ScanWord[]
  readonly isOcrMissing: boolean
}): ReadPage => ({ words: [...words], source: words.length === 0 ? 'none' : 'ocr', isOcrMissing })

/** The page line by line, from top to bottom. */
export const textOf = ({ words }: ReadPage): string =>
  linesOf(words)
    .map((line) => line.text)
    .join('\n')
