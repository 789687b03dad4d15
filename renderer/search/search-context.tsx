import { createContext, use } from 'react'
import type { Search } from './search-client.ts'

const context = createContext<Search | null>(null)

/** Gives the screens below it the search over what is on this desk. */
export const SearchProvider = context.Provider

/** Throws outside a `SearchProvider`. */
export function useSearch(): Search {
  const search = use(context)
  if (search === null) throw new TypeError('no SearchProvider above')
  return search
}
