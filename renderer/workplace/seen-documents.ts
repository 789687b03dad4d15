import { useMemo, useSyncExternalStore } from 'react'
import type { Desk } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'

/** What was on screen at a desk since it was opened: documents as they were at a moment. Forgotten with the desk, so that doubt means looking again. */
class SeenStore {
  readonly #seen = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly count = (): number => this.#seen.size
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly has = (id: string, changedAt: string): boolean => this.#seen.has(`${id} ${changedAt}`)
  readonly mark = (id: string, changedAt: string): void => {
    if (this.has(id, changedAt)) return
    this.#seen.add(`${id} ${changedAt}`)
    this.#listeners.forEach((listener) => listener())
  }
}

const stores = new WeakMap<Desk, SeenStore>()

/** Which documents this person has had on screen as they are now; a change after that asks for another look. */
export function useSeenDocuments(): Pick<SeenStore, 'has' | 'mark'> {
  const store = storeOf(useDesk())
  const count = useSyncExternalStore(store.subscribe, store.count)
  return useMemo(() => ({ has: store.has, mark: store.mark, count }), [store, count])
}

function storeOf(desk: Desk): SeenStore {
  const known = stores.get(desk)
  if (known !== undefined) return known
  const store = new SeenStore()
  stores.set(desk, store)
  return store
}
