import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { IndexSource } from '../database/index-source.ts'
import { OfficeDatabase } from '../database/office-database.ts'
import { createSealing } from '../database/sealing.ts'
import type { FromIndex, ToIndex } from './messages.ts'
import { SearchHost } from './search-host.ts'

export interface ServeOptions {
  readonly sqlite: () => Promise<Sqlite3Static>
  readonly post: (message: FromIndex) => void
  /** How long it has to be quiet before a snapshot is kept, ms. */
  readonly quietMs: number
  /** Opens the database of this name. */
  readonly openDatabase?: (name: string) => OfficeDatabase
}

export interface IndexServer {
  take(message: ToIndex): void
  close(): void
}

/** Does what the page asks, one after the other. */
export function serveIndex({
  sqlite,
  post,
  quietMs,
  openDatabase = (name) => new OfficeDatabase(name),
}: ServeOptions): IndexServer {
  let host: SearchHost | undefined
  let work: Promise<void> = Promise.resolve()
  let quiet: ReturnType<typeof setTimeout> | undefined

  const open = async (name: string, key: CryptoKey): Promise<void> => {
    const database = openDatabase(name)
    await database.open()
    host = new SearchHost({
      sqlite: await sqlite(),
      source: new IndexSource(database, createSealing(key)),
      onChanged: () => post({ kind: 'changed' }),
    })
    await host.load()
  }
  const did = async (message: ToIndex): Promise<void> => {
    if (message.kind === 'open') return open(message.database, message.key)
    if (host === undefined) throw new TypeError('not open')
    if (message.kind === 'written') return host.follow(message)
    post({ kind: 'answer', number: message.number, answer: await host.answer(message.name, message.wish) })
  }
  const keepWhenQuiet = (): void => {
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      work = work.then(() => host?.keep()).catch(failed(null))
    }, quietMs)
  }
  const failed =
    (number: number | null) =>
    (error: unknown): void =>
      post({ kind: 'failed', number, message: String(error) })

  return {
    take(message) {
      work = work.then(() => did(message)).catch(failed(message.kind === 'ask' ? message.number : null))
      keepWhenQuiet()
    },
    close() {
      clearTimeout(quiet)
      host?.close()
    },
  }
}
