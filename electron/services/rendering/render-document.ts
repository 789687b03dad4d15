import type { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import type { pdfIpc } from '#shared/ipc/pdf.ipc.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import { inOnePart } from '../blobs/chunking.ts'
import { PdfError } from '../pdf/pdf-error.ts'
import type { FieldFontFiles, PdfDocuments } from '../pdf/pdf.port.ts'
import type { PdfPages } from '../viewer/pdf-pages.port.ts'
import type { Rendering } from './rendering.port.ts'

type Page = z.output<(typeof pdfIpc)['pdf.render']['input']>
type Rendered = z.output<(typeof pdfIpc)['pdf.render']['output']>

/** A page of ours into the store as a file that may be signed. Throws AppError as `pdf.render` declares. */
export type RenderDocument = (blobs: BlobStore, page: Page) => Promise<Rendered>

export interface RenderDocumentDeps {
  readonly rendering: Rendering
  readonly pdf: PdfDocuments
  readonly pages: PdfPages
  readonly fonts: () => Promise<FieldFontFiles>
  /** Program and version, as files name their maker. */
  readonly tool: string
}

const LANGUAGE = 'vi'
const ALLOWED_FONTS = ['Tinos']

export function renderDocument({ rendering, pdf, pages, fonts, tool }: RenderDocumentDeps): RenderDocument {
  return async (blobs, { html, fields, ...meta }) => {
    const print = await rendering.printHtml(html)
    const bytes = await finished(async () =>
      pdf.finalizeBase({
        print,
        meta: { ...meta, language: LANGUAGE, tool },
        fields,
        fonts: await fonts(),
        allowedFonts: ALLOWED_FONTS,
      }),
    )
    const blob = await blobs.put(inOnePart(bytes), 'application/pdf')
    return { blob, pages: await pages.pageCount(blob.sha256, () => Promise.resolve(bytes)) }
  }
}

async function finished(finish: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await finish()
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    throw new AppError('pdf-not-finished', { cause: error.code }, { cause: error })
  }
}
