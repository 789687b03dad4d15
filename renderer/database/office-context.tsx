import { createContext, use } from 'react'
import type { OfficeReader } from './office-reader.ts'
import type { OutboxReader } from './outbox-reader.ts'

/** What hooks read from: of one unlocked desk. */
export interface Readers {
  readonly office: OfficeReader
  readonly outbox: OutboxReader
  readonly workspace: string
}

const context = createContext<Readers | null>(null)

/** Gives the screens below it the local truth of a desk. */
export const ReadersProvider = context.Provider

/** Throws outside a `ReadersProvider`. */
export function useReaders(): Readers {
  const readers = use(context)
  if (readers === null) throw new TypeError('no ReadersProvider above')
  return readers
}
