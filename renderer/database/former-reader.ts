import { Dexie } from 'dexie'
import type { FormerShelf } from '#shared/domain/registers/former/former-entry.ts'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { shelfKey, type FormerRow } from '../projections/former.ts'
import type { SealedRows } from './sealed-rows.ts'

/** What the screens ask of former registers. */
export class FormerReader {
  readonly #rows: SealedRows

  constructor(rows: SealedRows) {
    this.#rows = rows
  }

  /** Imports of former registers, newest first. */
  async imports(): Promise<readonly FormerImport[]> {
    const rows = await this.#rows.all<FormerImport>('formerImports')
    return rows.toSorted((a, b) => (a.begun.at < b.begun.at ? 1 : -1))
  }

  /** The lines of a former register in the order of their numbers. */
  async register(shelf: FormerShelf): Promise<readonly FormerRow[]> {
    const key = shelfKey(shelf)
    const rows = await this.#rows
      .table('former')
      .where('[shelf+sort]')
      .between([key, Dexie.minKey], [key, Dexie.maxKey])
      .toArray()
    return this.#rows.open('former', rows)
  }

  /** A line of a former register; null when it is not here. */
  async entry(id: string): Promise<FormerRow | null> {
    return this.#rows.openIf('former', await this.#rows.table('former').get(id))
  }

  /** Which of these lines are here, by the import each came with. */
  async known(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#rows.table('former').bulkGet([...ids])
    return new Map(
      rows.flatMap((row) => (row === undefined ? [] : [[row.id, String(row['import'])] as const])),
    )
  }
}
