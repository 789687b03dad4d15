import { useEffect, useMemo, useState } from 'react'
import type { RequestName, SearchRequests } from './messages.ts'
import { latestOnly } from './latest-only.ts'
import { useSearch } from './search-context.tsx'

interface Asked<N extends RequestName> {
  readonly wish: SearchRequests[N]['wish']
  readonly answer: SearchRequests[N]['answer'] | undefined
  readonly problem: unknown
  /** From asking to the answer. */
  readonly tookMs: number
}

/**
 * What the index answers to a wish, asked again whenever what would be found changes. While a newer wish is on its way the last answer
 * stays, with the wish it belongs to; undefined before the first. A null wish asks nothing.
 */
export function useAsked<N extends RequestName>(
  name: N,
  wish: SearchRequests[N]['wish'] | null,
): Asked<N> | undefined {
  const search = useSearch()
  const inTurn = useMemo(() => latestOnly(), [])
  const [asked, setAsked] = useState<Asked<N> | undefined>(undefined)
  const key = JSON.stringify(wish)

  useEffect(() => {
    let isCurrent = true
    const wanted = JSON.parse(key) as SearchRequests[N]['wish'] | null
    if (wanted === null) return undefined
    const ask = (): void =>
      inTurn(async () => {
        const start = performance.now()
        const next = await search.ask(name, wanted).then(
          (answer) => ({ answer, problem: undefined }),
          (problem: unknown) => ({ answer: undefined, problem }),
        )
        if (isCurrent) setAsked({ wish: wanted, ...next, tookMs: performance.now() - start })
      })
    ask()
    const stop = search.onChanged(ask)
    return () => {
      isCurrent = false
      stop()
    }
  }, [search, inTurn, name, key])
  return wish === null ? undefined : asked
}
