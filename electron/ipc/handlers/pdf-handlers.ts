import { pieceOf } from '#shared/domain/notes/page-word.ts'
import type { PagePurpose, pdfIpc } from '#shared/ipc/pdf.ipc.ts'
import type { DrawnPages } from '../../services/viewer/drawn-pages.ts'
import type { PdfPages } from '../../services/viewer/pdf-pages.port.ts'
import type { RenderDocument } from '../../services/rendering/render-document.ts'
import type { DeskSession } from '../../services/session/desk-session.ts'
import type { HandlersOf } from '../router.ts'

export interface PdfDeps {
  readonly session: DeskSession
  readonly render: RenderDocument
  /** Draws any file, also hostile ones. */
  readonly pages: PdfPages
  /** Draws what is going to be signed, and nothing from elsewhere. */
  readonly ownPages: Pick<PdfPages, 'pageCount' | 'pageImage'>
  readonly drawn: Pick<DrawnPages, 'note'>
}

/** Smaller than this a page shows its shape, not its words. */
const LEGIBLE_SCALE = 0.9

export function pdfHandlers({ session, render, pages, ownPages, drawn }: PdfDeps): HandlersOf<typeof pdfIpc> {
  const pagesFor = (purpose: PagePurpose): PdfDeps['ownPages'] => (purpose === 'sign' ? ownPages : pages)
  return {
    'pdf.render': (page) => render(session.desk().blobs, page),
    'pdf.pageCount'({ sha256, purpose }) {
      const { blobs } = session.desk()
      return pagesFor(purpose).pageCount(sha256, () => blobs.get(sha256))
    },
    async 'pdf.pageImage'({ sha256, page, scale, purpose }) {
      const { blobs, person, accesses } = session.desk()
      const read = (): Promise<Uint8Array> => blobs.get(sha256)
      const image = await pagesFor(purpose).pageImage(sha256, read, page, scale)
      await accesses.opened({ file: sha256 })
      if (purpose === 'sign' && scale >= LEGIBLE_SCALE)
        drawn.note(person, sha256, page, await ownPages.pageCount(sha256, read))
      return image
    },
    async 'pdf.pageTexts'(sha256) {
      const { blobs } = session.desk()
      return [...(await pages.pageTexts(() => blobs.get(sha256)))]
    },
    async 'pdf.pagePieces'({ sha256, page }) {
      const { blobs } = session.desk()
      const words = await pages.pageWords(sha256, () => blobs.get(sha256), page)
      return words.map(pieceOf)
    },
    async 'pdf.pageMarks'({ sha256, page, words }) {
      const { blobs } = session.desk()
      return [...(await pages.pageMarks(sha256, () => blobs.get(sha256), page, words))]
    },
  }
}
