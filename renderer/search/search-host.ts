import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { documentIdOf } from '#shared/exchange/edxml/identifiers.ts'
import type { IndexSource, PagesContent } from '../database/index-source.ts'
import type { FoundCommit } from '../database/office-store.ts'
import { refTo, type FoundRow } from '../projections/found.ts'
import { entryOfName, entryOfPaper } from './index/entry-of.ts'
import { LatelyFound } from './lately-found.ts'
import type {
  FoundName,
  FoundPaper,
  NamesFound,
  PaperHit,
  PapersFound,
  PapersWish,
  Relation,
  RequestName,
  SearchRequests,
} from './messages.ts'
import { parseQuery } from './query.ts'
import { emptyIndexes, keepSnapshot, readSnapshot, type Indexes } from './snapshot.ts'
import { snippetOf } from './snippet.ts'

export interface HostOptions {
  readonly sqlite: Sqlite3Static
  readonly source: IndexSource
  /** Called when what would be found has changed. */
  readonly onChanged: () => void
}

/** From so many rows that are not in the snapshot, and a tenth of all, reading them again is dearer than a new snapshot. */
const MANY_ROWS = 500
/** Pages are read of so many letters and documents, the newest. */
const READ_AT_MOST = 1000
/** Hits that stay open. */
const KEPT_HITS = 2000

/** The index over one desk's database: loads and follows it, answers searches, keeps its snapshot. Lives in a worker. */
export class SearchHost {
  readonly #sqlite: Sqlite3Static
  readonly #source: IndexSource
  readonly #onChanged: () => void
  readonly #lately: LatelyFound
  #indexes: Indexes
  #revision = 0
  #isReady = false
  #rowsSinceSnapshot = 0
  #hasSnapshot = false

  constructor({ sqlite, source, onChanged }: HostOptions) {
    this.#sqlite = sqlite
    this.#source = source
    this.#onChanged = onChanged
    this.#lately = new LatelyFound(source, KEPT_HITS)
    this.#indexes = emptyIndexes(sqlite)
  }

  /** True once everything that is on this desk has been read. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** Takes up the snapshot, if there is one of use; whatever was written since is still to be followed. */
  async open(): Promise<void> {
    const kept = await readSnapshot(this.#sqlite, this.#source)
    if (kept !== undefined) {
      this.#close()
      this.#indexes = kept.indexes
      this.#revision = kept.revision
      this.#hasSnapshot = true
    }
  }

  /** Reads everything for the first time; searches may be answered meanwhile, from what is there. */
  async catchUp(): Promise<void> {
    await this.follow({ gone: [], isCleared: false })
    this.#isReady = true
    this.#onChanged()
  }

  /** Takes in what was written since the last time, and takes out what is gone. */
  async follow({ gone, isCleared }: FoundCommit): Promise<void> {
    const revision = await this.#source.revision()
    let rows = gone.length
    if (isCleared) this.#forgetAll()
    else if (gone.length > 0) this.#forget(gone)
    if (isCleared || gone.length > 0) this.#hasSnapshot = false
    for await (const part of this.#source.foundAfter(this.#revision)) {
      rows += part.length
      await this.#take(part)
    }
    for await (const part of this.#source.pagesAfter(this.#revision)) {
      rows += part.size
      await this.#takePages(part)
    }
    this.#revision = revision
    this.#rowsSinceSnapshot += rows
    if (rows > 0 && this.#isReady) this.#onChanged()
  }

  /** Keeps a snapshot if that is worth it. */
  async keep(): Promise<void> {
    const isWorthIt = this.#rowsSinceSnapshot >= Math.max(MANY_ROWS, this.#indexes.papers.size / 10)
    if (!this.#isReady || (this.#hasSnapshot && !isWorthIt)) return
    if (!(await keepSnapshot(this.#source, this.#indexes, this.#revision))) return
    this.#hasSnapshot = true
    this.#rowsSinceSnapshot = 0
  }

  async answer<N extends RequestName>(name: N, wish: unknown): Promise<SearchRequests[N]['answer']> {
    switch (name) {
      case 'papers':
        return this.#papers(wish as PapersWish)
      case 'names':
        return this.#names(wish as SearchRequests['names']['wish'])
      case 'counts':
        return (wish as SearchRequests['counts']['wish']).map((one) => this.#count(one))
      default:
        return this.#unread(wish as SearchRequests['unread']['wish'])
    }
  }

  close(): void {
    this.#close()
    this.#source.close()
  }

  #close(): void {
    const { papers, names, pages } = this.#indexes
    for (const index of [papers, names, pages]) index.close()
  }

  async #unread({ limit }: SearchRequests['unread']['wish']): Promise<readonly FoundPaper[]> {
    const { papers, pages } = this.#indexes
    const { ids } = papers.search({ query: parseQuery('', '9999-12-31'), filters: {}, limit: READ_AT_MOST })
    const rows = (await this.#source.found(ids.filter((id) => pages.fileOf(id) === undefined))).filter(
      isPaper,
    )
    return rows.filter((row) => row.file !== null).slice(0, limit)
  }

  async #take(rows: readonly FoundRow[]): Promise<void> {
    this.#lately.forget(rows.map((row) => row.id))
    const papers = rows.filter(isPaper)
    this.#indexes.papers.change(papers.map(entryOfPaper), [])
    const outdated = papers.filter(({ id, file }) => {
      const read = this.#indexes.pages.fileOf(id)
      return read !== undefined && read !== file?.sha256
    })
    this.#indexes.pages.change(
      [],
      outdated.map((row) => row.id),
    )
    const names = rows.filter(isName)
    if (names.length === 0) return
    const units = await this.#source.unitNames()
    this.#indexes.names.change(
      names.map((row) => entryOfName(row, units)),
      [],
    )
  }

  /** Only of the files that documents have now. */
  async #takePages(part: ReadonlyMap<string, PagesContent>): Promise<void> {
    const rows = (await this.#source.found([...part.keys()])).filter(isPaper)
    const entries = rows.flatMap(({ id, file }) => {
      const content = part.get(id)
      return content?.sha256 === file?.sha256 && content !== undefined
        ? [{ id, file: content.sha256, pages: content.pages }]
        : []
    })
    this.#indexes.pages.change(entries, [])
  }

  #forgetAll(): void {
    this.#lately.forgetAll()
    this.#close()
    this.#indexes = emptyIndexes(this.#sqlite)
    this.#revision = 0
  }

  #forget(gone: readonly string[]): void {
    this.#lately.forget(gone)
    this.#indexes.papers.change([], gone)
    this.#indexes.names.change([], gone)
    this.#indexes.pages.change([], gone)
  }

  async #papers({ text, filters, limit, today, agency }: PapersWish): Promise<PapersFound> {
    const query = parseQuery(text, today)
    // As it was when the index was asked: it may become whole while the hits are opened.
    const isWhole = this.#isReady
    const byPages = this.#indexes.pages.search(query)
    const { total, ids, facets, corrected } = this.#indexes.papers.search({
      query,
      filters,
      limit,
      byPages: new Set(byPages.keys()),
    })
    const marks = [...query.words, ...query.phrases.flat()].map((word) => word.folded)
    const used = corrected.flatMap((one) => one.used.flatMap((words) => words.split(' ')))
    const hits = await this.#hits(ids, byPages, marks, agency)
    return {
      total,
      hits,
      facets,
      date: query.date,
      marks: [...marks, ...used],
      corrected,
      isWhole,
    }
  }

  async #hits(
    ids: readonly string[],
    byPages: ReadonlyMap<string, number>,
    marks: readonly string[],
    agency: string,
  ): Promise<readonly PaperHit[]> {
    // Nothing waits for another: what refers to a letter is known by the letter's id.
    const [found, texts] = await Promise.all([
      this.#lately.found(ids),
      this.#source.pages(ids.filter((id) => byPages.has(id))),
      this.#lately.referring(ids.flatMap(refOfLetter)),
    ])
    const rows = found.filter(isPaper)
    const refs = new Map(rows.flatMap((row) => refOf(row, agency)))
    const referring = await this.#lately.referring([...refs.values()])
    return rows.map((row) => {
      const number = byPages.get(row.id)
      const answers = referring.get(refs.get(row.id) ?? '') ?? []
      return {
        row,
        page:
          number === undefined
            ? null
            : { number, snippet: snippetOf(texts.get(row.id)?.pages[number - 1] ?? '', marks) },
        answeredBy: answers.filter(isPaper).map(relationOf),
      }
    })
  }

  #count({ text, filters, today }: SearchRequests['counts']['wish'][number]): number {
    const query = parseQuery(text, today)
    const byPages = new Set(this.#indexes.pages.search(query).keys())
    return this.#indexes.papers.search({ query, filters, limit: 0, byPages }).total
  }

  async #names({ text, limit }: SearchRequests['names']['wish']): Promise<NamesFound> {
    const { total, ids } = this.#indexes.names.search({
      query: { ...parseQuery(text, '9999-12-31'), date: null, number: null },
      filters: {},
      limit,
      isLoose: true,
    })
    return { total, rows: (await this.#lately.found(ids)).filter(isName) }
  }
}

const isPaper = (row: FoundRow): row is FoundPaper =>
  row.what === 'letter' || row.what === 'document' || row.what === 'former'
const isName = (row: FoundRow): row is FoundName => row.what === 'person' || row.what === 'agency'

/** How an answer would name the letter of this id. */
const refOfLetter = (id: string): readonly string[] =>
  id.startsWith('letter/') ? [refTo(id.slice('letter/'.length))] : []

/** How an answer would name this row. */
function refOf(row: FoundPaper, agency: string): readonly (readonly [id: string, ref: string])[] {
  if (row.what === 'former') return []
  if (row.what === 'letter') return refOfLetter(row.id).map((ref) => [row.id, ref])
  if (row.issuedOn === null || row.code === '' || agency === '') return []
  return [[row.id, refTo(documentIdOf(agency, row.issuedOn, row.code))]]
}

const relationOf = (row: FoundPaper): Relation => ({
  id: row.id,
  code: row.code,
  subject: row.subject,
  issuedOn: row.issuedOn,
  isDraft: row.what === 'document' && row.status !== 'issued',
})
