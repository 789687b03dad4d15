import type { LocalDate } from '#shared/kernel/instant.ts'
import { findDate, type DateRange } from './query-dates.ts'
import { tokensOf } from './tokens.ts'

/** A typed word. */
export interface QueryWord {
  readonly folded: string
  /** With its marks; null when none was typed. */
  readonly marked: string | null
  /** The last word may still go on. */
  readonly isOpen: boolean
}

/** What a person looks for. */
export interface Query {
  /** All of them are wanted, anywhere. */
  readonly words: readonly QueryWord[]
  /** In quotation marks: these words in this order, with the marks that were typed. */
  readonly phrases: readonly (readonly QueryWord[])[]
  /** The number of a document, when one is looked for by it: `125 qd`, `125/QĐ-UBND`. */
  readonly number: string | null
  readonly date: DateRange | null
}

const QUOTED = /["“”]([^"“”]+)["“”]/g
/** `số 125`, `Số: 125/…`: the word says only that a number comes. */
const NUMBER_WORD = /(^|\s)số\s*:?\s*(?=\d)/giu
const DIGITS = /^\d{1,6}$/

/** Reads a search as people type it: with or without marks, unfinished, with numbers, symbols and dates. Never fails. */
export function parseQuery(text: string, today: LocalDate): Query {
  const phrases: QueryWord[][] = []
  const unquoted = text.replace(QUOTED, (_, quoted: string) => {
    phrases.push(wordsOf(quoted, false))
    return ' '
  })
  const { date, rest } = findDate(unquoted.replace(NUMBER_WORD, ' '), today)
  const words = wordsOf(rest, !/\s$/.test(text))
  return {
    words,
    phrases: phrases.filter((phrase) => phrase.length > 0),
    number: words.find(({ folded }) => DIGITS.test(folded))?.folded ?? null,
    date,
  }
}

/** True when nothing narrows the search. */
export const isEmptyQuery = ({ words, phrases, date }: Query): boolean =>
  words.length === 0 && phrases.length === 0 && date === null

function wordsOf(text: string, isLastOpen: boolean): QueryWord[] {
  const tokens = tokensOf(text)
  return tokens.map(({ folded, marked }, index) => ({
    folded,
    marked: marked === folded ? null : marked,
    isOpen: isLastOpen && index === tokens.length - 1,
  }))
}
