import { openedPdf, problemOf } from './open-pdf.ts'

interface Word {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly confidence: number
}

const MOST_WORDS = 20_000

/** The pieces of the text layer of a page, in parts of its width and height; a text layer says what it says, so all are certain. */
export async function pageWords(id: string, page: number): Promise<{ words: Word[] } | { problem: string }> {
  const pdf = await openedPdf(id)
  if (pdf === undefined) return { problem: 'not-open' }
  try {
    const proxy = await pdf.getPage(page)
    const { width, height } = proxy.getViewport({ scale: 1 })
    const { items } = await proxy.getTextContent()
    const words: Word[] = []
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || words.length >= MOST_WORDS) continue
      const [, , , , x = 0, y = 0] = item.transform as readonly number[]
      words.push({
        text: item.str.slice(0, 500),
        left: x / width,
        top: 1 - (y + item.height) / height,
        width: item.width / width,
        height: item.height / height,
        confidence: 1,
      })
    }
    proxy.cleanup()
    return { words }
  } catch {
    return { problem: problemOf(id) }
  }
}
