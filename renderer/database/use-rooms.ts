import type { Room } from '#shared/domain/rooms/room.ts'
import type { Live } from './live-answer.ts'
import { useReaders } from './office-context.tsx'
import { useShared } from './shared-live.ts'

/** Rooms and equipment of the agency with their bookings, rooms first, by name. */
export function useRooms(): Live<readonly Room[]> {
  const { office } = useReaders()
  return useShared(office, 'rooms', () => office.meetings.rooms())
}
