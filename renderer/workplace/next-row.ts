import { createContext, use } from 'react'

/** Goes to the row below in the list beside which something is shown; nothing where there is no list. */
const NextRow = createContext<() => void>(() => undefined)

export const NextRowProvider = NextRow.Provider

/** For acts after which a row stays where it is, but is done with for now. */
export const useNextRow = (): (() => void) => use(NextRow)
