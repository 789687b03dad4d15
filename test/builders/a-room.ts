import type { RoomDetails } from '../../shared/domain/rooms/room.ts'

/** A meeting room of twenty seats. */
export function aRoom(change: Partial<RoomDetails> = {}): RoomDetails {
  return {
    kind: 'room',
    name: 'Phòng họp 1',
    seats: 20,
    place: 'Tầng 2, nhà A',
    has: ['Máy chiếu'],
    isInUse: true,
    ...change,
  }
}
