import { z } from 'zod'
import { blobRef } from '../domain/blob-ref.ts'
import { scanWord } from '../domain/scan/page-words.ts'
import { request, type IpcDefinition } from './define.ts'
import { blobHash, fileName, fileToken } from './values.ts'

/** Letters on paper, as scanned: PDF, TIFF, PNG or JPEG. */
export const scanIpc = {
  /**
   * Takes an offered scan and uses its token up. Its first page is read before anything is kept: by its text layer, else by recognition
   * where the machine has it (`isOcrMissing` when it would be needed and is not there). A page that bears a secrecy mark is refused and
   * leaves nothing behind. Pictures are kept as a PDF with the picture as it was.
   */
  'scan.import': request({
    input: fileToken,
    output: z.strictObject({
      name: fileName,
      blob: blobRef,
      pages: z.int().positive(),
      words: z.array(scanWord).max(20_000),
      source: z.enum(['text', 'ocr', 'none']),
      isOcrMissing: z.boolean(),
    }),
    errors: [
      'file-token-unknown',
      'too-large',
      'disk-full',
      'pdf-unreadable',
      'scan-unreadable',
      'secret-mark',
      'timed-out',
    ],
  }),
  /**
   * The text of the first pages of a kept PDF, at most three: of each by its text layer, else by recognition, which takes seconds;
   * `isOcrMissing` when that would be needed and is not there.
   */
  'scan.pageTexts': request({
    input: blobHash,
    output: z.strictObject({ texts: z.array(z.string().max(20_000)).max(3), isOcrMissing: z.boolean() }),
    errors: [
      'blob-missing',
      'blob-corrupt',
      'pdf-unreadable',
      'page-missing',
      'scan-unreadable',
      'too-large',
      'timed-out',
    ],
  }),
} satisfies IpcDefinition
