import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { isEmptyQuery, type Query, type QueryWord } from '../query.ts'
import { foldedWords, markedWords } from '../tokens.ts'
import { Columns, dayNumberOf, facetIds, type ColumnsOf, type FacetId } from './columns.ts'
import { corrections } from './corrections.ts'
import { best } from './best.ts'
import { countFacets, type FacetCounts, type Filters } from './facets.ts'
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
  readonly columns: unknown
}

/** With more hits than this, where the words stand tells little; then the newest come first among those with the phrase. */
const ORDERED_BY_WORDS = 20_000
const COLUMNS = ['code', 'own', 'subject', 'further', 'marked']

/** Full text and facets over entries, in memory. It holds what this desk may see and nothing else, so counts never tell of more. */
export class SearchIndex {
  readonly #words: WordsTable
  readonly #columns: Columns

  constructor(sqlite: Sqlite3Static, image?: IndexImage) {
    this.#words = new WordsTable(sqlite, COLUMNS, image?.words)
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
    const { ordinals, corrected, used } = this.#candidates(wish)
    const tiers = this.#tiers(used, wish, ordinals.length <= ORDERED_BY_WORDS)
    const dated = query.date === null ? ordinals : this.#dated(ordinals, query)
    const { kept, facets } = countFacets(this.#columns, dated, filters)
    const keyOf = (ordinal: number): number =>
      (tiers[ordinal] ?? 0) * 2 ** 32 + this.#columns.minutesOf(ordinal)
    return {
      total: kept.length,
      ids: best(kept, keyOf, limit).map((ordinal) => this.#columns.idOf(ordinal)),
      facets,
      corrected,
    }
  }

  image(): IndexImage {
    return { words: this.#words.export(), columns: this.#columns.saved() }
  }

  close(): void {
    this.#words.close()
  }

  #put(entry: IndexEntry): void {
    const before = this.#columns.ordinalOf(entry.id)
    if (before !== undefined) this.#words.remove(before)
    const ordinal = this.#columns.put(entry.id, entry)
    const { code, ownNumber, subject, further } = entry
    this.#words.put(ordinal, [
      foldedWords(code),
      foldedWords(ownNumber),
      foldedWords(subject),
      foldedWords(further),
      markedWords(subject),
    ])
  }

  #remove(id: string): void {
    const ordinal = this.#columns.remove(id)
    if (ordinal !== undefined) this.#words.remove(ordinal)
  }

  /** Entries with all words; when there are none, with words that may have been meant. */
  #candidates({ query, isLoose = false, byPages = new Set() }: SearchWish): {
    readonly ordinals: readonly number[]
    readonly corrected: SearchResult['corrected']
    readonly used: readonly Alternatives[]
  } {
    const words = query.words.map((word) => (isLoose ? { ...word, isOpen: true } : word))
    const plain = words.map((word): Alternatives => [expressionOf(word)])
    const ofPages = [...byPages].flatMap((id) => this.#columns.ordinalOf(id) ?? [])
    if (words.length === 0 && query.phrases.length === 0)
      return {
        ordinals: isEmptyQuery(query) || query.date !== null ? this.#columns.all() : [],
        corrected: [],
        used: [],
      }
    const found = joined(this.#matching(plain, query), ofPages)
    if (found.length > 0 || words.length === 0) return { ordinals: found, corrected: [], used: plain }

    const isHere = (word: QueryWord): boolean =>
      word.isOpen ? this.#words.hasPrefix(word.folded) : this.#words.vocabulary().has(word.folded)
    const missing = new Set(words.filter((word) => !isHere(word)))
    const tried = missing.size > 0 ? missing : new Set(words)
    const meant = words.map((word) => ({
      word,
      near: tried.has(word) ? corrections(word.folded, this.#words.vocabulary()) : [],
    }))
    const used = meant.map(({ word, near }): Alternatives => {
      const instead = near.map((parts) => `"${parts.join(' ')}"`)
      return missing.has(word) ? instead : [expressionOf(word), ...instead]
    })
    if (used.some((alternatives) => alternatives.length === 0))
      return { ordinals: [], corrected: [], used: plain }
    return {
      ordinals: this.#matching(used, query),
      corrected: meant
        .filter(({ near }) => near.length > 0)
        .map(({ word, near }) => ({ typed: word.folded, used: near.map((parts) => parts.join(' ')) })),
      used,
    }
  }

  #matching(words: readonly Alternatives[], query: Query): readonly number[] {
    const phrases = query.phrases.map((phrase) =>
      phrase.some((word) => word.marked !== null)
        ? `marked : "${phrase.map((word) => word.marked ?? word.folded).join(' ')}"`
        : `"${phrase.map((word) => word.folded).join(' ')}"`,
    )
    return this.#words.matching([...words.map(anyOf), ...phrases].join(' AND '))
  }

  /** The tier of every entry that is better than one with the words anywhere. */
  #tiers(
    words: readonly Alternatives[],
    { query, isLoose = false, byPages }: SearchWish,
    isClose: boolean,
  ): Uint8Array {
    const tiers = new Uint8Array(this.#columns.highest + 1).fill(TIER.words)
    const raise = (expression: string, tier: number): void => {
      for (const ordinal of this.#words.matching(expression)) tiers[ordinal] = tier
    }
    for (const id of byPages ?? []) {
      const ordinal = this.#columns.ordinalOf(id)
      if (ordinal !== undefined) tiers[ordinal] = TIER.page
    }
    if (words.length === 0) return tiers
    const all = words.map(anyOf).join(' AND ')
    if (byPages !== undefined && byPages.size > 0) raise(all, TIER.words)
    if (isClose) raise(`subject : (${all})`, TIER.subject)
    if (query.words.length > 1 && !isLoose) raise(`subject : ${phraseOf(query.words)}`, TIER.phrase)
    if (query.words.some((word) => word.marked !== null)) raise(markedExpression(query.words), TIER.marked)
    if (query.number !== null) {
      const others = words.filter((_, index) => query.words[index]?.folded !== query.number)
      const behind = others.map((one) => ` AND ${anyOf(one)}`).join('')
      raise(`({own} : ^"${query.number}"${behind})`, TIER.number)
      raise(`({code} : ^"${query.number}"${behind})`, TIER.number)
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

/** Expressions of which one has to match. */
type Alternatives = readonly string[]

const anyOf = (one: Alternatives): string => (one.length === 1 ? (one[0] ?? '') : `(${one.join(' OR ')})`)
const expressionOf = ({ folded, isOpen }: QueryWord): string => `"${folded}"${isOpen ? '*' : ''}`
const phraseOf = (words: readonly QueryWord[]): string =>
  `"${words.map((word) => word.folded).join(' ')}"${words.at(-1)?.isOpen === true ? '*' : ''}`

/** With the marks as typed; an unfinished last word counts only by those before it. */
function markedExpression(words: readonly QueryWord[]): string {
  return `marked : "${words.map((word) => word.marked ?? word.folded).join(' ')}"`
}

function joined(some: readonly number[], more: readonly number[]): readonly number[] {
  if (more.length === 0) return some
  return [...new Set([...some, ...more])].sort((a, b) => a - b)
}

export const isFacet = (value: string): value is FacetId => (facetIds as readonly string[]).includes(value)
