import type { Unit } from '#shared/domain/directory/directory.ts'
import type { FoundRow } from '../projections/found.ts'
import type { OfficeDatabase, ProjectionRow } from './office-database.ts'
import { FOUND_GONE } from './office-store.ts'
import type { PagesRow } from './rows.ts'
import type { Sealing } from './sealing.ts'

/** Text of the pages of a file, as far as it has any. */
export interface PagesContent {
  /** The file they were read from. */
  readonly sha256: string
  readonly pages: readonly string[]
}

/** A part of a snapshot: bytes as they are, or anything that is JSON. */
export interface SnapshotPart {
  readonly name: string
  readonly content: Uint8Array | { readonly json: unknown }
}

const AT_ONCE = 1000

/** What the search index reads of the local database, and where it keeps its snapshot. Runs in the worker of the index. */
export class IndexSource {
  readonly #database: OfficeDatabase
  readonly #sealing: Sealing

  constructor(database: OfficeDatabase, sealing: Sealing) {
    this.#database = database
    this.#sealing = sealing
  }

  /** Number of the last write. */
  async revision(): Promise<number> {
    const value = (await this.#database.meta.get('revision'))?.value
    return typeof value === 'number' ? value : 0
  }

  /** Everything that was written behind `revision`, some at a time; 0: everything. */
  async *foundAfter(revision: number): AsyncGenerator<readonly FoundRow[]> {
    const keys = await this.#database.projected('found').where('revision').above(revision).primaryKeys()
    for (let at = 0; at < keys.length; at += AT_ONCE) yield await this.found(keys.slice(at, at + AT_ONCE))
  }

  /** Names of the units of this agency, by id. */
  async unitNames(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#database.projected('units').toArray()
    const units = rows.map(async (row) => (await this.#sealing.open('units', row.id, row.sealed)) as Unit)
    return new Map((await Promise.all(units)).map(({ id, name }) => [id, name]))
  }

  async *pagesAfter(revision: number): AsyncGenerator<ReadonlyMap<string, PagesContent>> {
    const keys = await this.#database.pages.where('revision').above(revision).primaryKeys()
    for (let at = 0; at < keys.length; at += AT_ONCE) yield await this.pages(keys.slice(at, at + AT_ONCE))
  }

  /** Those of the ids that are still here. */
  async found(ids: readonly string[]): Promise<readonly FoundRow[]> {
    const rows = await this.#database.projected('found').bulkGet([...ids])
    return Promise.all(rows.flatMap((row) => (row === undefined ? [] : [this.#openFound(row)])))
  }

  async pages(ids: readonly string[]): Promise<ReadonlyMap<string, PagesContent>> {
    const rows = (await this.#database.pages.bulkGet([...ids])).filter((row) => row !== undefined)
    return new Map(await Promise.all(rows.map(async (row) => [row.id, await this.#openPages(row)] as const)))
  }

  /** What names one of these refs, by ref. */
  async referring(refs: readonly string[]): Promise<ReadonlyMap<string, readonly FoundRow[]>> {
    const table = this.#database.projected('found')
    // One look for each, side by side: a cursor over all of them would wait for each step.
    const naming = await this.#database.transaction('r', table, () =>
      Promise.all(
        refs.map(async (ref) => [ref, await table.where('refs').equals(ref).primaryKeys()] as const),
      ),
    )
    const named = naming.filter(([, ids]) => ids.length > 0)
    const rows = await this.found([...new Set(named.flatMap(([, ids]) => ids))])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return new Map(named.map(([ref, ids]) => [ref, ids.flatMap((id) => byId.get(id) ?? [])]))
  }

  /** A part of the snapshot; undefined when there is none. Rejects with SealBroken when it does not open. */
  async snapshotBytes(name: string): Promise<Uint8Array | undefined> {
    const row = await this.#database.snapshots.get(name)
    return row && this.#sealing.openBytes('snapshots', name, row.sealed)
  }
  async snapshotJson(name: string): Promise<unknown> {
    const row = await this.#database.snapshots.get(name)
    return row && this.#sealing.open('snapshots', name, row.sealed)
  }

  async dropSnapshot(): Promise<void> {
    await this.#database.snapshots.clear()
  }

  /**
   * Keeps a snapshot of what was here after write `revision`; what was written since is read behind it. False, and nothing is kept, when
   * something is not to be found any more since.
   */
  async keepSnapshot(revision: number, parts: readonly SnapshotPart[]): Promise<boolean> {
    const rows = await Promise.all(
      parts.map(async ({ name, content }) => ({
        name,
        sealed:
          content instanceof Uint8Array
            ? await this.#sealing.sealBytes('snapshots', name, content)
            : await this.#sealing.seal('snapshots', name, content.json),
      })),
    )
    const { meta, snapshots } = this.#database
    return this.#database.transaction('rw', [meta, snapshots], async () => {
      const gone = (await meta.get(FOUND_GONE))?.value ?? 0
      if ((await this.revision()) < revision || Number(gone) > revision) return false
      await snapshots.clear()
      await snapshots.bulkPut(rows)
      return true
    })
  }

  close(): void {
    this.#sealing.drop()
    this.#database.close()
  }

  async #openFound(row: ProjectionRow): Promise<FoundRow> {
    return (await this.#sealing.open('found', row.id, row.sealed)) as FoundRow
  }

  async #openPages(row: PagesRow): Promise<PagesContent> {
    return (await this.#sealing.open('pages', row.id, row.sealed)) as PagesContent
  }
}
