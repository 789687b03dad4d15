/** Prints our own pages. */
export interface Rendering {
  /** Chromium's tagged print of a whole HTML document; no script of it runs and nothing is fetched but our fonts. Throws AppError `timed-out`. */
  printHtml(html: string): Promise<Uint8Array>
}
