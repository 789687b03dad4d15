import { z } from 'zod'

const share = z.number().min(0).max(1)

/** Words on a place of a page (bút tích): page from 1, the place as shares of its width and height. Stored and exchanged. */
export const pageMark = z.strictObject({
  page: z.int().min(1).max(10_000),
  x: share,
  y: share,
  width: share,
  height: share,
  words: z.string().trim().min(1).max(2000),
})
export type PageMark = z.infer<typeof pageMark>
