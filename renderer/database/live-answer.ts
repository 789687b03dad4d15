import { useLiveQuery } from 'dexie-react-hooks'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { LivePages, type Brought, type ReadStretch } from './live-pages.ts'
import { reading } from './reading.ts'

/** `undefined` while it is read for the first time. */
export type Live<T> = T | undefined

/** Rows of a long list that are brought at once: few enough that a scroll does not stand still for them. */
const ROWS_AT_ONCE = 200

/**
 * The answer to this very question: while another is being read, the one before it is not given for it, or a key would act on what was
 * looked at before. Dexie follows native awaits only inside an `async` function.
 */
export function useLive<T>(read: () => Promise<T>, question: readonly unknown[]): Live<T> {
  const found = useLiveQuery(async () => ({ question, answer: await read() }), [...question])
  const answered = found !== undefined && isSame(found.question, question) ? found : undefined
  const isWaiting = answered === undefined
  useLayoutEffect(() => (isWaiting ? reading.begin() : undefined), [isWaiting])
  return answered?.answer
}

/** A long list, brought as one comes to its end. */
export const newPages = <T>(read: ReadStretch<T>): LivePages<T> => new LivePages(read, ROWS_AT_ONCE)

/** What was brought of it so far. */
export function usePages<T>(pages: LivePages<T>): Live<Brought<T>> {
  const brought = useSyncExternalStore(pages.subscribe, pages.brought)
  const isWaiting = brought === undefined
  useLayoutEffect(() => (isWaiting ? reading.begin() : undefined), [isWaiting])
  return brought
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => Object.is(one, b[index]))
