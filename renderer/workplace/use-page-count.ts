import { useEffect, useState } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { bringHere } from './files.ts'
import { useNative } from './native-context.tsx'

interface PageCount {
  /** Undefined until the file is here and was read. */
  readonly pages: number | undefined
  readonly problem: unknown
  readonly retry: () => void
}

/** Brings a PDF to this desk and counts its pages. */
export function usePageCount(file: BlobRef): PageCount {
  const native = useNative()
  const { workspace } = useDesk()
  const [pages, setPages] = useState<number | undefined>(undefined)
  const [problem, setProblem] = useState<unknown>(undefined)
  const [attempt, setAttempt] = useState(0)
  const { sha256, mediaType, sizeBytes } = file

  useEffect(() => {
    let isCurrent = true
    setPages(undefined)
    setProblem(undefined)
    bringHere(native, workspace, { sha256, mediaType, sizeBytes })
      .then(() => native.invoke('pdf.pageCount', sha256))
      .then(
        (count) => {
          if (isCurrent) setPages(count)
        },
        (error: unknown) => {
          if (isCurrent) setProblem(error)
        },
      )
    return () => {
      isCurrent = false
    }
  }, [native, workspace, sha256, mediaType, sizeBytes, attempt])
  return { pages, problem, retry: () => setAttempt((now) => now + 1) }
}
