import { useCallback, useSyncExternalStore } from 'react'
import type { PageMark } from '#shared/domain/documents/page-mark.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { perDesk } from '../../../sync/per-desk.ts'

const NONE: readonly PageMark[] = []

/** What was written on pages that are not given back yet: kept while the desk is open, so that looking elsewhere loses nothing. */
class MarkStore {
  readonly #marks = new Map<string, readonly PageMark[]>()
  readonly #listeners = new Set<() => void>()

  readonly of = (page: string): readonly PageMark[] => this.#marks.get(page) ?? NONE
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly keep = (page: string, marks: readonly PageMark[]): void => {
    this.#marks.set(page, marks)
    this.#listeners.forEach((listener) => listener())
  }
}

const storeOf = perDesk(() => new MarkStore())

/** Marks on the file of this hash, and what keeps others for it. */
export function useKeptMarks(
  sha256: string,
): readonly [marks: readonly PageMark[], keep: (marks: readonly PageMark[]) => void] {
  const store = storeOf(useDesk())
  const marks = useSyncExternalStore(store.subscribe, () => store.of(sha256))
  const keep = useCallback((next: readonly PageMark[]) => store.keep(sha256, next), [store, sha256])
  return [marks, keep]
}
