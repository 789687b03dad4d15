import { foldText } from '#shared/kernel/text-folding.ts'
import { openedPdf, openPdfOnce } from './open-pdf.ts'

const MOST_PAGES = 500
const MOST_LETTERS_A_PAGE = 20_000

/** A stretch of a page, as shares of its width and height from the top left. */
interface Mark {
  x: number
  y: number
  width: number
  height: number
}

/** The text layer of each page, empty for pages that are pictures only. Keeps nothing open. */
export async function texts(address: string): Promise<{ pages: string[] }> {
  const pdf = await openPdfOnce(address)
  try {
    const pages: string[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      pages.push(words.join('').slice(0, MOST_LETTERS_A_PAGE))
      page.cleanup()
    }
    return { pages }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Where words that begin with one of the folded ones stand on a page of an open document; by the share of letters within a line. */
export async function marks(
  id: string,
  number: number,
  wanted: string[],
): Promise<{ marks: Mark[] } | { problem: string }> {
  const pdf = await openedPdf(id)
  if (pdf === undefined) return { problem: 'not-open' }
  if (number > pdf.numPages) return { marks: [] }
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const found: Mark[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [, , , , left = 0, base = 0] = item.transform as number[]
    const [x, y] = viewport.convertToViewportPoint(left, base) as [number, number]
    for (const word of item.str.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const folded = foldText(word[0])
      if (!wanted.some((one) => folded.startsWith(one))) continue
      found.push({
        x: (x + (item.width * word.index) / item.str.length) / viewport.width,
        y: (y - item.height) / viewport.height,
        width: (item.width * word[0].length) / item.str.length / viewport.width,
        height: (item.height * 1.2) / viewport.height,
      })
    }
  }
  return { marks: found }
}
