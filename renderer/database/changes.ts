import type { ProjectionTable } from '../projections/projection.ts'
import type {
  AggregateRow,
  BlobRow,
  EntriesRow,
  OutboxRow,
  PagesRow,
  SubscribedRow,
  TextRow,
} from './rows.ts'
import type { Sealing } from './sealing.ts'

type Key = string | number
type Plain<Row> = Omit<Row, 'sealed'>

/** A row as it is written: sealed, or `undefined` to delete it. */
export interface Written {
  readonly table: string
  readonly key: Key
  readonly row: object | undefined
}

interface Planned {
  readonly row: object
  /** Absent in tables that hold no content. */
  readonly content?: unknown
}

/** What one act or one answer changes, collected before the transaction: the last word on a row counts. */
export class Changes {
  readonly #rows = new Map<string, Map<Key, Planned | undefined>>()
  readonly #cleared = new Set<string>()
  readonly #counts = new Map<string, number>()
  readonly #meta = new Map<string, unknown>()

  putAggregate(row: Plain<AggregateRow>, content: unknown): void {
    this.#set('aggregates', row.key, { row, content })
  }
  putEntries(row: Plain<EntriesRow>, content: unknown): void {
    this.#set('entries', row.first, { row, content })
  }
  putOutbox(row: Plain<OutboxRow>, content: unknown): void {
    this.#set('outbox', row.id, { row, content })
  }
  putText(row: Plain<TextRow>, content: unknown): void {
    this.#set('text', row.key, { row, content })
  }
  putPages(row: Plain<PagesRow>, content: unknown): void {
    this.#set('pages', row.id, { row, content })
  }
  putSubscribed(row: Plain<SubscribedRow>, content: unknown): void {
    this.#set('subscribed', row.id, { row, content })
  }
  putBlob(row: BlobRow): void {
    this.#set('blobs', row.id, { row })
  }
  putProjected(table: ProjectionTable, row: { readonly id: string }, content: unknown): void {
    this.#set(table, row.id, content === null ? { row } : { row, content })
  }
  putMeta(name: string, value: unknown): void {
    this.#meta.set(name, value)
  }

  delete(
    table: ProjectionTable | 'aggregates' | 'entries' | 'outbox' | 'text' | 'blobs' | 'pages' | 'subscribed',
    key: Key,
  ): void {
    this.#set(table, key, undefined)
  }

  /** Empties a table before the rows of this change are written. */
  clear(table: ProjectionTable | 'aggregates' | 'entries' | 'blobs' | 'counters'): void {
    this.#cleared.add(table)
    if (table === 'counters') this.#counts.clear()
    else this.#rows.delete(table)
  }

  /** Nothing shall be written after all. */
  forget(): void {
    for (const part of [this.#rows, this.#cleared, this.#counts, this.#meta]) part.clear()
  }

  count(name: string, difference: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + difference)
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts
  }
  get meta(): ReadonlyMap<string, unknown> {
    return this.#meta
  }
  get cleared(): ReadonlySet<string> {
    return this.#cleared
  }

  /** Every row, sealed for its place. */
  async sealed(sealing: Sealing): Promise<readonly Written[]> {
    const all = [...this.#rows].flatMap(([table, rows]) =>
      [...rows].map(async ([key, planned]): Promise<Written> => {
        if (planned === undefined) return { table, key, row: undefined }
        if (!('content' in planned)) return { table, key, row: planned.row }
        const sealed = await sealing.seal(table, String(key), planned.content)
        return { table, key, row: { ...planned.row, sealed } }
      }),
    )
    return Promise.all(all)
  }

  #set(table: string, key: Key, planned: Planned | undefined): void {
    const rows = this.#rows.get(table)
    if (rows === undefined) this.#rows.set(table, new Map([[key, planned]]))
    else rows.set(key, planned)
  }
}
