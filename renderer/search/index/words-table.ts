import type { Database, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm'

export interface WordsShape {
  readonly columns: readonly string[]
  /** Lengths of beginnings of words that are indexed by themselves: a word that is only begun would else be looked up in each that begins so. */
  readonly beginnings?: readonly number[]
}

/** A full text table held in memory: words by ordinal, contentless. Words are folded before they come here. */
export class WordsTable {
  readonly #sqlite: Sqlite3Static
  readonly #db: Database
  readonly #insert: PreparedStatement
  readonly #delete: PreparedStatement
  readonly #match: PreparedStatement
  #vocabulary: Map<string, number> | undefined
  #hasGaps = false
  #isChanged = false

  /** `image` is what `export` gave for a table of the same shape. */
  constructor(sqlite: Sqlite3Static, { columns, beginnings = [] }: WordsShape, image?: Uint8Array) {
    this.#sqlite = sqlite
    this.#db = new sqlite.oo1.DB(':memory:')
    const begun = beginnings.length === 0 ? '' : `, prefix='${beginnings.join(' ')}'`
    if (image === undefined)
      this.#db.exec(
        `CREATE VIRTUAL TABLE words USING fts5(${columns.join(', ')}, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"${begun})`,
      )
    else this.#load(image)
    this.#db.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')",
    )
    const names = columns.join(', ')
    const places = columns.map(() => '?').join(', ')
    this.#insert = this.#db.prepare(`INSERT INTO words(rowid, ${names}) VALUES (?, ${places})`)
    this.#delete = this.#db.prepare('DELETE FROM words WHERE rowid = ?')
    this.#match = this.#db.prepare('SELECT json_group_array(rowid) FROM words WHERE words MATCH ?')
  }

  put(ordinal: number, texts: readonly string[]): void {
    this.#insert.bind([ordinal, ...texts]).stepReset()
    this.#vocabulary = undefined
    this.#isChanged = true
  }

  remove(ordinal: number): void {
    this.#delete.bind([ordinal]).stepReset()
    this.#vocabulary = undefined
    this.#isChanged = true
    this.#hasGaps = true
  }

  /** Does many puts and removals at once. */
  together(work: () => void): void {
    this.#db.exec('BEGIN')
    try {
      work()
    } finally {
      this.#db.exec('COMMIT')
    }
  }

  /** Ordinals that match an expression of FTS5, rising. */
  matching(expression: string): readonly number[] {
    this.#match.bind([expression]).step()
    const list = this.#match.getString(0) ?? '[]'
    this.#match.reset()
    return JSON.parse(list) as readonly number[]
  }

  /** Every word with the number of rows that hold it. */
  vocabulary(): ReadonlyMap<string, number> {
    if (this.#vocabulary !== undefined) return this.#vocabulary
    const rows = this.#db.selectArrays('SELECT term, doc FROM temp.vocabulary')
    this.#vocabulary = new Map(rows.map(([term, count]) => [term as string, Number(count)]))
    return this.#vocabulary
  }

  /** True when some row holds a word that begins so. */
  hasPrefix(prefix: string): boolean {
    return (
      this.#db.selectValue('SELECT 1 FROM temp.vocabulary WHERE term >= ? AND term < ? LIMIT 1', [
        prefix,
        `${prefix}\uffff`,
      ]) !== undefined
    )
  }

  /** The table as bytes, its parts put in order, so that it answers faster too. Words of rows that were removed are not in it. */
  export(): Uint8Array {
    if (this.#isChanged) this.#db.exec("INSERT INTO words(words) VALUES ('optimize')")
    if (this.#hasGaps) this.#db.exec('VACUUM')
    this.#isChanged = false
    this.#hasGaps = false
    return this.#sqlite.capi.sqlite3_js_db_export(this.#db)
  }

  close(): void {
    for (const statement of [this.#insert, this.#delete, this.#match]) statement.finalize()
    this.#db.close()
  }

  #load(image: Uint8Array): void {
    const { wasm, capi } = this.#sqlite
    const place = wasm.allocFromTypedArray(image)
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE
    const { pointer } = this.#db
    if (pointer === undefined) throw new RangeError('the table is closed')
    this.#db.checkRc(
      capi.sqlite3_deserialize(pointer, 'main', place, image.byteLength, image.byteLength, flags),
    )
  }
}
