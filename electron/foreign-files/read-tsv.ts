import type { ScanWord } from '#shared/domain/scan/page-words.ts'

const PAGE_LEVEL = 1
const WORD_LEVEL = 5
const MOST_WORDS = 20_000

/** The words of the first page in the recogniser's table: level, page, block, paragraph, line, word, box, confidence (0–100), text. */
export function readTsv(tsv: string): readonly ScanWord[] {
  const words: ScanWord[] = []
  let page = { width: 0, height: 0 }
  for (const row of tsv.split('\n').slice(1)) {
    const [level, number, , , , , left, top, width, height, confidence, ...text] = row.split('\t')
    if (Number(number) > 1) break
    if (Number(level) === PAGE_LEVEL) page = { width: Number(width), height: Number(height) }
    const word = text.join(' ').trim()
    const isPlaced = page.width > 0 && page.height > 0
    if (Number(level) !== WORD_LEVEL || word === '' || !isPlaced || words.length >= MOST_WORDS) continue
    words.push({
      text: word.slice(0, 500),
      left: Number(left) / page.width,
      top: Number(top) / page.height,
      width: Number(width) / page.width,
      height: Number(height) / page.height,
      confidence: Math.min(Math.max(Number(confidence) / 100, 0), 1),
    })
  }
  return words
}
