import { liveQuery } from 'dexie'
import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react'
import { asError } from './as-error.ts'
import { reading } from './reading.ts'

interface Shared {
  readonly listeners: Set<() => void>
  /** Undefined before the first answer, and kept when nobody listens. */
  answer: unknown
  problem: unknown
  stop: () => void
}

/** What is read for all parts of the screen together, by desk and name. */
const byDesk = new WeakMap<object, Map<string, Shared>>()

/**
 * What every screen asks, read once for all parts that show it and again after each change. A part that comes on screen later begins with
 * the last answer: who works here, with whom and in which books must not be unknown for a moment, or a key pressed in that moment would
 * mean less than its button says. `name` stands for what `read` reads of the desk.
 */
export function useShared<T>(desk: object, name: string, read: () => Promise<T>): T | undefined {
  const shared = sharedOf(desk, name)
  const subscribe = useCallback(
    (listener: () => void) => listen(shared, read, listener),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- desk and name say what is read
    [shared],
  )
  const answer = useSyncExternalStore(subscribe, () => shared.answer as T | undefined)
  const isWaiting = answer === undefined
  useLayoutEffect(() => (isWaiting ? reading.begin() : undefined), [isWaiting])
  if (shared.problem !== undefined) throw asError(shared.problem)
  return answer
}

function sharedOf(desk: object, name: string): Shared {
  const ofDesk = byDesk.get(desk) ?? new Map<string, Shared>()
  byDesk.set(desk, ofDesk)
  const known = ofDesk.get(name)
  if (known !== undefined) return known
  const shared: Shared = {
    listeners: new Set(),
    answer: undefined,
    problem: undefined,
    stop: () => undefined,
  }
  ofDesk.set(name, shared)
  return shared
}

function listen(shared: Shared, read: () => Promise<unknown>, listener: () => void): () => void {
  const tell = (): void => shared.listeners.forEach((one) => one())
  shared.listeners.add(listener)
  if (shared.listeners.size === 1) {
    // Dexie follows native awaits only inside an `async` function.
    const subscription = liveQuery(async () => await read()).subscribe(
      (answer) => {
        shared.answer = answer
        shared.problem = undefined
        tell()
      },
      (problem: unknown) => {
        shared.problem = problem
        tell()
      },
    )
    shared.stop = () => subscription.unsubscribe()
  }
  return () => {
    shared.listeners.delete(listener)
    if (shared.listeners.size === 0) shared.stop()
  }
}
