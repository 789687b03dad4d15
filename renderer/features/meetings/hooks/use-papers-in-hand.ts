import { useCallback, useRef, useState } from 'react'
import { useAddFiles, type AddedFile } from '../../../workplace/use-add-files.ts'

/** Files that were taken in for an agenda and are not in it yet. */
export interface PapersInHand {
  readonly files: readonly AddedFile[]
  readonly choose: () => void
  readonly drop: (files: readonly File[]) => void
  /** The others are in the agenda now, or not wanted. Their bytes stay: something else here may name the same file. */
  readonly keepOnly: (files: readonly AddedFile[]) => void
}

/** All that were chosen or dropped together come into hand together: nothing is asked while some of them are still being read. */
export function usePapersInHand(): PapersInHand {
  const [files, setFiles] = useState<readonly AddedFile[]>([])
  const read = useRef<AddedFile[]>([])
  const take = useCallback((file: AddedFile) => read.current.push(file), [])
  const show = useCallback(() => {
    const together = read.current
    read.current = []
    setFiles((now) => [...now, ...together])
  }, [])
  const { choose, drop } = useAddFiles(take, show)
  return { files, choose, drop, keepOnly: setFiles }
}
