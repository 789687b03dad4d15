import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { IndexSource } from '../database/index-source.ts'
import { OfficeDatabase } from '../database/office-database.ts'
import { createSealing } from '../database/sealing.ts'
import type { FromIndex, ToIndex } from './messages.ts'
import { SearchHost } from './search-host.ts'

export interface ServeOptions {
  readonly sqlite: () => Promise<Sqlite3Static>
  readonly post: (message: FromIndex) => void
  /** How long after a write a snapshot may be kept, ms. */
  readonly quietMs: number
  /** Opens the database of this name. */
  readonly openDatabase?: (name: string) => OfficeDatabase
}

export interface IndexServer {
  take(message: ToIndex): void
  close(): void
}

/** Does what the page asks, and follows what is written. */
export function serveIndex({
  sqlite,
  post,
  quietMs,
  openDatabase = (name) => new OfficeDatabase(name),
}: ServeOptions): IndexServer {
  let host: SearchHost | undefined
  let opening: Promise<void> = Promise.reject(new TypeError('not open'))
  opening.catch(() => undefined)
  let following: Promise<void> = Promise.resolve()
  let quiet: ReturnType<typeof setTimeout> | undefined

  const open = async (name: string, key: CryptoKey): Promise<void> => {
    const database = openDatabase(name)
    await database.open()
    host = new SearchHost({
      sqlite: await sqlite(),
      source: new IndexSource(database, createSealing(key)),
      onChanged: () => post({ kind: 'changed' }),
    })
    await host.open()
  }
  /** While everything is read for the first time, searches are answered from what is there; later they wait for the last write. */
  const answer = async ({ number, name, wish }: Extract<ToIndex, { kind: 'ask' }>): Promise<void> => {
    await opening
    if (name === 'unread' || host?.isReady === true) await following
    if (host !== undefined) post({ kind: 'answer', number, answer: await host.answer(name, wish) })
  }
  const failed =
    (number: number | null) =>
    (error: unknown): void =>
      post({ kind: 'failed', number, message: String(error) })
  const follow = (work: () => Promise<void> | undefined): void => {
    following = following.then(work).catch(failed(null))
  }
  /** Once in so long, however much is written meanwhile. */
  const keepSoon = (): void => {
    quiet ??= setTimeout(() => {
      quiet = undefined
      follow(() => host?.keep())
    }, quietMs)
  }

  return {
    take(message) {
      if (message.kind === 'ask') void answer(message).catch(failed(message.number))
      else if (message.kind === 'written') follow(() => host?.follow(message))
      else {
        opening = open(message.database, message.key)
        follow(async () => {
          await opening
          await host?.catchUp()
          await host?.keep()
        })
      }
      if (message.kind !== 'ask') keepSoon()
    },
    close() {
      clearTimeout(quiet)
      host?.close()
    },
  }
}
