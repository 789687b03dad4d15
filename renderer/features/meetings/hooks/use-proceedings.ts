import { useCallback, useEffect, useRef, useState } from 'react'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { whatWasAdded } from '../use-cases/what-was-added.ts'
import type { MeetingActs } from './use-meeting-acts.ts'

const REST_MS = 1500

/** What is written of an item at this desk, kept when typing rests; what somebody else writes meanwhile is gone on from, never written over. */
export interface Proceedings {
  readonly text: string
  readonly type: (text: string) => void
  readonly keep: () => void
}

export function useProceedings(item: string, stored: string, act: MeetingActs['act']): Proceedings {
  const [typed, setTyped] = useState<string | null>(null)
  /** What the next words are written over, what was sent and not seen there yet, and what was seen there last. */
  const over = useRef(stored)
  const sent = useRef(new Set<string>())
  const latest = useRef(stored)
  const queue = useRef(Promise.resolve())
  const goOnFrom = useCallback((now: string): void => {
    const before = over.current
    over.current = now
    sent.current.clear()
    setTyped((text) => (text === null ? null : whatWasAdded(text, { over: before, now })))
  }, [])
  useEffect(() => {
    latest.current = stored
    if (!sent.current.delete(stored) && stored !== over.current) goOnFrom(stored)
  }, [stored, goOnFrom])
  const save = useRef<() => void>(() => undefined)
  useEffect(() => {
    save.current = () => {
      if (typed === null) return
      queue.current = queue.current.then(async () => {
        const before = over.current
        if (typed === before) return
        sent.current.add(typed)
        const isKept = await act('meeting.recordProceedings', { item, over: sha256Hex(before), text: typed })
        if (over.current !== before) return
        if (isKept) over.current = typed
        else if (latest.current !== before) goOnFrom(latest.current)
      })
    }
    const resting = setTimeout(() => save.current(), REST_MS)
    return () => clearTimeout(resting)
  }, [typed, act, item, goOnFrom])
  // The next item is taken before typing rests.
  useEffect(() => () => save.current(), [])
  const keep = useCallback(() => save.current(), [])
  return { text: typed ?? stored, type: setTyped, keep }
}
