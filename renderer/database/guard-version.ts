import type { Dexie } from 'dexie'
import { LATEST_VERSION } from './versions/all-versions.ts'
import type { MetaRow } from './rows.ts'

/** The database was written by a newer version of the software: it is closed unchanged, to be exported or opened after the update. */
export class DatabaseFromFuture extends Error {
  override readonly name = 'DatabaseFromFuture'
  readonly found: number
  constructor(found: number) {
    super(`database version ${found} is newer than ${LATEST_VERSION}`)
    this.found = found
  }
}

/** Dexie opens a newer database without a word, so the version is kept in `meta` as well and compared here. */
export async function guardVersion(database: Dexie): Promise<void> {
  const meta = database.table<MetaRow, string>('meta')
  const stored = (await meta.get('schemaVersion'))?.value
  const found = Math.max(typeof stored === 'number' ? stored : 0, Math.floor(database.verno))
  if (found > LATEST_VERSION) {
    database.close()
    throw new DatabaseFromFuture(found)
  }
  if (stored !== LATEST_VERSION) await meta.put({ name: 'schemaVersion', value: LATEST_VERSION })
}
