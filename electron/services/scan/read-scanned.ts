import type { Output } from '#shared/ipc/contract.ts'
import type { PdfPages } from '../viewer/pdf-pages.port.ts'
import { readPage, textOf, type ReadPageDeps } from './read-page.ts'

/** Recognition takes seconds a page; what a letter is about stands on its first ones. */
const MOST_PAGES = 3

export interface ReadScannedDeps extends ReadPageDeps {
  readonly pages: Pick<PdfPages, 'pageCount' | 'pageWords' | 'pageImage'>
}

/** The text of the first pages of a kept PDF, also of those that are pictures. Throws AppError as `scan.pageTexts` declares. */
export type ReadScanned = (
  sha256: string,
  read: () => Promise<Uint8Array>,
) => Promise<Output<'scan.pageTexts'>>

export function readScanned(deps: ReadScannedDeps): ReadScanned {
  return async (sha256, read) => {
    const count = Math.min(await deps.pages.pageCount(sha256, read), MOST_PAGES)
    const texts: string[] = []
    let isOcrMissing = false
    for (let page = 1; page <= count; page++) {
      const found = await readPage(deps, sha256, read, page)
      texts.push(textOf(found).slice(0, 20_000))
      isOcrMissing ||= found.isOcrMissing
    }
    return { texts, isOcrMissing }
  }
}
