import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { bookingOf, type Room } from '#shared/domain/rooms/room.ts'
import type { Process } from './process.ts'

/**
 * Rooms and equipment that a meeting holds move with it, or are freed when it is not held, ended early, needs them no longer or cannot have them then:
 * also when whoever changed it asks for nothing more, or the node stopped in between.
 */
export const meetingToRooms: Process = {
  name: 'meeting-to-rooms',
  follows: ['meeting.changed', 'meeting.cancelled', 'meeting.closed'],
  react: async ({ aggregate }, read, list) => {
    const meeting = (await read(aggregate)) as Meeting | undefined
    if (meeting === undefined) return []
    const rooms = await Promise.all((await list('room')).map((ref) => read(ref)))
    return (rooms as readonly (Room | undefined)[]).flatMap((room) =>
      room === undefined || bookingOf(room, meeting.id) === undefined
        ? []
        : [
            {
              kind: 'act',
              aggregate: { kind: 'room', id: room.id },
              type: 'room.follow',
              payload: { meeting: meeting.id },
            },
          ],
    )
  },
}
