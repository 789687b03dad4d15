import { AppError } from '#shared/errors/app-error.ts'
import { secretMarkIn } from '#shared/domain/law/secret-marks.ts'
import { linesOf } from '#shared/domain/scan/page-words.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { MAX_MESSAGE_BYTES } from '#shared/ipc/blobs.ipc.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import { inOnePart } from '../blobs/chunking.ts'
import type { ForeignFiles, ScanPicture } from '../foreign-files/foreign-files.port.ts'
import { mediaTypeOf } from '../offered-files/media-type.ts'
import type { OfferedFiles } from '../offered-files/offered-files.ts'
import type { PdfPages } from '../viewer/pdf-pages.port.ts'
import { readPage, recognised, type ReadPage } from './read-page.ts'

type Imported = Output<'scan.import'>

export interface ImportScanDeps {
  readonly offered: OfferedFiles
  readonly pages: PdfPages
  readonly foreignFiles: ForeignFiles
}

/** Takes a scan from its token into the store. Throws AppError as `scan.import` declares. */
export type ImportScan = (blobs: BlobStore, token: string) => Promise<Imported>

const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/tiff'] satisfies ScanPicture[]
/** Everything happens in memory until the first page was read: what bears a secrecy mark is never written (Law 117/2025 Art 5.2). */
export function importScan({ offered, pages, foreignFiles }: ImportScanDeps): ImportScan {
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
      page = recognised(read)
    } else if (mediaType === 'application/pdf') {
      page = await readPage({ pages, foreignFiles }, sha256Hex(file), () => Promise.resolve(file), 1)
    } else throw new AppError('scan-unreadable')
    const lines = linesOf(page.words).map((line) => line.text)
    if (secretMarkIn(lines) !== undefined) throw new AppError('secret-mark')
    const blob = await blobs.put(inOnePart(pdf), 'application/pdf')
    const count = await pages.pageCount(blob.sha256, () => Promise.resolve(pdf))
    return { name: pdfName(name), blob, pages: count, ...page }
  }
}

const isPicture = (mediaType: string): mediaType is ScanPicture => pictures.includes(mediaType)

const pdfName = (name: string): string => `${name.replace(/\.[a-z]{3,4}$/i, '').slice(0, 250)}.pdf`

async function gathered(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}
