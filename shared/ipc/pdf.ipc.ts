import { z } from 'zod'
import { blobRef } from '../domain/blob-ref.ts'
import { pagePiece } from '../domain/notes/page-word.ts'
import type { FieldSpec } from '../pdf/form-fields.ts'
import { request, type IpcDefinition } from './define.ts'
import { blobHash, bytes, instant } from './values.ts'

const fieldName = z.string().regex(/^[a-z0-9-]{1,40}$/)
const lock = z.union([
  z.strictObject({ action: z.literal('All') }),
  z.strictObject({ action: z.enum(['Include', 'Exclude']), fields: z.array(fieldName).max(40).readonly() }),
])
const signatureField = z.strictObject({
  kind: z.literal('signature'),
  name: fieldName,
  label: z.string().max(200),
  lock: lock.exactOptional(),
})
const textField = z.strictObject({
  kind: z.literal('text'),
  name: fieldName,
  label: z.string().max(200),
  face: z.enum(['regular', 'italic']),
  sizePt: z.number().positive().max(40),
  align: z.enum(['left', 'center', 'right']),
})
const fieldSpec: z.ZodType<FieldSpec> = z.discriminatedUnion('kind', [signatureField, textField])

/** Pages are drawn at 72 dpi times this. */
const scale = z.number().min(0.1).max(6)

/** What a page is looked at for. What is going to be signed is drawn where no file from elsewhere was ever opened. */
const purpose = z.enum(['read', 'sign'])
export type PagePurpose = z.infer<typeof purpose>

/** Printing of our own pages, and pictures of any PDF, drawn in a window of its own. */
export const pdfIpc = {
  /**
   * The whole official page (`officialPage` with `printFonts`) as PDF/A-3a and PDF/UA-1 with every field of the route in place. Scripts
   * in it do not run; pictures must be `data:`. The same input makes the same file but for the engine's own dates.
   */
  'pdf.render': request({
    input: z.strictObject({
      html: z.string().max(20_000_000),
      fields: z.array(fieldSpec).max(40),
      title: z.string().min(1).max(1000),
      subject: z.string().max(1000).exactOptional(),
      author: z.string().max(300).exactOptional(),
      createdAt: instant,
    }),
    output: z.strictObject({ blob: blobRef, pages: z.int().positive() }),
    errors: ['pdf-not-finished', 'timed-out', 'disk-full', 'too-large'],
  }),
  'pdf.pageCount': request({
    input: z.strictObject({ sha256: blobHash, purpose }),
    output: z.int().positive(),
    errors: ['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'timed-out'],
  }),
  /** One page, counted from 1, as PNG. */
  'pdf.pageImage': request({
    input: z.strictObject({ sha256: blobHash, page: z.int().positive(), scale, purpose }),
    output: z.strictObject({ png: bytes, widthPx: z.int().positive(), heightPx: z.int().positive() }),
    errors: ['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'page-missing', 'timed-out'],
  }),
  /** The words of each page, read where foreign files may be read; empty for pages that are pictures only. */
  'pdf.pageTexts': request({
    input: blobHash,
    output: z.array(z.string().max(20_000)).max(500),
    errors: ['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'timed-out'],
  }),
  /** The pieces of the text layer of a page with their places, in the order in which it has them; none of a page that is a picture only. */
  'pdf.pagePieces': request({
    input: z.strictObject({ sha256: blobHash, page: z.int().positive() }),
    output: z.array(pagePiece).max(20_000),
    errors: ['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'page-missing', 'timed-out'],
  }),
  /** Where words that begin with one of the folded ones stand on a page, as shares of its width and height from the top left. */
  'pdf.pageMarks': request({
    input: z.strictObject({
      sha256: blobHash,
      page: z.int().positive(),
      words: z.array(z.string().min(1).max(60)).max(40),
    }),
    output: z
      .array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }))
      .max(500),
    errors: ['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'timed-out'],
  }),
} satisfies IpcDefinition
