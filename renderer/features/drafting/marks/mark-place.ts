import type { PageMark } from '#shared/domain/documents/page-mark.ts'

/** Where a mark is, before it has words. */
export type MarkPlace = Omit<PageMark, 'words'>

type Point = readonly [x: number, y: number]

/** Smaller than this share of a page was a click, not a stroke. */
const LEAST = 0.01
const onPage = (share: number): number => Math.min(1, Math.max(0, share))

/** The rectangle between two points of a page, both in shares of it and kept on it; null for a click. */
export function placeBetween(page: number, [ax, ay]: Point, [bx, by]: Point): MarkPlace | null {
  const [left, right] = [onPage(Math.min(ax, bx)), onPage(Math.max(ax, bx))]
  const [top, bottom] = [onPage(Math.min(ay, by)), onPage(Math.max(ay, by))]
  const place = { page, x: left, y: top, width: right - left, height: bottom - top }
  return place.width < LEAST && place.height < LEAST ? null : place
}

/** For whoever has no pointer: the whole of a page. */
export const wholePage = (page: number): MarkPlace => ({ page, x: 0, y: 0, width: 1, height: 1 })
