import type { ItemSource } from './case-file.ts'

/** What is to be filed, as far as suggestions look at it. */
export interface ToFile {
  /** Letters and documents of the same thread: what it answers, and what answers it. */
  readonly related: readonly ItemSource[]
  readonly author: string
  readonly subject: string
}

/** A file that may take it. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly sources: readonly ItemSource[]
  readonly authors: readonly string[]
  readonly subjects: readonly string[]
}

/** Why a file is suggested, strongest first. */
export type SuggestionReason = 'thread' | 'words' | 'author'

export interface Suggestion {
  readonly id: string
  readonly reason: SuggestionReason
  /** Words that both have, when they are the reason. */
  readonly words: readonly string[]
}

const WEIGHT: Record<SuggestionReason, number> = { thread: 1000, words: 10, author: 5 }
/** One word in common says nothing. */
const LEAST_WORDS = 2
const EVERY_LETTER = new Set(
  'v/v về việc của các và cho tại năm hồ sơ công văn đề nghị thực hiện văn bản trong theo với'.split(' '),
)

/** Files in which it may belong, best first, each with the reason: same thread, words of titles and subjects, same author. No guessing, no learning. */
export function suggestFiles(what: ToFile, files: readonly Candidate[]): readonly Suggestion[] {
  const own = wordsOf(what.subject)
  const scored = files.flatMap((file) => {
    const isThread = what.related.some((one) =>
      file.sources.some((source) => source.kind === one.kind && source.id === one.id),
    )
    const theirs = new Set([file.title, ...file.subjects].flatMap((text) => [...wordsOf(text)]))
    const words = [...own].filter((word) => theirs.has(word))
    const hasWords = words.length >= LEAST_WORDS
    const hasAuthor = file.authors.includes(what.author)
    const score =
      (isThread ? WEIGHT.thread : 0) +
      (hasWords ? WEIGHT.words * words.length : 0) +
      (hasAuthor ? WEIGHT.author : 0)
    if (score === 0) return []
    const reason: SuggestionReason = isThread ? 'thread' : hasWords ? 'words' : 'author'
    return [{ id: file.id, reason, words: reason === 'words' ? words : [], score }]
  })
  return scored
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, reason, words }) => ({ id, reason, words }))
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !EVERY_LETTER.has(word)),
  )
