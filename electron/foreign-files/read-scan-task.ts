import { PDFDocument } from 'pdf-lib'
import { z } from 'zod'
import type { ScanWord } from '#shared/domain/scan/page-words.ts'
import { readTsv } from './read-tsv.ts'
import { recognise } from './recognise.ts'

/** What main sends. A picture is made into a PDF and read; of a PDF main draws a page and sends that picture. */
export const readScanTask = z.strictObject({
  task: z.literal('read-scan'),
  file: z.instanceof(Uint8Array),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/tiff']),
})
export type ReadScanTask = z.infer<typeof readScanTask>

/** The picture as a PDF (null when that is not possible here), its words, and whether recognition is missing on this machine. */
interface ReadScan {
  readonly pdf: Uint8Array | null
  readonly words: readonly ScanWord[]
  readonly isOcrMissing: boolean
}

const A4 = { width: 595.28, height: 841.89 }

/** Reads a picture of a page: hostile bytes meet only this process and the recogniser it starts. */
export async function runReadScan({ file, mediaType }: ReadScanTask): Promise<ReadScan> {
  const tsv = await recognise(file, 'tsv')
  const words = tsv === undefined ? [] : readTsv(new TextDecoder().decode(tsv))
  const pdf =
    mediaType === 'image/tiff' ? ((await recognise(file, 'pdf')) ?? null) : await pageOf(file, mediaType)
  return { pdf, words, isOcrMissing: tsv === undefined }
}

/** The picture, unchanged, on a page of A4. */
async function pageOf(file: Uint8Array, mediaType: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  // The library reads the whole buffer below a view; what came in a message may be part of a larger one.
  const own = file.slice()
  const picture = mediaType === 'image/png' ? await pdf.embedPng(own) : await pdf.embedJpg(own)
  const isWide = picture.width > picture.height
  const [width, height] = isWide ? [A4.height, A4.width] : [A4.width, A4.height]
  const scaled = picture.scaleToFit(width, height)
  pdf.addPage([width, height]).drawImage(picture, {
    x: (width - scaled.width) / 2,
    y: (height - scaled.height) / 2,
    ...scaled,
  })
  return pdf.save()
}
