import { useCallback, useSyncExternalStore } from 'react'
import type { Paper } from '#shared/domain/meetings/meeting.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import type { Desk } from '../../../sync/desk-api.ts'
import { perDesk } from '../../../sync/per-desk.ts'

/** Papers whose version is remembered. */
const MOST = 1000
/** So much of a hash tells versions of one paper apart, and no content. */
const shortOf = (sha256: string): string => sha256.slice(0, 8)

/** Which version of each paper was open last at this machine; another machine of the same person asks to look again. */
class SeenVersions {
  readonly #key: string
  readonly #listeners = new Set<() => void>()
  #seen: ReadonlyMap<string, string>

  constructor({ person, workspace }: Desk) {
    this.#key = `congso.papers/${workspace}/${person}`
    this.#seen = read(localStorage.getItem(this.#key))
  }

  readonly of = (paper: string): string | undefined => this.#seen.get(paper)
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly note = (paper: string, version: string): void => {
    if (this.of(paper) === version) return
    const others = [...this.#seen].filter(([id]) => id !== paper)
    this.#seen = new Map([...others, [paper, version] as const].slice(-MOST))
    localStorage.setItem(this.#key, JSON.stringify([...this.#seen]))
    this.#listeners.forEach((listener) => listener())
  }
}

function read(text: string | null): ReadonlyMap<string, string> {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    const isPair = (one: unknown): one is [string, string] =>
      Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string')
    return new Map(Array.isArray(list) ? list.filter(isPair) : [])
  } catch {
    // What another program left there is no memory of ours.
    return new Map()
  }
}

const storeOf = perDesk((desk) => new SeenVersions(desk))

/** Whether a paper was replaced and its newest version not opened yet. */
export function useIsNew({ id, versions }: Pick<Paper, 'id' | 'versions'>): boolean {
  const store = storeOf(useDesk())
  const seen = useSyncExternalStore(store.subscribe, () => store.of(id))
  const newest = versions.at(-1)?.file.sha256
  return versions.length > 1 && newest !== undefined && seen !== shortOf(newest)
}

/** What the newest version is compared with: the one that was open last, else the one before it. */
export interface SeenPaper {
  readonly baseOf: (paper: Pick<Paper, 'id' | 'versions'>) => Paper['versions'][number] | undefined
  readonly note: (paper: Pick<Paper, 'id' | 'versions'>) => void
}

export function useSeenPaper(): SeenPaper {
  const store = storeOf(useDesk())
  const baseOf = useCallback<SeenPaper['baseOf']>(
    ({ id, versions }) => {
      const earlier = versions.slice(0, -1)
      const last = store.of(id)
      return earlier.findLast(({ file }) => shortOf(file.sha256) === last) ?? earlier.at(-1)
    },
    [store],
  )
  const note = useCallback<SeenPaper['note']>(
    ({ id, versions }) => {
      const newest = versions.at(-1)
      if (newest !== undefined) store.note(id, shortOf(newest.file.sha256))
    },
    [store],
  )
  return { baseOf, note }
}
