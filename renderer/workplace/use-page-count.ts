import { useEffect, useState } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { PagePurpose } from '#shared/ipc/pdf.ipc.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { bringHere } from './files.ts'
import { useNative } from './native-context.tsx'

interface PageCount {
  /** Undefined until the file is here and was read. */
  readonly pages: number | undefined
  readonly problem: unknown
  readonly retry: () => void
}

/** What came of one try on one file. */
interface Answer {
  readonly sha256: string
  readonly attempt: number
  readonly pages: number | undefined
  readonly problem: unknown
}

/** Brings a PDF to this desk and counts its pages. */
export function usePageCount(file: BlobRef, purpose: PagePurpose): PageCount {
  const native = useNative()
  const { workspace } = useDesk()
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { sha256, mediaType, sizeBytes } = file

  useEffect(() => {
    let isCurrent = true
    bringHere(native, workspace, { sha256, mediaType, sizeBytes })
      .then(() => native.invoke('pdf.pageCount', { sha256, purpose }))
      .then(
        (count) => {
          if (isCurrent) setAnswer({ sha256, attempt, pages: count, problem: undefined })
        },
        (error: unknown) => {
          if (isCurrent) setAnswer({ sha256, attempt, pages: undefined, problem: error })
        },
      )
    return () => {
      isCurrent = false
    }
  }, [native, workspace, sha256, mediaType, sizeBytes, attempt, purpose])
  const isFresh = answer?.sha256 === sha256 && answer.attempt === attempt
  const { pages, problem } = isFresh ? answer : { pages: undefined, problem: undefined }
  return { pages, problem, retry: () => setAttempt((now) => now + 1) }
}
