/** A drawn page. */
interface PageImage {
  readonly png: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** Draws PDFs, also hostile ones: only pictures come back. Throws AppError `pdf-unreadable`, `page-missing`, `timed-out`. */
export interface PdfPages {
  pageCount(sha256: string, read: () => Promise<Uint8Array>): Promise<number>
  /** `page` counts from 1; `scale` 1 is 72 dpi. */
  pageImage(sha256: string, read: () => Promise<Uint8Array>, page: number, scale: number): Promise<PageImage>
}
