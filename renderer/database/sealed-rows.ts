import { Dexie } from 'dexie'
import type { ProjectionTable } from '../projections/projection.ts'
import type { Stretch, StretchRows } from './live-pages.ts'
import type { Office } from './office.ts'
import type { ProjectionRow } from './office-database.ts'
import { OpenedRows } from './opened-rows.ts'
import type { Window } from './views.ts'

/** What a list without a window brings at most. */
export const WHOLE: Window = { limit: 500 }
/** Rows of the lists that are shown, and of some that were shown before. */
const KEPT_OPEN = 4000

const placeOf = (row: ProjectionRow | undefined): string | null =>
  row === undefined ? null : String(row['sort'])

/** The rows of the projections, opened; those that were opened before are not opened again. */
export class SealedRows {
  readonly #office: Office
  readonly #opened = new OpenedRows(KEPT_OPEN)

  constructor(office: Office) {
    this.#office = office
  }

  table(name: ProjectionTable) {
    return this.#office.store.database.projected(name)
  }

  async box<T>(table: ProjectionTable, box: string, { after, limit }: Window): Promise<readonly T[]> {
    const { rows } = await this.stretch<T>(table, box, { until: after ?? null, from: null }, limit)
    return rows
  }

  async stretch<T>(
    table: ProjectionTable,
    box: string,
    { until, from }: Stretch,
    limit: number,
  ): Promise<StretchRows<T>> {
    const rows = await this.table(table)
      .where('[box+sort]')
      .between([box, from ?? Dexie.minKey], [box, until ?? Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray()
    return { rows: await this.open<T>(table, rows), last: placeOf(rows.at(-1)) }
  }

  async all<T>(table: ProjectionTable): Promise<readonly T[]> {
    return this.open<T>(table, await this.table(table).toArray())
  }

  open<T>(table: ProjectionTable, rows: readonly ProjectionRow[]): Promise<readonly T[]> {
    return Promise.all(rows.map((row) => this.openOne<T>(table, row)))
  }

  async openOne<T>(table: ProjectionTable, row: ProjectionRow): Promise<T> {
    const { sealing } = this.#office.store
    return (await this.#opened.content(`${table}/${row.id}`, row.sealed, () =>
      sealing.open(table, row.id, row.sealed),
    )) as T
  }

  async openIf<T>(table: ProjectionTable, row: ProjectionRow | undefined): Promise<T | null> {
    return row === undefined ? null : this.openOne<T>(table, row)
  }
}
