import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { Query } from '../query.ts'
import { foldedWords } from '../tokens.ts'
import { WordsTable } from './words-table.ts'

interface SavedPages {
  readonly ids: readonly (string | null)[]
  readonly counts: readonly number[]
  readonly files: readonly string[]
}

/** The words of the pages of a document's file. */
export interface PagesEntry {
  readonly id: string
  /** The file, by its hash. */
  readonly file: string
  readonly pages: readonly string[]
}

export interface PagesImage {
  readonly words: Uint8Array
  readonly places: unknown
}

/** Pages of one document have neighbouring ordinals. */
const MOST_PAGES = 4096

/** Full text of the pages of files: answers which documents, and on which page first. */
export class PagesIndex {
  readonly #words: WordsTable
  readonly #ids: (string | null)[]
  readonly #counts: number[]
  readonly #files: string[]
  readonly #places: Map<string, number>

  constructor(sqlite: Sqlite3Static, image?: PagesImage) {
    this.#words = new WordsTable(sqlite, { columns: ['text'] }, image?.words)
    const saved = image?.places as SavedPages | undefined
    this.#ids = [...(saved?.ids ?? [null])]
    this.#counts = [...(saved?.counts ?? [0])]
    this.#files = [...(saved?.files ?? [''])]
    this.#places = new Map(this.#ids.flatMap((id, place) => (id === null ? [] : [[id, place]])))
  }

  /** The file of which the pages are here; undefined when none are. */
  fileOf(id: string): string | undefined {
    return this.#files[this.#places.get(id) ?? -1]
  }

  /** Puts the pages of documents in the place of those that were there, and takes others out. */
  change(documents: readonly PagesEntry[], gone: readonly string[]): void {
    this.#words.together(() => {
      for (const id of gone) this.#remove(id)
      for (const { id, file, pages } of documents) {
        this.#remove(id)
        const kept = pages.slice(0, MOST_PAGES - 1)
        const place = this.#ids.push(id) - 1
        this.#places.set(id, place)
        this.#counts[place] = kept.length
        this.#files[place] = file
        kept.forEach((text, index) => this.#words.put(place * MOST_PAGES + index + 1, [foldedWords(text)]))
      }
    })
  }

  /** Documents with a page that holds every word, and the first such page, from 1. */
  search(query: Query): ReadonlyMap<string, number> {
    const words = query.words.map(({ folded, isOpen }) => `"${folded}"${isOpen ? '*' : ''}`)
    const phrases = query.phrases.map((phrase) => `"${phrase.map((word) => word.folded).join(' ')}"`)
    const all = [...words, ...phrases]
    if (all.length === 0 || this.#places.size === 0) return new Map()
    const pages = new Map<string, number>()
    for (const ordinal of this.#words.matching(all.join(' AND '))) {
      const id = this.#ids[Math.floor(ordinal / MOST_PAGES)]
      if (id != null && !pages.has(id)) pages.set(id, ordinal % MOST_PAGES)
    }
    return pages
  }

  image(): PagesImage {
    return {
      words: this.#words.export(),
      places: { ids: this.#ids, counts: this.#counts, files: this.#files } satisfies SavedPages,
    }
  }

  close(): void {
    this.#words.close()
  }

  #remove(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    for (let page = 1; page <= (this.#counts[place] ?? 0); page++)
      this.#words.remove(place * MOST_PAGES + page)
    this.#places.delete(id)
    this.#ids[place] = null
    this.#counts[place] = 0
    this.#files[place] = ''
  }
}
