import type { FoundCommit } from '../database/office-store.ts'
import type { FromIndex, RequestName, SearchRequests, ToIndex } from './messages.ts'

/** The way to the worker of the index. */
export interface IndexPort {
  post(message: ToIndex): void
  onMessage(listener: (message: FromIndex) => void): void
  close(): void
}

/** Full text search over what is on this desk. */
export interface Search {
  /** Loads the index; asking does so too. */
  start(): void
  /** Rejects when the index could not be read. */
  ask<N extends RequestName>(name: N, wish: SearchRequests[N]['wish']): Promise<SearchRequests[N]['answer']>
  /** Calls when what would be found may have changed; the answer ends it. */
  onChanged(listener: () => void): () => void
  /** The key and everything that was read are forgotten. */
  close(): void
}

export interface SearchDeps {
  readonly openPort: () => IndexPort
  readonly database: string
  readonly key: CryptoKey
  /** Tells of every write to the local database. */
  readonly onCommitted: (listener: (commit: FoundCommit) => void) => () => void
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** Starts the worker when it is first needed, and again after it failed. */
export function createSearch({ openPort, database, key, onCommitted }: SearchDeps): Search {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<() => void>()
  let port: IndexPort | undefined
  let asked = 0

  const failAll = (message: string): void => {
    const all = [...waiting.values()]
    waiting.clear()
    for (const { reject } of all) reject(new Error(message))
  }
  const hear = (message: FromIndex): void => {
    if (message.kind === 'changed') {
      for (const listener of listeners) listener()
      return
    }
    if (message.kind === 'failed' && message.number === null) {
      port?.close()
      port = undefined
      failAll(message.message)
      return
    }
    if (message.number === null) return
    const one = waiting.get(message.number)
    waiting.delete(message.number)
    if (message.kind === 'answer') one?.resolve(message.answer)
    else one?.reject(new Error(message.message))
  }
  const opened = (): IndexPort => {
    if (port !== undefined) return port
    port = openPort()
    port.onMessage(hear)
    port.post({ kind: 'open', database, key })
    return port
  }
  const stopListening = onCommitted((commit) => port?.post({ kind: 'written', ...commit }))

  return {
    start: () => void opened(),
    ask(name, wish) {
      const number = ++asked
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      waiting.set(number, { resolve, reject })
      opened().post({ kind: 'ask', number, name, wish })
      return promise as Promise<SearchRequests[typeof name]['answer']>
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stopListening()
      port?.close()
      port = undefined
      failAll('closed')
    },
  }
}
