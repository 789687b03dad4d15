import type { ScanWord } from '#shared/domain/scan/page-words.ts'

/** A drawn page. */
interface PageImage {
  readonly png: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** A stretch of a page, as shares of its width and height from the top left. */
interface PageMark {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws and reads PDFs, also hostile ones: only pictures and plain words come back. Throws AppError `pdf-unreadable`, `page-missing`, `timed-out`. */
export interface PdfPages {
  pageCount(sha256: string, read: () => Promise<Uint8Array>): Promise<number>
  /** The words of the text layer of a page with their places; none when it is a picture only. */
  pageWords(sha256: string, read: () => Promise<Uint8Array>, page: number): Promise<readonly ScanWord[]>
  /** `page` counts from 1; `scale` 1 is 72 dpi. */
  pageImage(sha256: string, read: () => Promise<Uint8Array>, page: number, scale: number): Promise<PageImage>
  /** The words of each page, empty for those that are pictures only; at most 500 pages. */
  pageTexts(read: () => Promise<Uint8Array>): Promise<readonly string[]>
  /** Where words that begin with one of the folded ones stand on a page. */
  pageMarks(
    sha256: string,
    read: () => Promise<Uint8Array>,
    page: number,
    words: readonly string[],
  ): Promise<readonly PageMark[]>
}
