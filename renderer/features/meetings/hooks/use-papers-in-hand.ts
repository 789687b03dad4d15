import { useCallback, useState } from 'react'
import { useNative } from '../../../workplace/native-context.tsx'
import { useAddFiles, type AddedFile } from '../../../workplace/use-add-files.ts'

/** Files that were taken in for an agenda and are not in it yet. */
export interface PapersInHand {
  readonly files: readonly AddedFile[]
  readonly choose: () => void
  readonly drop: (files: readonly File[]) => void
  /** The others are in the agenda now. */
  readonly keepOnly: (files: readonly AddedFile[]) => void
  /** They are not wanted: nothing of them stays on this desk. */
  readonly letGo: () => void
}

export function usePapersInHand(): PapersInHand {
  const native = useNative()
  const [files, setFiles] = useState<readonly AddedFile[]>([])
  const take = useCallback((file: AddedFile): Promise<void> => {
    setFiles((now) => [...now, file])
    return Promise.resolve()
  }, [])
  const { choose, drop } = useAddFiles(take)
  return {
    files,
    choose,
    drop,
    keepOnly: setFiles,
    letGo: () => {
      for (const { blob } of files) void native.invoke('blobs.release', blob.sha256)
      setFiles([])
    },
  }
}
