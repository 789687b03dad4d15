import { useCallback } from 'react'
import { bookingOf } from '#shared/domain/rooms/room.ts'
import type { CallDetails } from '#shared/domain/meetings/meeting.ts'
import { useReaders } from '../../../database/office-context.tsx'
import { useAct } from '../../../workplace/use-act.ts'

/**
 * Holds what a meeting asks for and does not hold yet for its time. A room that is taken is told with its rule; the meeting stays. What it needs
 * no more is freed by the node.
 */
export function useBookRooms(): (
  meeting: string,
  details: Pick<CallDetails, 'rooms' | 'from' | 'until'>,
) => Promise<void> {
  const act = useAct()
  const { office } = useReaders()
  return useCallback(
    async (meeting, { rooms = [], from, until }) => {
      for (const id of rooms) {
        const room = (await office.seen('room', id))?.state
        const held = room === undefined ? undefined : bookingOf(room, meeting)
        if (held?.from === from && held.until === until) continue
        await act({ kind: 'room', id }, 'room.book', { meeting })
      }
    },
    [act, office],
  )
}
