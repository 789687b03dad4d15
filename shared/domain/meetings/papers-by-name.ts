import { foldText } from '../../kernel/text-folding.ts'

/** Where a paper goes: an item of the agenda, or a new one; papers with the same `key` share it. */
export type PaperPlace =
  { readonly item: string } | { readonly item: null; readonly key: string; readonly title: string }

/** A name is meant when so much of its words stand in the title of the item. */
const ENOUGH_WORDS = 0.6
const NUMBER = /^\s*(\d{1,2})(?!\d)/
/** `01.2a_`, `3) ` before what a file is called. */
const NUMBERING = /^\s*\d{1,2}(?:[.,]\d{1,2})*[a-z]?(?=[\s._)-])[\s._)-]*/i
const EXTENSION = /\.[a-z0-9]{1,5}$/i

/**
 * Papers to the items of an agenda, by what the files are called: `2. Tờ trình.pdf` goes to the second item, else to the one whose title has
 * its words; what goes nowhere makes an item, and files that begin with the same number make one together. One place for each name, in order.
 */
export function placesOfPapers(
  names: readonly string[],
  items: readonly { readonly id: string; readonly title: string }[],
): readonly PaperPlace[] {
  const begun = new Map<string, string>()
  return names.map((name, index) => {
    const number = NUMBER.exec(name)?.[1]
    const numbered = number === undefined ? undefined : items[Number(number) - 1]
    const item = numbered ?? alike(wordsOf(titleOfPaper(name)), items)
    if (item !== undefined) return { item: item.id }
    const key = number === undefined ? `file ${index}` : `number ${Number(number)}`
    const title = begun.get(key) ?? titleOfPaper(name)
    begun.set(key, title)
    return { item: null, key, title }
  })
}

/** What a file is called, as words: no number before it, no ending, no hyphens between. */
export function titleOfPaper(name: string): string {
  const bare = name.normalize('NFC').replace(EXTENSION, '')
  const words = bare
    .replace(NUMBERING, '')
    .replace(/[_]+|-+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '') return bare === '' ? name : bare
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[a-z0-9]+/g) ?? []

/** The one item that has most of the words; undefined when none has enough, or two have as many. */
function alike<T extends { readonly title: string }>(
  words: readonly string[],
  items: readonly T[],
): T | undefined {
  const scored = items
    .map((item) => {
      const title = new Set(wordsOf(item.title))
      return { item, score: words.filter((word) => title.has(word)).length / Math.max(1, words.length) }
    })
    .filter(({ score }) => score >= ENOUGH_WORDS)
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = scored
  return best === undefined || best.score === next?.score ? undefined : best.item
}
