import { afterEach, expect, test } from 'vitest'
import { bookingOf, type Room } from '../../../shared/domain/rooms/room.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { aRoom } from '../../builders/a-room.ts'
import { expectSettled, must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const DAY = '2026-11-23'
const at = (time: string): string => `${DAY}T${time}:00.000Z`
const details = (from: string, until: string, rooms: string[] = ['r1']) =>
  callDetailsOf({
    from: at(from),
    until: at(until),
    chair: `${OFFICE}-leader`,
    members: [{ post: `${OFFICE}-leader`, part: 'member' }],
    quorum: null,
    rooms,
  })
const roomAt = async (desk: TestDesk): Promise<Room | undefined> =>
  (await desk.desk.readers.office.seen('room', 'r1'))?.state
const holders = async (desk: TestDesk) => (await roomAt(desk))?.bookings.map(({ meeting }) => meeting)

/** Asks for the room and holds it, in one go, as the sheet does. */
async function call(desk: TestDesk, id: string, from: string, until: string): Promise<void> {
  await must(desk, 'meeting', id, 'meeting.draft', details(from, until))
  await must(desk, 'room', 'r1', 'room.book', { meeting: id })
}
async function opened(): Promise<readonly [clerk: TestDesk, drafter: TestDesk, head: TestDesk]> {
  office = await SyncOffice.open()
  const desks = [
    await office.desk('clerk'),
    await office.desk('drafter'),
    await office.desk('unit-head'),
  ] as const
  await syncAll(...desks)
  await must(desks[0], 'room', 'r1', 'room.keep', aRoom())
  await syncAll(...desks)
  return desks
}

test('two desks without a network hold one room at the same time: one has it, the other is told from when on it is free, and keeps its meeting', async () => {
  const [clerk, drafter, head] = await opened()
  for (const desk of [drafter, head]) desk.weather = 'down'
  await call(drafter, 'm1', '01:00', '02:30')
  await call(head, 'm2', '02:00', '03:00')
  expect(await holders(head)).toEqual(['m2'])
  for (const desk of [drafter, head]) desk.weather = 'up'
  await syncAll(drafter, head, clerk)

  expect(await holders(clerk)).toEqual(['m1'])
  expect(await holders(head)).toEqual(['m1'])
  const [refused, ...more] = (await head.desk.readers.outbox.needsAttention()).filter(
    (one) => one.what === 'act',
  )
  expect(more).toEqual([])
  expect(refused).toMatchObject({
    type: 'room.book',
    cause: {
      rule: 'room-taken',
      facts: { name: 'Phòng họp 1', from: at('01:00'), until: at('02:30'), next: at('02:30') },
    },
  })
  expect((await head.desk.readers.office.seen('meeting', 'm2'))?.state).toMatchObject({ status: 'draft' })

  await must(head, 'meeting', 'm2', 'meeting.change', details('02:30', '03:30'))
  expect((await head.desk.retry(refused?.id ?? '')).ok).toBe(true)
  await syncAll(head, clerk)
  expect(await holders(clerk)).toEqual(['m1', 'm2'])
})

test('a booking goes with its meeting though its desk asks for nothing more, is lost where the room is taken then, and ends with it', async () => {
  const [clerk, drafter, head] = await opened()
  await call(drafter, 'm1', '01:00', '02:00')
  await syncAll(drafter, head)
  expect(
    await refusalOf(head, 'room', 'r1', 'room.release', { meeting: 'm1', reason: 'Cần gấp' }),
  ).toMatchObject({
    rule: 'room-by-caller',
  })
  await must(drafter, 'meeting', 'm1', 'meeting.change', details('03:00', '04:00'))
  await syncAll(drafter)
  await office.node.settled()
  await syncAll(head)
  await call(head, 'm2', '01:00', '02:00')
  await syncAll(head, clerk, drafter)
  const now = await roomAt(clerk)
  expect(now && bookingOf(now, 'm1')).toMatchObject({ from: at('03:00'), post: `${OFFICE}-drafter` })

  await must(drafter, 'meeting', 'm1', 'meeting.change', details('01:30', '02:30'))
  await must(head, 'meeting', 'm2', 'meeting.cancel', { reason: 'Hoãn' })
  await syncAll(drafter, head)
  await office.node.settled()
  await syncAll(clerk)
  expect(await roomAt(clerk)).toMatchObject({
    bookings: [],
    losses: [
      { meeting: 'm1', why: 'taken' },
      { meeting: 'm2', why: 'ended' },
    ],
  })
  await expectSettled(clerk)
})

test('nothing is left behind when the node is killed between a change and what follows from it', async () => {
  const [clerk, drafter] = await opened()
  await call(drafter, 'm1', '01:00', '02:00')
  await syncAll(drafter)
  await office.node.settled()
  const away = await office.sendNodeAway()
  await must(drafter, 'meeting', 'm1', 'meeting.cancel', { reason: 'Hoãn' })
  await syncAll(drafter)
  await office.bringNodeHome(away)
  await office.node.settled()
  await syncAll(clerk)
  expect(await holders(clerk)).toEqual([])
})
