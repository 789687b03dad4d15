import { useEffect, useState } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { comparingPages, type PaperChanges } from '#shared/domain/papers/changed-pages.ts'
import { useMissingFiles } from '../../../workplace/files-at-hand-context.tsx'
import { usePageTexts } from '../../../workplace/use-page-texts.ts'

/** The window answers in between. */
const SLICE_MS = 12

/** What is new in a version; `unread`: one of the two cannot be had or read now. null: there is none before it. */
export type PaperNews = PaperChanges | 'reading' | 'unread' | null

export function usePaperChanges(before: BlobRef | undefined, after: BlobRef): PaperNews {
  const read = usePageTexts()
  const stillComing = useMissingFiles()
  const [found, setFound] = useState<{ readonly of: string; readonly news: PaperChanges | 'unread' }>()
  const asked = `${before?.sha256} ${after.sha256}`
  useEffect(() => {
    if (before === undefined) return undefined
    let isCurrent = true
    const of = `${before.sha256} ${after.sha256}`
    Promise.all([read(before), read(after)])
      .then(([old, now]) => inSlices(comparingPages(old, now), () => isCurrent))
      .then(
        (news) => {
          if (isCurrent && news !== undefined) setFound({ of, news })
        },
        () => {
          if (isCurrent) setFound({ of, news: 'unread' })
        },
      )
    return () => {
      isCurrent = false
    }
  }, [read, before, after, stillComing])
  if (before === undefined) return null
  return found?.of === asked ? found.news : 'reading'
}

/** Works on while it is wanted, a little at a time; undefined when it is not any more. */
async function inSlices<T>(work: Generator<undefined, T>, isWanted: () => boolean): Promise<T | undefined> {
  while (isWanted()) {
    const until = performance.now() + SLICE_MS
    while (performance.now() < until) {
      const step = work.next()
      if (step.done === true) return step.value
    }
    await new Promise((resume) => setTimeout(resume))
  }
  return undefined
}
