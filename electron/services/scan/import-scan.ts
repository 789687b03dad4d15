import { AppError } from '#shared/errors/app-error.ts'
import { secretMarkIn } from '#shared/domain/law/secret-marks.ts'
import { linesOf, type ScanWord } from '#shared/domain/scan/page-words.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { MAX_MESSAGE_BYTES } from '#shared/ipc/blobs.ipc.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import { inOnePart } from '../blobs/chunking.ts'
import type { ForeignFiles, ScanPicture } from '../foreign-files/foreign-files.port.ts'
import { mediaTypeOf } from '../offered-files/media-type.ts'
import type { OfferedFiles } from '../offered-files/offered-files.ts'
import type { PdfPages } from '../viewer/pdf-pages.port.ts'

type Imported = Output<'scan.import'>
type ReadPage = Pick<Imported, 'words' | 'source' | 'isOcrMissing'>

export interface ImportScanDeps {
  readonly offered: OfferedFiles
  readonly pages: PdfPages
  readonly foreignFiles: ForeignFiles
}

/** Takes a scan from its token into the store. Throws AppError as `scan.import` declares. */
export type ImportScan = (blobs: BlobStore, token: string) => Promise<Imported>

const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/tiff'] satisfies ScanPicture[]
/** A text layer with fewer letters is the trace of a scanner, not the text of the page. */
const FEWEST_LETTERS = 60
/** 200 dots per inch, what recognition wants. */
const RECOGNITION_SCALE = 200 / 72

/** Everything happens in memory until the first page was read: what bears a secrecy mark is never written (Law 117/2025 Art 5.2). */
export function importScan({ offered, pages, foreignFiles }: ImportScanDeps): ImportScan {
  async function readPdf(pdf: Uint8Array, sha256: string): Promise<ReadPage> {
    const read = (): Promise<Uint8Array> => Promise.resolve(pdf)
    const words = await pages.pageWords(sha256, read, 1)
    if (letters(words) >= FEWEST_LETTERS) return { words: [...words], source: 'text', isOcrMissing: false }
    const { png } = await pages.pageImage(sha256, read, 1, RECOGNITION_SCALE)
    return found(await foreignFiles.readScan(png, 'image/png'))
  }

  return async (blobs, token) => {
    const { name, head, content, sizeBytes } = await offered.take(token)
    if (sizeBytes > MAX_MESSAGE_BYTES) throw new AppError('too-large', { limitBytes: MAX_MESSAGE_BYTES })
    const file = await gathered(content)
    const mediaType = mediaTypeOf(name, head)
    let pdf = file
    let page: ReadPage
    if (isPicture(mediaType)) {
      const read = await foreignFiles.readScan(file, mediaType)
      if (read.pdf === null) throw new AppError('scan-unreadable', { cause: 'recognition-missing' })
      pdf = read.pdf
      page = found(read)
    } else if (mediaType === 'application/pdf') {
      page = await readPdf(file, sha256Hex(file))
    } else throw new AppError('scan-unreadable')
    const lines = linesOf(page.words).map((line) => line.text)
    if (secretMarkIn(lines) !== undefined) throw new AppError('secret-mark')
    const blob = await blobs.put(inOnePart(pdf), 'application/pdf')
    const count = await pages.pageCount(blob.sha256, () => Promise.resolve(pdf))
    return { name: pdfName(name), blob, pages: count, ...page }
  }
}

const isPicture = (mediaType: string): mediaType is ScanPicture => pictures.includes(mediaType)

const found = ({
  words,
  isOcrMissing,
}: {
  readonly words: readonly ScanWord[]
  readonly isOcrMissing: boolean
}): ReadPage => ({ words: [...words], source: words.length === 0 ? 'none' : 'ocr', isOcrMissing })

const letters = (words: readonly ScanWord[]): number =>
  words.reduce((count, { text }) => count + (text.match(/\p{L}/gu)?.length ?? 0), 0)

const pdfName = (name: string): string => `${name.replace(/\.[a-z]{3,4}$/i, '').slice(0, 250)}.pdf`

async function gathered(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}
