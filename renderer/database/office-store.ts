import { Changes, type Written } from './changes.ts'
import { guardVersion } from './guard-version.ts'
import type { OfficeDatabase } from './office-database.ts'
import type { Sealing } from './sealing.ts'

/** What a write did to what search finds. */
export interface FoundCommit {
  /** Ids that must not be found any more. */
  readonly gone: readonly string[]
  /** Everything was thrown away before the rows of this write were put. */
  readonly isCleared: boolean
}

/**
 * The one way to write. A plan reads, decides and collects changes outside the transaction; they are then written in one transaction,
 * unless someone else (another window) has written since the plan began: then it is planned again.
 */
export class OfficeStore {
  readonly database: OfficeDatabase
  readonly sealing: Sealing
  #last: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<(commit: FoundCommit) => void>()

  constructor(database: OfficeDatabase, sealing: Sealing) {
    this.database = database
    this.sealing = sealing
  }

  /** Runs plans one after another. Rejects with what the plan throws; then nothing is written. */
  write<T>(plan: (changes: Changes) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#write(plan))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Tells of every write of this window once it is on disk; the answer ends it. */
  onCommitted(listener: (commit: FoundCommit) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Everything goes: acts that were not sent, texts, the log. */
  async forgetEverything(): Promise<void> {
    const { database } = this
    await database.transaction('rw', database.tables, async () => {
      for (const table of database.tables) await table.clear()
    })
    await guardVersion(database)
  }

  async #write<T>(plan: (changes: Changes) => Promise<T>): Promise<T> {
    for (;;) {
      const revision = await this.#revision()
      const changes = new Changes()
      const result = await plan(changes)
      const rows = await changes.sealed(this.sealing)
      if (isNothing(changes, rows)) return result
      if (!(await this.#commit(revision, changes, rows))) continue
      this.#tell(changes, rows)
      return result
    }
  }

  #tell(changes: Changes, rows: readonly Written[]): void {
    if (this.#listeners.size === 0) return
    const gone = rows.filter(({ table, row }) => table === 'found' && row === undefined)
    const isCleared = changes.cleared.has('found')
    for (const listener of this.#listeners) listener({ gone: gone.map(({ key }) => String(key)), isCleared })
  }

  async #revision(): Promise<number> {
    const value = (await this.database.meta.get('revision'))?.value
    return typeof value === 'number' ? value : 0
  }

  #commit(revision: number, changes: Changes, rows: readonly Written[]): Promise<boolean> {
    const { database } = this
    const tables = new Set([...rows.map((row) => row.table), ...changes.cleared, 'meta'])
    if (changes.counts.size > 0) tables.add('counters')
    if (tables.has('found')) for (const name of ['pages', 'snapshots']) tables.add(name)
    return database.transaction('rw', [...tables], async () => {
      if ((await this.#revision()) !== revision) return false
      for (const table of changes.cleared) await database.table(table).clear()
      if (changes.cleared.has('found'))
        await Promise.all([database.snapshots.clear(), database.pages.clear()])
      for (const [table, list] of byTable(rows)) {
        const gone = list.filter((one) => one.row === undefined).map((one) => one.key)
        const here = list.flatMap((one) => (one.row === undefined ? [] : [one.row]))
        if (gone.length > 0) await database.table(table).bulkDelete(gone)
        if (gone.length > 0 && table === 'found') await forgetFound(database, gone)
        if (here.length > 0) await database.table(table).bulkPut(stamped(table, here, revision + 1))
      }
      await addCounts(database, changes.counts)
      await database.meta.bulkPut([
        ...[...changes.meta].map(([name, value]) => ({ name, value })),
        ...(isGone('found', changes, rows) ? [{ name: FOUND_GONE, value: revision + 1 }] : []),
        ...(isGone('facts', changes, rows) ? [{ name: FACTS_GONE, value: revision + 1 }] : []),
        { name: 'revision', value: revision + 1 },
      ])
      return true
    })
  }
}

/** Name of the last write that took something out of what search finds. */
export const FOUND_GONE = 'foundGone'
/** Name of the last write that took a fact of the boards away. */
export const FACTS_GONE = 'factsGone'

const isGone = (from: string, { cleared }: Changes, rows: readonly Written[]): boolean =>
  cleared.has(from) || rows.some(({ table, row }) => table === from && row === undefined)

/** What cannot be found any more must not lie in a snapshot of the index either, nor the text of its pages here. */
async function forgetFound(database: OfficeDatabase, gone: readonly (string | number)[]): Promise<void> {
  await database.pages.bulkDelete(gone.map(String))
  await database.snapshots.clear()
}

/** Tables of which only what is new is read: their rows say which write made them. */
const FOLLOWED: ReadonlySet<string> = new Set(['found', 'pages', 'facts'])

function stamped(table: string, rows: readonly object[], revision: number): readonly object[] {
  return FOLLOWED.has(table) ? rows.map((row) => ({ ...row, revision })) : rows
}

function isNothing(changes: Changes, rows: readonly Written[]): boolean {
  return (
    rows.length === 0 && changes.cleared.size === 0 && changes.meta.size === 0 && changes.counts.size === 0
  )
}

function byTable(rows: readonly Written[]): ReadonlyMap<string, readonly Written[]> {
  return Map.groupBy(rows, (row) => row.table)
}

async function addCounts(database: OfficeDatabase, counts: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...counts].filter(([, difference]) => difference !== 0)
  if (changed.length === 0) return
  const before = await database.counters.bulkGet(changed.map(([name]) => name))
  await database.counters.bulkPut(
    changed.map(([name, difference], index) => ({ name, value: (before[index]?.value ?? 0) + difference })),
  )
}
