import type { CallDetails } from '../../../../../../shared/domain/meetings/meeting.ts'
import type { Actor } from '../../../../../../shared/domain/decision.ts'
import { callDetailsOf } from '../../../../../builders/a-meeting.ts'
import { MOST_BOOKINGS_AHEAD } from '../../../../../../shared/domain/rooms/room.ts'
import { instantFrom, millisOf } from '../../../../../../shared/kernel/instant.ts'
import { aRoom } from '../../../../../builders/a-room.ts'
import { lawCase, people, type LawOffice, type Outcome } from './office.ts'

const SECOND = { from: '2026-11-23T04:00:00.000Z', until: '2026-11-23T05:00:00.000Z' }

/** A room, and a meeting of the drafter that asks for it. */
function asking(office: LawOffice, change: Partial<CallDetails> = {}, isInUse = true): void {
  office.world.must(people.clerk, 'room', 'r1', 'room.keep', aRoom({ isInUse }))
  meeting(office, people.drafter, 'm1', change)
}
function meeting({ world }: LawOffice, by: Actor, id: string, change: Partial<CallDetails> = {}): void {
  world.must(by, 'meeting', id, 'meeting.draft', callDetailsOf({ rooms: ['r1'], ...change }))
}
const book = ({ world }: LawOffice, by: Actor = people.drafter, id = 'm1'): Outcome =>
  world.act(by, 'room', 'r1', 'room.book', { meeting: id })
const release = ({ world }: LawOffice, by: Actor): Outcome =>
  world.act(by, 'room', 'r1', 'room.release', { meeting: 'm1', reason: 'Sửa phòng' })
const booked = (office: LawOffice): LawOffice => {
  asking(office)
  book(office)
  return office
}
const keep = ({ world }: LawOffice, by: Actor): Outcome => world.act(by, 'room', 'r1', 'room.keep', aRoom())

/** A second meeting at these times asks for the same room. */
function second(office: LawOffice, change: Partial<CallDetails>): Outcome {
  booked(office)
  meeting(office, people.head, 'm2', change)
  return book(office, people.head, 'm2')
}
const beginning = (office: LawOffice, from: string, until: string): Outcome => {
  asking(office, { from, until })
  return book(office)
}
/** One more meeting of a post that holds the room so many times already. */
function another(office: LawOffice, held: number): Outcome {
  asking(office)
  for (let index = 0; index < held; index++) {
    const from = instantFrom(millisOf(SECOND.from) + index * 3_600_000)
    meeting(office, people.drafter, `x${String(index)}`, {
      from,
      until: instantFrom(millisOf(from) + 3_600_000),
    })
    book(office, people.drafter, `x${String(index)}`)
  }
  return book(office)
}
const lasting = (office: LawOffice, until: string): Outcome => {
  asking(office, { until })
  return book(office)
}

/** Rules of rooms and equipment. */
export const rooms = [
  lawCase(
    'room-keepers-only',
    (office) => keep(office, people.drafter),
    (office) => keep(office, people.clerk),
  ),
  lawCase(
    'room-for-its-meeting',
    (office) => {
      asking(office, { rooms: [] })
      return book(office)
    },
    (office) => {
      asking(office)
      return book(office)
    },
  ),
  lawCase(
    'room-by-caller',
    (office) => release(booked(office), people.head),
    (office) => release(booked(office), people.drafter),
  ),
  lawCase(
    'room-out-of-use',
    (office) => {
      asking(office, {}, false)
      return book(office)
    },
    (office) => {
      asking(office)
      return book(office)
    },
  ),
  lawCase(
    'room-too-long',
    (office) => lasting(office, '2026-12-31T01:00:00.000Z'),
    (office) => lasting(office, '2026-11-27T01:00:00.000Z'),
  ),
  lawCase(
    'room-too-far',
    (office) => beginning(office, '2027-11-18T01:00:00.000Z', '2027-11-18T02:00:00.000Z'),
    (office) => beginning(office, '2027-11-16T01:00:00.000Z', '2027-11-16T02:00:00.000Z'),
  ),
  lawCase(
    'room-too-many',
    (office) => another(office, MOST_BOOKINGS_AHEAD),
    (office) => another(office, MOST_BOOKINGS_AHEAD - 1),
  ),
  lawCase(
    'room-taken-back',
    (office) => {
      release(booked(office), people.clerk)
      return book(office)
    },
    (office) => {
      release(booked(office), people.clerk)
      office.world.must(people.drafter, 'meeting', 'm1', 'meeting.change', callDetailsOf(SECOND))
      return book(office)
    },
  ),
  lawCase(
    'room-taken',
    (office) => second(office, {}),
    (office) => second(office, SECOND),
  ),
]
