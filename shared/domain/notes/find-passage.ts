import type { Passage } from './note.ts'
import type { PagePiece } from './page-word.ts'

/** Words around a passage that are kept with it. */
const AROUND = 8

/** The passage that these words of a page make, `first` and `last` among them; undefined when there is nothing. */
export function passageOf(words: readonly string[], first: number, last: number): Passage | undefined {
  const quote = words
    .slice(first, last + 1)
    .join(' ')
    .slice(0, 2000)
    .trim()
  if (quote === '') return undefined
  return {
    quote,
    before: words
      .slice(Math.max(0, first - AROUND), first)
      .join(' ')
      .slice(-300),
    after: words
      .slice(last + 1, last + 1 + AROUND)
      .join(' ')
      .slice(0, 300),
  }
}

/** Letters that count when words are compared: text layers part words where printers moved the pen, so blanks do not. */
const lettersOf = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\s+/gu, '')

/** Which of these words make the passage; of several places the one whose surroundings are most like those kept. null: none. */
export function findInWords(
  words: readonly string[],
  passage: Passage,
): { readonly first: number; readonly last: number; readonly likeness: number } | null {
  const owner: number[] = []
  let letters = ''
  words.forEach((word, index) => {
    const own = lettersOf(word)
    for (let count = 0; count < own.length; count++) owner.push(index)
    letters += own
  })
  const at = bestPlace(letters, passage)
  if (at === undefined) return null
  const first = owner[at.from]
  const last = owner[at.from + lettersOf(passage.quote).length - 1]
  return first === undefined || last === undefined ? null : { first, last, likeness: at.likeness }
}

/** The page, from 1, on which the passage stands; near `page` where several are as good. null: on none. */
export function findInPages(pages: readonly string[], passage: Passage, page: number): number | null {
  const found = pages.flatMap((text, index) => {
    const at = bestPlace(lettersOf(text), passage)
    return at === undefined ? [] : [{ page: index + 1, likeness: at.likeness }]
  })
  const far = (one: number): number => Math.abs(one - page)
  found.sort((a, b) => b.likeness - a.likeness || far(a.page) - far(b.page))
  return found[0]?.page ?? null
}

function bestPlace(
  letters: string,
  { quote, before, after }: Passage,
): { readonly from: number; readonly likeness: number } | undefined {
  const wanted = lettersOf(quote)
  if (wanted === '') return undefined
  const [ahead, behind] = [lettersOf(before), lettersOf(after)]
  let best: { from: number; likeness: number } | undefined
  for (let from = letters.indexOf(wanted); from >= 0; from = letters.indexOf(wanted, from + 1)) {
    const until = from + wanted.length
    const likeness =
      sameEnd(letters.slice(Math.max(0, from - ahead.length), from), ahead) +
      sameStart(letters.slice(until, until + behind.length), behind)
    if (best === undefined || likeness > best.likeness) best = { from, likeness }
  }
  return best
}

function sameStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}
function sameEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

/** A rectangle in parts of a page. */
export interface PagePlace {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a stretch of words stands: one rectangle a line. */
export function placesOf(words: readonly PagePiece[], first: number, last: number): readonly PagePlace[] {
  const places: PagePlace[] = []
  for (const { left, top, width, height } of words.slice(first, last + 1)) {
    const line = places.at(-1)
    const isSameLine =
      line !== undefined && Math.abs(line.top - top) < height / 2 && left + width >= line.left + line.width
    if (isSameLine)
      places[places.length - 1] = {
        left: line.left,
        top: Math.min(line.top, top),
        width: left + width - line.left,
        height: Math.max(line.height, height),
      }
    else places.push({ left, top, width, height })
  }
  return places
}
