import { useMemo, useSyncExternalStore } from 'react'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { perDesk } from '../sync/per-desk.ts'

type Looked = Pick<OfficialDocument, 'id' | 'changedAt' | 'trail' | 'initials'>

/** The moment of a change is what another desk claims: of two changes that claim the same one, the steps on the way and the page differ. */
const asItIs = ({ id, changedAt, trail, initials }: Looked): string =>
  [id, changedAt, trail.length, initials?.pdf.sha256 ?? ''].join(' ')

/** What was on screen at a desk since it was opened: documents as they were at a moment. Forgotten with the desk, so that doubt means looking again. */
class SeenStore {
  readonly #seen = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly count = (): number => this.#seen.size
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** For marks in lists, which know no more. What is to be signed is asked for by `hasAsIs`. */
  readonly has = (id: string, changedAt: string): boolean => this.#seen.has(`${id} ${changedAt}`)
  readonly hasAsIs = (document: Looked): boolean => this.#seen.has(asItIs(document))
  readonly mark = (document: Looked): void => {
    if (this.hasAsIs(document)) return
    this.#seen.add(asItIs(document)).add(`${document.id} ${document.changedAt}`)
    this.#listeners.forEach((listener) => listener())
  }
}

const storeOf = perDesk(() => new SeenStore())

/** Which documents this person has had on screen as they are now; a change after that asks for another look. */
export function useSeenDocuments(): Pick<SeenStore, 'has' | 'hasAsIs' | 'mark'> {
  const store = storeOf(useDesk())
  const count = useSyncExternalStore(store.subscribe, store.count)
  return useMemo(() => ({ has: store.has, hasAsIs: store.hasAsIs, mark: store.mark, count }), [store, count])
}
