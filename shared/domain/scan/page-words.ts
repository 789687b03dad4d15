import { z } from 'zod'

/** A word of a page: where it stands, in parts of the page's width and height (0–1), and how sure its reader was (0–1). */
export const scanWord = z.strictObject({
  text: z.string().max(500),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  confidence: z.number().min(0).max(1),
})
export type ScanWord = z.infer<typeof scanWord>

/** Words that stand on one line without a wide gap between them. */
export interface TextLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
  /** The least sure of its words. */
  readonly confidence: number
}

/** A gap wider than this many heights of the line parts the left column from the right one. */
const GAP_HEIGHTS = 1.6

/** The lines of a page from top to bottom, columns apart. */
export function linesOf(words: readonly ScanWord[], aspect = Math.SQRT2): readonly TextLine[] {
  const rows: ScanWord[][] = []
  for (const word of words.filter((one) => one.text.trim() !== '').toSorted((a, b) => a.top - b.top)) {
    const middle = word.top + word.height / 2
    const row = rows.findLast((one) => {
      const first = one[0]
      return first !== undefined && middle >= first.top && middle <= first.top + first.height
    })
    if (row === undefined) rows.push([word])
    else row.push(word)
  }
  return rows.flatMap((row) => segments(row, aspect)).toSorted((a, b) => a.top - b.top || a.left - b.left)
}

function segments(row: readonly ScanWord[], aspect: number): readonly TextLine[] {
  const parts: ScanWord[][] = []
  for (const word of row.toSorted((a, b) => a.left - b.left)) {
    const last = parts.at(-1)?.at(-1)
    const gap = last === undefined ? Infinity : word.left - (last.left + last.width)
    if (gap > GAP_HEIGHTS * word.height * aspect) parts.push([word])
    else parts.at(-1)?.push(word)
  }
  return parts.map((part) => ({
    text: part
      .map((word) => word.text)
      .join(' ')
      .normalize('NFC')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    left: Math.min(...part.map((word) => word.left)),
    right: Math.max(...part.map((word) => word.left + word.width)),
    top: Math.min(...part.map((word) => word.top)),
    height: Math.max(...part.map((word) => word.height)),
    confidence: Math.min(...part.map((word) => word.confidence)),
  }))
}
