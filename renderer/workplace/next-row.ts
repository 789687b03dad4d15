import { createContext, use, useCallback, useEffect, useRef } from 'react'

/** Told where an act begins; what it answers goes to the row below that one when the act is done. */
type FromHere = () => () => void

const NextRow = createContext<FromHere>(() => () => undefined)

export const NextRowProvider = NextRow.Provider

/** For acts after which a row stays where it is, but is done with for now. Goes nowhere where there is no list. */
export const useNextRow = (): FromHere => use(NextRow)

/** Steps down the rows of a list; whoever went to another row while an act was being done stays there. */
export function useFromHere(
  ids: readonly string[],
  active: string | null,
  choose: (id: string) => void,
): FromHere {
  const now = useRef({ ids, active, choose })
  useEffect(() => {
    now.current = { ids, active, choose }
  })
  return useCallback(() => {
    const left = now.current.active
    return () => {
      const here = now.current
      const below = here.ids[here.ids.indexOf(left ?? '') + 1]
      if (here.active === left && below !== undefined) here.choose(below)
    }
  }, [])
}
