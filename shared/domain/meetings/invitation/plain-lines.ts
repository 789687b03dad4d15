import { foldText } from '../../../kernel/text-folding.ts'

/** A line of a letter and the same without accents, letter for letter, so that what is found in one is taken from the other. */
export interface PlainLine {
  readonly page: number
  readonly text: string
  readonly folded: string
}

/** The lines of a text layer, pages counted from one; blanks collapsed, empty lines left out. */
export function plainLines(pages: readonly string[]): readonly PlainLine[] {
  return pages.flatMap((page, index) =>
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
