import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { useCounters, useMyWork, useSyncState } from '../database/use-live.ts'
import { useMeetings } from '../database/use-live-meetings.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { bringHere } from './files.ts'
import { filesAtHand } from './files-at-hand.ts'
import { hasRole, useMe } from './me.ts'
import { useNative } from './native-context.tsx'

/** So much at most, so that the cache of this desk keeps what it was given first. */
const MOST_BYTES = 512 * 1024 * 1024
/** Lists change many times within one sync. */
const REST_MS = 300

const MissingFiles = createContext<number | undefined>(undefined)

/** While the node can be reached, brings the files of what lies on this desk, so that the network may go at any time. */
export function FilesAtHandProvider({ children }: { readonly children: ReactNode }) {
  const native = useNative()
  const desk = useDesk()
  const me = useMe()
  const work = useMyWork()
  const counters = useCounters()
  const meetings = useMeetings('ahead')
  const isOnline = useSyncState()?.offlineSince === null
  const [missing, setMissing] = useState<number>()
  useEffect(() => {
    if (me === undefined) return
    let isCurrent = true
    const look = async (): Promise<void> => {
      const files = await filesAtHand(desk.readers.office, {
        post: desk.post,
        isClerk: hasRole(me, 'clerk'),
        now: Date.now(),
      })
      const absent: BlobRef[] = []
      for (const file of files) if (!(await native.invoke('blobs.has', file.sha256))) absent.push(file)
      let bytes = 0
      let left = absent.length
      if (isCurrent) setMissing(left)
      if (!isOnline) return
      for (const file of absent) {
        bytes += file.sizeBytes
        if (!isCurrent || bytes > MOST_BYTES) return
        try {
          await bringHere(native, desk.workspace, file)
          setMissing(--left)
        } catch (error) {
          // One file that cannot be had stays counted, and says why where it is opened; the others are brought all the same.
          if (isAppError(error, 'offline')) return
        }
      }
    }
    const timer = setTimeout(() => void look(), REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [native, desk, me, work, counters, meetings, isOnline])
  return <MissingFiles value={missing}>{children}</MissingFiles>
}

/** How many files of what lies on this desk are not on this machine yet; undefined while it is not known. */
export function useMissingFiles(): number | undefined {
  return useContext(MissingFiles)
}
