import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { isEmptyQuery, type Query, type QueryWord } from '../query.ts'
import { foldedWords } from '../tokens.ts'
import { Columns, dayNumberOf, facetIds, type ColumnsOf, type FacetId } from './columns.ts'
import { corrections } from './corrections.ts'
import { best } from './best.ts'
import { countFacets, type FacetCounts, type Filters } from './facets.ts'
import { Subjects, type SoughtWord } from './subjects.ts'
import { WordsTable } from './words-table.ts'

/** A thing that can be found: its words by weight, and what it is narrowed by. */
export interface IndexEntry extends ColumnsOf {
  readonly id: string
  /** Number and symbol, `125/QĐ-UBND`. */
  readonly code: string
  /** A second number it is known by here, as that of arrival; empty when it has none. */
  readonly ownNumber: string
  readonly subject: string
  /** All other words: issuer, kind, summary, signer. */
  readonly further: string
}

/** Why a hit stands where it stands; the best first. */
export const TIER = { number: 5, marked: 4, phrase: 3, subject: 2, words: 1, page: 0 } as const

export interface SearchWish {
  readonly query: Query
  readonly filters: Filters
  readonly limit: number
  /** Every word may go on, not only the last: for names of people. */
  readonly isLoose?: boolean
  /** Further ids that match by what they hold, as pages of their files. */
  readonly byPages?: ReadonlySet<string>
}

export interface SearchResult {
  readonly total: number
  readonly ids: readonly string[]
  readonly facets: FacetCounts
  /** Typed words that are not here, and what was looked for in their place. */
  readonly corrected: readonly { readonly typed: string; readonly used: readonly string[] }[]
}

export interface IndexImage {
  readonly words: Uint8Array
  readonly places: Uint8Array
  readonly vocabulary: unknown
  readonly columns: unknown
}

/** With more hits than this, where the words stand tells little; then the newest come first among those with the phrase. */
const ORDERED_BY_WORDS = 20_000
/** Vietnamese syllables are short: most searches end in one that is begun with one or two letters. */
const WORDS = { columns: ['code', 'own', 'subject', 'further'], beginnings: [1, 2] }

/** Full text and facets over entries, in memory. It holds what this desk may see and nothing else, so counts never tell of more. */
export class SearchIndex {
  readonly #words: WordsTable
  readonly #subjects: Subjects
  readonly #columns: Columns

  constructor(sqlite: Sqlite3Static, image?: IndexImage) {
    this.#words = new WordsTable(sqlite, WORDS, image?.words)
    this.#subjects = new Subjects(image)
    this.#columns = new Columns(image?.columns)
  }

  get size(): number {
    return this.#columns.size
  }

  /** Puts entries in the place of those with the same ids, and takes others out. */
  change(entries: readonly IndexEntry[], gone: readonly string[]): void {
    this.#words.together(() => {
      for (const id of gone) this.#remove(id)
      for (const entry of entries) this.#put(entry)
    })
  }

  search(wish: SearchWish): SearchResult {
    const { query, filters, limit } = wish
    const candidates = this.#candidates(wish)
    const tiers = this.#tiers(candidates, wish)
    const dated = query.date === null ? candidates.ordinals : this.#dated(candidates.ordinals, query)
    const { kept, facets } = countFacets(this.#columns, dated, filters)
    const keyOf = (ordinal: number): number =>
      (tiers[ordinal] ?? 0) * 2 ** 32 + this.#columns.minutesOf(ordinal)
    return {
      total: kept.length,
      ids: best(kept, keyOf, limit).map((ordinal) => this.#columns.idOf(ordinal)),
      facets,
      corrected: candidates.corrected,
    }
  }

  image(): IndexImage {
    return { words: this.#words.export(), ...this.#subjects.image(), columns: this.#columns.saved() }
  }

  close(): void {
    this.#words.close()
  }

  #put(entry: IndexEntry): void {
    const before = this.#columns.ordinalOf(entry.id)
    if (before !== undefined) this.#removeWords(before)
    const ordinal = this.#columns.put(entry.id, entry)
    const { code, ownNumber, subject, further } = entry
    this.#words.put(ordinal, [code, ownNumber, subject, further].map(foldedWords))
    this.#subjects.put(ordinal, subject)
  }

  #remove(id: string): void {
    const ordinal = this.#columns.remove(id)
    if (ordinal !== undefined) this.#removeWords(ordinal)
  }

  #removeWords(ordinal: number): void {
    this.#words.remove(ordinal)
    this.#subjects.remove(ordinal)
  }

  /** Entries with all words; when there are none, with words that may have been meant. */
  #candidates({ query, isLoose = false, byPages = new Set() }: SearchWish): Candidates {
    const words = query.words.map((word) => (isLoose ? { ...word, isOpen: true } : word))
    const plain = words.map((word): Alternatives => [termOf(word)])
    if (words.length === 0 && query.phrases.length === 0)
      return {
        ordinals: isEmptyQuery(query) || query.date !== null ? this.#columns.all() : [],
        byWords: [],
        corrected: [],
        used: [],
      }
    const ofPages = [...byPages].flatMap((id) => this.#columns.ordinalOf(id) ?? [])
    const byWords = this.#matching(plain, query)
    const ordinals = joined(byWords, ofPages)
    if (ordinals.length > 0 || words.length === 0) return { ordinals, byWords, corrected: [], used: plain }

    const isHere = (word: QueryWord): boolean =>
      word.isOpen ? this.#words.hasPrefix(word.folded) : this.#words.vocabulary().has(word.folded)
    const missing = new Set(words.filter((word) => !isHere(word)))
    const tried = missing.size > 0 ? missing : new Set(words)
    const meant = words.map((word) => ({
      word,
      near: tried.has(word) ? corrections(word.folded, this.#words.vocabulary()) : [],
    }))
    const used = meant.map(({ word, near }): Alternatives => {
      const instead = near.map((parts): Term => ({ words: parts, isOpen: false }))
      return missing.has(word) ? instead : [termOf(word), ...instead]
    })
    if (used.some((alternatives) => alternatives.length === 0))
      return { ordinals: [], byWords: [], corrected: [], used: plain }
    const instead = this.#matching(used, query)
    return {
      ordinals: instead,
      byWords: instead,
      corrected: meant
        .filter(({ near }) => near.length > 0)
        .map(({ word, near }) => ({ typed: word.folded, used: near.map((parts) => parts.join(' ')) })),
      used,
    }
  }

  /** Phrases with the marks that were typed have to stand in the subject. */
  #matching(words: readonly Alternatives[], { phrases }: Query): readonly number[] {
    const wanted = phrases.map((phrase): Alternatives => [{ words: phrase.map(foldedOf), isOpen: false }])
    const found = this.#words.matching(allOf([...words, ...wanted]))
    const marked = phrases
      .filter(isMarked)
      .map((phrase) => this.#subjects.pattern(phrase.map((word) => markedAs(word))))
    return marked.length === 0
      ? found
      : found.filter((ordinal) => marked.every((pattern) => this.#subjects.holds(ordinal, pattern)))
  }

  /** The tier of each candidate, by ordinal. */
  #tiers({ ordinals, byWords, used }: Candidates, { query, isLoose = false }: SearchWish): Uint8Array {
    const tiers = new Uint8Array(this.#columns.highest + 1)
    if (used.length === 0) return tiers.fill(TIER.words)
    for (const ordinal of byWords) tiers[ordinal] = TIER.words
    const subjects = this.#subjects
    const raise = (tier: number, isSo: (ordinal: number) => boolean): void => {
      for (const ordinal of ordinals) if (isSo(ordinal)) tiers[ordinal] = tier
    }
    if (ordinals.length <= ORDERED_BY_WORDS) {
      const all = used.map((one) => one.map(({ words, isOpen }) => subjects.pattern(asSought(words, isOpen))))
      raise(TIER.subject, (ordinal) =>
        all.every((one) => one.some((pattern) => subjects.holds(ordinal, pattern))),
      )
    }
    if (query.words.length > 1 && !isLoose) {
      const isOpen = query.words.at(-1)?.isOpen === true
      const phrase = subjects.pattern(asSought(query.words.map(foldedOf), isOpen))
      raise(TIER.phrase, (ordinal) => subjects.holds(ordinal, phrase))
    }
    if (isMarked(query.words)) {
      const phrase = subjects.pattern(query.words.map(markedAs))
      raise(TIER.marked, (ordinal) => subjects.holds(ordinal, phrase))
    }
    if (query.number !== null) {
      const others = used.filter((_, index) => query.words[index]?.folded !== query.number)
      const behind = others.length === 0 ? '' : ` AND ${allOf(others)}`
      const numbered = `({own code} : ^"${query.number}"${behind})`
      for (const ordinal of this.#words.matching(numbered)) tiers[ordinal] = TIER.number
    }
    return tiers
  }

  /** Those of the days asked for, and those whose words name the date. */
  #dated(ordinals: readonly number[], { date }: Query): readonly number[] {
    if (date === null) return ordinals
    const [from, to] = [dayNumberOf(date.from), dayNumberOf(date.to)]
    const naming =
      date.words.length < 3 ? new Set<number>() : new Set(this.#words.matching(`"${date.words.join(' ')}"`))
    return ordinals.filter((ordinal) => this.#columns.isWithin(ordinal, from, to) || naming.has(ordinal))
  }
}

interface Candidates {
  /** Rising. */
  readonly ordinals: readonly number[]
  /** Those of them that are found by their own words, not only by their pages. */
  readonly byWords: readonly number[]
  readonly corrected: SearchResult['corrected']
  readonly used: readonly Alternatives[]
}

/** Folded words side by side, of which the last may go on. */
interface Term {
  readonly words: readonly string[]
  readonly isOpen: boolean
}
/** Terms of which one has to be there. */
type Alternatives = readonly Term[]

const foldedOf = ({ folded }: QueryWord): string => folded
const termOf = ({ folded, isOpen }: QueryWord): Term => ({ words: [folded], isOpen })
const isMarked = (words: readonly QueryWord[]): boolean => words.some((word) => word.marked !== null)

/** With the marks as typed; an unfinished word counts only as it stands. */
const markedAs = ({ folded, marked }: QueryWord): SoughtWord => ({
  text: marked ?? folded,
  form: 'marked',
  isOpen: false,
})
const asSought = (words: readonly string[], isLastOpen: boolean): readonly SoughtWord[] =>
  words.map((text, index) => ({ text, form: 'folded', isOpen: isLastOpen && index === words.length - 1 }))

/** The expression of FTS5 for entries that have one of each. */
const allOf = (words: readonly Alternatives[]): string => words.map(anyOf).join(' AND ')
const anyOf = (one: Alternatives): string => `(${one.map(expressionOf).join(' OR ')})`
const expressionOf = ({ words, isOpen }: Term): string => `"${words.join(' ')}"${isOpen ? '*' : ''}`

function joined(some: readonly number[], more: readonly number[]): readonly number[] {
  if (more.length === 0) return some
  return [...new Set([...some, ...more])].sort((a, b) => a - b)
}

export const isFacet = (value: string): value is FacetId => (facetIds as readonly string[]).includes(value)
