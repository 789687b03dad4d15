import { useEffect, useState } from 'react'
import type { ItemState } from '#shared/domain/meetings/meeting.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** Time spent on an item beside the time it was given; says so when it is over. */
export function ItemClock({ item }: { readonly item: ItemState }) {
  const t = useT()
  const now = useSecond()
  const spentMs = item.spent.reduce(
    (sum, { from, until }) => sum + (until === null ? now : millisOf(until)) - millisOf(from),
    0,
  )
  const isOver = spentMs > item.minutes * MINUTE_MS
  return (
    <Chip tone={isOver ? 'soon' : 'info'} icon="clock">
      {t(isOver ? 'meetings.room.clockOver' : 'meetings.room.clock', {
        spent: clockOf(Math.max(0, spentMs)),
        minutes: item.minutes,
      })}
    </Chip>
  )
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function useSecond(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(tick)
  }, [])
  return now
}
