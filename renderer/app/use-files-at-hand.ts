import { useEffect } from 'react'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { useCounters, useMyWork, useSyncState } from '../database/use-live.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { bringHere } from '../workplace/files.ts'
import { filesAtHand } from '../workplace/files-at-hand.ts'
import { hasRole, useMe } from '../workplace/me.ts'
import { useNative } from '../workplace/native-context.tsx'

/** So much at most, so that the cache of this desk keeps what it was given first. */
const MOST_BYTES = 512 * 1024 * 1024
/** Lists change many times within one sync. */
const REST_MS = 300

/** While the node can be reached, brings the files of what lies on this desk, so that the network may go at any time. */
export function useFilesAtHand(): void {
  const native = useNative()
  const desk = useDesk()
  const me = useMe()
  const work = useMyWork()
  const counters = useCounters()
  const isOnline = useSyncState()?.offlineSince === null
  useEffect(() => {
    if (!isOnline || me === undefined) return
    let isCurrent = true
    const bring = async (): Promise<void> => {
      let bytes = 0
      for (const file of await filesAtHand(desk.readers.office, { isClerk: hasRole(me, 'clerk') })) {
        bytes += file.sizeBytes
        if (!isCurrent || bytes > MOST_BYTES) return
        try {
          await bringHere(native, desk.workspace, file)
        } catch (error) {
          if (isAppError(error, 'offline')) return
          // One file that cannot be had says so where it is opened; the others are brought all the same.
        }
      }
    }
    const timer = setTimeout(() => void bring(), REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [native, desk, me, work, counters, isOnline])
}
