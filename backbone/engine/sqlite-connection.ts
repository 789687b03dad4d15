import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SealBroken, type Seal } from '../sealing/node-key.ts'
import { FIRST_VERSION, schemaSteps } from './sqlite-schema.ts'

/** Written by a newer version of this software: kept untouched. */
export class DatabaseFromTheFuture extends Error {
  override readonly name = 'DatabaseFromTheFuture'
}

/** Written before data at rest was sealed: nothing of it is read. Remedy: remove it; in Practice a reset does. */
export class DatabaseUnsealed extends Error {
  override readonly name = 'DatabaseUnsealed'
}

/** Sealed with another key, or its first row was changed: kept untouched. */
export class WrongNodeKey extends Error {
  override readonly name = 'WrongNodeKey'
}

type Row = Record<string, unknown>

/** One SQLite file: statements prepared once, and all writes of one event-loop turn in one durable commit. */
export interface SqliteConnection {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each statement names the columns it selects
  all<R = Row>(sql: string, ...values: readonly SQLInputValue[]): readonly R[]
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each statement names the columns it selects
  one<R = Row>(sql: string, ...values: readonly SQLInputValue[]): R | undefined
  run(sql: string, ...values: readonly SQLInputValue[]): void
  /** Runs the work now; what it throws is a rejection. */
  read<T>(work: () => T): Promise<T>
  /**
   * Runs the work with every other write of this turn and resolves when all of it is on disk. Work that throws is undone by itself and
   * rejects alone.
   */
  write<T>(work: () => T): Promise<T>
  /** Leaves nothing of what was overwritten or deleted in the log beside the file. */
  scrub(): void
  close(): void
}

interface Waiting {
  readonly work: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** `on-close`: nothing is flushed before the end, for a store that is thrown away whole when it is not finished. */
export type Flushing = 'each-commit' | 'on-close'

/**
 * Opens (and brings up to date) the file; `:memory:` for one that is forgotten. Throws `DatabaseFromTheFuture`, `DatabaseUnsealed`,
 * `WrongNodeKey`, and leaves the file as it was.
 */
export function openSqlite(path: string, seal: Seal, flushing: Flushing): SqliteConnection {
  const database = new DatabaseSync(path)
  try {
    database.exec('pragma busy_timeout = 5000; pragma temp_store = memory')
    const version = knownVersion(database)
    if (version > 0) checkKey(database, seal)
    database.exec(
      `pragma journal_mode = wal; pragma synchronous = ${flushing === 'on-close' ? 'off' : 'full'}; pragma foreign_keys = on; pragma secure_delete = on; pragma wal_autocheckpoint = 4000`,
    )
    migrate(database, version, seal)
  } catch (error) {
    database.close()
    throw error
  }
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const prepared = database.prepare(sql)
    statements.set(sql, prepared)
    return prepared
  }

  const begin = database.prepare('begin immediate')
  const commit = database.prepare('commit')
  const savepoint = database.prepare('savepoint one')
  const release = database.prepare('release one')
  const runInSavepoint = ({ work, resolve, reject }: Waiting): (() => void) => {
    savepoint.run()
    try {
      const value = work()
      release.run()
      return () => {
        resolve(value)
      }
    } catch (error) {
      database.exec('rollback to one; release one')
      return () => {
        reject(error)
      }
    }
  }

  let waiting: Waiting[] = []
  let isClosed = false
  const flush = (): void => {
    const group = waiting
    waiting = []
    if (isClosed) {
      for (const one of group) one.reject(new Error('store is closed'))
      return
    }
    const settle: (() => void)[] = []
    try {
      begin.run()
      for (const one of group) settle.push(runInSavepoint(one))
      commit.run()
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      for (const one of group) one.reject(error)
      return
    }
    for (const done of settle) done()
  }

  return {
    all: <R>(sql: string, ...values: readonly SQLInputValue[]) => statement(sql).all(...values) as R[],
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each statement names the columns it selects
    one: <R>(sql: string, ...values: readonly SQLInputValue[]) =>
      statement(sql).get(...values) as R | undefined,
    run: (sql, ...values) => {
      statement(sql).run(...values)
    },
    read: <T>(work: () => T) =>
      new Promise<T>((resolve) => {
        resolve(work())
      }),
    write: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        if (waiting.length === 1) setImmediate(flush)
      }),
    scrub: () => {
      database.exec('pragma wal_checkpoint(truncate)')
    },
    close: () => {
      flush()
      isClosed = true
      if (flushing === 'on-close') database.exec('pragma synchronous = full; pragma wal_checkpoint(truncate)')
      database.close()
    },
  }
}

/** 0 for a file that is just being made. */
function knownVersion(database: DatabaseSync): number {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number }
  const newest = FIRST_VERSION + schemaSteps.length - 1
  if (version > newest) throw new DatabaseFromTheFuture(`version ${version}, known up to ${newest}`)
  if (version > 0 && version < FIRST_VERSION)
    throw new DatabaseUnsealed(
      `version ${version} is older than sealing: remove the folder of the data, or reset Practice`,
    )
  return version
}

const KEY_CHECK = 'congso node'

function checkKey(database: DatabaseSync, seal: Seal): void {
  const row = database.prepare('select sealed from key_check').get() as { sealed: Uint8Array } | undefined
  try {
    seal.open(['key_check', 1], row?.sealed ?? new Uint8Array())
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw new WrongNodeKey('this data is sealed with another node key; nothing was changed', { cause: error })
  }
}

function migrate(database: DatabaseSync, version: number, seal: Seal): void {
  for (const [index, step] of schemaSteps.entries()) {
    const leadsTo = FIRST_VERSION + index
    if (leadsTo <= version) continue
    database.exec(`begin immediate; ${step}`)
    if (leadsTo === FIRST_VERSION)
      database.prepare('insert into key_check values (1, ?)').run(seal.seal(['key_check', 1], KEY_CHECK))
    database.exec(`pragma user_version = ${leadsTo}; commit`)
  }
}
