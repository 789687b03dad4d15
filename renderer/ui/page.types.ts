/** A page as drawn by the viewer: a bitmap of a sheet of known size. */
export interface PageView {
  /** From 1, through all parts. */
  readonly number: number
  readonly widthMm: number
  readonly heightMm: number
  /** `blob:` or `data:` address; undefined while it is still being drawn. */
  readonly image?: string | undefined
  /** First page of an annex: the word over its thumbnail. */
  readonly part?: string | undefined
}

/** A box on a page, in mm from its upper left corner. */
export interface PageBox {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}
