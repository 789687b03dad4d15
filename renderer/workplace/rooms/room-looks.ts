import type { RoomKind } from '#shared/domain/rooms/room.ts'
import type { IconName } from '../../ui/icons.ts'

/** What stands for a room or a piece of equipment. */
export const roomIcons: Readonly<Record<RoomKind, IconName>> = {
  room: 'door',
  equipment: 'device-projector',
}
