import { useEffect, useState } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { useMissingFiles } from './files-at-hand-context.tsx'
import { useNative } from './native-context.tsx'

/** How many of these files are not on this machine; undefined while it is not known. */
export function useMissingOf(files: readonly BlobRef[]): number | undefined {
  const native = useNative()
  const stillComing = useMissingFiles()
  const [missing, setMissing] = useState<number>()
  const asked = files.map(({ sha256 }) => sha256).join(' ')
  useEffect(() => {
    let isCurrent = true
    const look = async (): Promise<void> => {
      const hashes = asked === '' ? [] : asked.split(' ')
      const here = await Promise.all(hashes.map((one) => native.invoke('blobs.has', one)))
      if (isCurrent) setMissing(here.filter((isHere) => !isHere).length)
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [native, asked, stillComing])
  return missing
}
