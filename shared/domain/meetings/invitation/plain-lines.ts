import { foldText } from '../../../kernel/text-folding.ts'

/** A line of a letter and the same without accents, letter for letter, so that what is found in one is taken from the other. */
export interface PlainLine {
  readonly page: number
  readonly text: string
  readonly folded: string
}

/** How much of a letter is read: an invitation says what it has to say on its first pages. */
const MOST_READ = 40_000

/** The lines of the first pages of a text layer, pages counted from one; blanks collapsed, empty lines left out. */
export function plainLines(pages: readonly string[]): readonly PlainLine[] {
  let left = MOST_READ
  const read = pages.map((page) => {
    const part = page.slice(0, left)
    left -= part.length
    return part
  })
  return read.flatMap((page, index) =>
    page
      .normalize('NFC')
      .split(/\r?\n/)
      .map((line) => line.replaceAll(/[\s\u00A0]+/g, ' ').trim())
      .filter((line) => line !== '')
      .map((text) => ({ page: index + 1, text, folded: foldedAlike(text) })),
  )
}

/** Without accents and capitals, each letter in its place. */
export function foldedAlike(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at)
    const folded = foldText(letter)
    return folded.length === 1 ? folded : letter
  }).join('')
}

const AT_THE_END = new Set(' \n\t.;,:/')

/** Without the marks of a list and what ends a sentence; looks at each letter once, whatever the text. */
export function plain(text: string): string {
  const said = text.trim().replace(/^(?:[-+*•–:]\s*)+/, '')
  let end = said.length
  while (end > 0 && AT_THE_END.has(said.charAt(end - 1))) end--
  return said.slice(0, end).trim().slice(0, 4000)
}
