import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import type { RoomDetails } from '#shared/domain/rooms/room.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { Scene } from './scene.ts'

const details: readonly RoomDetails[] = [
  {
    kind: 'room',
    name: 'Phòng họp số 1',
    seats: 30,
    place: 'Tầng 2, nhà A',
    has: ['Máy chiếu', 'Micro'],
    isInUse: true,
  },
  {
    kind: 'room',
    name: 'Phòng họp số 2',
    seats: 12,
    place: 'Tầng 3, nhà A',
    has: ['Màn hình'],
    isInUse: true,
  },
  {
    kind: 'room',
    name: 'Hội trường',
    seats: 150,
    place: 'Nhà B',
    has: ['Máy chiếu', 'Micro', 'Loa'],
    isInUse: true,
  },
  {
    kind: 'equipment',
    name: 'Máy chiếu lưu động',
    seats: null,
    place: 'Nhận tại Văn phòng',
    has: [],
    isInUse: true,
  },
  {
    kind: 'equipment',
    name: 'Bộ họp trực tuyến',
    seats: null,
    place: 'Nhận tại Văn phòng',
    has: ['Camera', 'Micro'],
    isInUse: true,
  },
]

/** The clerk names what can be held for meetings; answers them in the order of their names here. */
export async function keepRooms(home: Scene): Promise<readonly AggregateRef[]> {
  const rooms: AggregateRef[] = []
  for (const one of details) {
    const room: AggregateRef = { kind: 'room', id: home.newId() }
    await home.act('clerk', room, 'room.keep', { ...one, has: [...one.has] })
    rooms.push(room)
  }
  return rooms
}

/** A second meeting is being prepared, and holds a room. */
export async function prepareTalk(home: Scene, room: AggregateRef): Promise<void> {
  const meeting: AggregateRef = { kind: 'meeting', id: home.newId() }
  const day = home.clock.dayAhead(1)
  const chair = home.post('second-specialist').id
  await home.act('second-specialist', meeting, 'meeting.draft', {
    title: 'Trao đổi mẫu biểu báo cáo cải cách hành chính',
    from: atMinute(day, 14 * 60),
    until: atMinute(day, 15 * 60 + 30),
    place: 'Phòng họp số 2, Tầng 3, nhà A',
    callUrl: null,
    chair,
    members: [{ post: chair, part: 'member' }],
    outsiders: [],
    quorum: null,
    requirements: '',
    letter: null,
    rooms: [room.id],
  })
  await home.act('second-specialist', room, 'room.book', { meeting: meeting.id })
}
