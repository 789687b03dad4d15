import type { Passage } from '../notes/note.ts'
import { comparingWords, type WordChange } from './changed-words.ts'

/** What is new on a page of a paper since another version of it. */
export interface PageChange {
  /** Of the newer version, from 1. */
  readonly page: number
  /** Words that are no more; empty where only something was added. */
  readonly removed: string
  /** Words that are new, with those around them, so that they are found on the page; null where something was only removed. */
  readonly added: Passage | null
}

/** What is new in a version. */
export interface PaperChanges {
  readonly changes: readonly PageChange[]
  /** Pages of the newer version that are pictures only: nothing can be said of them. */
  readonly pictures: readonly number[]
  readonly pagesBefore: number
  readonly pagesAfter: number
}

/** Of a paper with more words only the beginning is compared. */
const MOST_WORDS = 400_000
/** So few words that stayed do not part two changes for a reader. */
const NEAR = 2
const AROUND = 8
const MOST_LETTERS = 2000

interface PagedWords {
  readonly words: readonly string[]
  /** The page of each, from 1. */
  readonly pages: readonly number[]
}

/** Compares the texts of the pages of two versions; words that only moved to another page did not change. Yields now and then. */
export function* comparingPages(
  before: readonly string[],
  after: readonly string[],
): Generator<undefined, PaperChanges> {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const changes = near(yield* comparingWords(old.words, now.words))
  return {
    changes: changes.flatMap((change) => onPages(change, old, now)),
    pictures: after.flatMap((text, index) => (text.trim() === '' ? [index + 1] : [])),
    pagesBefore: before.length,
    pagesAfter: after.length,
  }
}

function wordsOf(texts: readonly string[]): PagedWords {
  const words: string[] = []
  const pages: number[] = []
  texts.forEach((text, index) => {
    const own = text
      .normalize('NFC')
      .split(/\s+/u)
      .filter((word) => word !== '')
    const number = String(index + 1)
    // The number of the page at its head or foot is no word of the paper.
    if (own.at(-1) === number) own.pop()
    else if (own[0] === number) own.shift()
    for (const word of own) {
      if (words.length >= MOST_WORDS) return
      words.push(word)
      pages.push(index + 1)
    }
  })
  return { words, pages }
}

/** Changes with few words alike between them are read as one. */
function near(changes: readonly WordChange[]): readonly WordChange[] {
  const all: WordChange[] = []
  for (const change of changes) {
    const last = all.at(-1)
    if (last !== undefined && change.after[0] - last.after[1] <= NEAR)
      all[all.length - 1] = {
        before: [last.before[0], change.before[1]],
        after: [last.after[0], change.after[1]],
      }
    else all.push(change)
  }
  return all
}

/** One for each page it reaches over; what was removed stands with the first. */
function onPages({ before, after }: WordChange, old: PagedWords, now: PagedWords): readonly PageChange[] {
  const removed = old.words
    .slice(...before)
    .join(' ')
    .slice(0, MOST_LETTERS)
  const [from, until] = after
  if (from === until) {
    const page = now.pages[from] ?? now.pages[from - 1] ?? 1
    return [{ page, removed, added: null }]
  }
  const changes: PageChange[] = []
  for (let start = from; start < until;) {
    const page = now.pages[start] ?? 1
    let end = start
    while (end < until && now.pages[end] === page) end++
    const around = (first: number, last: number): string =>
      now.words
        .slice(Math.max(0, first), last)
        .filter((_, index) => now.pages[Math.max(0, first) + index] === page)
        .join(' ')
        .slice(0, 300)
    changes.push({
      page,
      removed: start === from ? removed : '',
      added: {
        quote: now.words.slice(start, end).join(' ').slice(0, MOST_LETTERS),
        before: around(start - AROUND, start),
        after: around(end, end + AROUND),
      },
    })
    start = end
  }
  return changes
}
