import type { AggregateKind } from '#shared/log/command.ts'
import type { Changes } from '../changes.ts'
import type { OfficeStore } from '../office-store.ts'
import { OpenedRows } from '../opened-rows.ts'
import type { AggregateRow } from '../rows.ts'

/** An aggregate as this desk knows it. */
export interface AggregateRecord {
  /** What the log says; null while only acts of this desk made it. */
  readonly confirmed: unknown
  /** Seq of the last entry applied; 0 before the first. */
  readonly seq: number
  /** Confirmed with the pending acts of this desk on top. */
  readonly shown: unknown
  readonly pending: boolean
  /** Something in its history is newer than this software understands: shown as far as understood, no acts. */
  readonly readOnly: boolean
}

const CACHED = 500

/** Aggregates by key; what was opened once is not opened again while its seal is the same. */
export class AggregatesRepository {
  readonly #store: OfficeStore
  readonly #opened = new OpenedRows(CACHED)

  constructor(store: OfficeStore) {
    this.#store = store
  }

  async get(key: string): Promise<AggregateRecord | undefined> {
    return (await this.getMany([key])).get(key)
  }

  /** Those that are here. */
  async getMany(keys: readonly string[]): Promise<ReadonlyMap<string, AggregateRecord>> {
    const rows = await this.#store.database.aggregates.bulkGet([...keys])
    return this.#openAll(rows.filter((row) => row !== undefined))
  }

  async ofKind(kind: AggregateKind): Promise<ReadonlyMap<string, AggregateRecord>> {
    return this.#openAll(await this.#store.database.aggregates.where('kind').equals(kind).toArray())
  }

  /** The next of all aggregates behind a key, in the order of their keys. */
  async after(key: string, limit: number): Promise<ReadonlyMap<string, AggregateRecord>> {
    return this.#openAll(await this.#store.database.aggregates.where('key').above(key).limit(limit).toArray())
  }

  count(): Promise<number> {
    return this.#store.database.aggregates.count()
  }

  /** How many have this key or one before it. */
  countUpTo(key: string): Promise<number> {
    return this.#store.database.aggregates.where('key').belowOrEqual(key).count()
  }

  async keys(): Promise<readonly string[]> {
    return this.#store.database.aggregates.toCollection().primaryKeys()
  }

  async readOnlyKeys(): Promise<readonly string[]> {
    return this.#store.database.aggregates.where('readOnly').equals(1).primaryKeys()
  }

  put(changes: Changes, key: string, kind: AggregateKind, record: AggregateRecord): void {
    const { readOnly, confirmed, seq, shown, pending } = record
    const content = pending ? { confirmed, seq, shown, pending } : { confirmed, seq, pending }
    changes.putAggregate({ key, kind, readOnly: readOnly ? 1 : 0 }, content)
  }

  async #openAll(rows: readonly AggregateRow[]): Promise<ReadonlyMap<string, AggregateRecord>> {
    return new Map(await Promise.all(rows.map(async (row) => [row.key, await this.#open(row)] as const)))
  }

  async #open(row: AggregateRow): Promise<AggregateRecord> {
    return (await this.#opened.content(row.key, row.sealed, () => this.#unseal(row))) as AggregateRecord
  }

  async #unseal(row: AggregateRow): Promise<AggregateRecord> {
    const content = (await this.#store.sealing.open('aggregates', row.key, row.sealed)) as Omit<
      AggregateRecord,
      'readOnly'
    >
    return {
      ...content,
      shown: content.pending ? content.shown : content.confirmed,
      readOnly: row.readOnly === 1,
    }
  }
}
