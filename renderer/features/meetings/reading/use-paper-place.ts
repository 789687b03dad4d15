import { useCallback, useMemo, useState } from 'react'
import type { PageJump } from './paper-reading.tsx'

/** Which paper is on screen, and the page of it that was asked for last. */
interface PaperPlace {
  readonly paperId: string | null
  readonly setPaper: (paper: string | null) => void
  readonly jump: PageJump | null
  /** null: no page, and so whatever paper comes first. */
  readonly show: (page: Omit<PageJump, 'turn'> | null) => void
}

export function usePaperPlace(): PaperPlace {
  const [place, setPlace] = useState<{ readonly paper: string | null; readonly jump: PageJump | null }>({
    paper: null,
    jump: null,
  })
  const setPaper = useCallback((paper: string | null) => setPlace({ paper, jump: null }), [])
  const show = useCallback(
    (page: Omit<PageJump, 'turn'> | null) =>
      setPlace(({ jump }) => ({
        paper: page?.paper ?? null,
        jump: page === null ? null : { ...page, turn: (jump?.turn ?? 0) + 1 },
      })),
    [],
  )
  return useMemo(() => ({ paperId: place.paper, jump: place.jump, setPaper, show }), [place, setPaper, show])
}
