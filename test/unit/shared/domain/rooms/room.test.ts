import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atMinute } from '../../../../../shared/domain/calendar/working-calendar.ts'
import type { Actor } from '../../../../../shared/domain/decision.ts'
import { overlaps } from '../../../../../shared/domain/free/span.ts'
import { bookingOf, type Room } from '../../../../../shared/domain/rooms/room.ts'
import { callDetailsOf } from '../../../../builders/a-meeting.ts'
import { aRoom } from '../../../../builders/a-room.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const clerk = anActor('clerk', 'clerk')
const node = anActor('node', 'node')
const callers = ['anh', 'binh', 'chi'].map((post) => anActor(post, 'drafter'))
const [anh, binh] = callers as [Actor, Actor, Actor]

function office(): DeskWorld {
  const world = new DeskWorld()
  for (const actor of [clerk, anActor('director', 'leader'), ...callers]) appoint(world, actor)
  world.must(clerk, 'room', 'r1', 'room.keep', aRoom())
  return world
}
function appoint(world: DeskWorld, { post, name, roles, person, unit }: Actor): void {
  const held = { person, name, title: '', unit, roles, certificate: null }
  world.must(node, 'post', post, 'post.appoint', held)
}

const span = (from: number, until: number) => ({
  from: atMinute('2026-11-23', from),
  until: atMinute('2026-11-23', until),
})
const details = (from: number, until: number, rooms: string[] = ['r1']) =>
  callDetailsOf({ ...span(from, until), members: [], quorum: null, rooms })
const book = (world: DeskWorld, actor: Actor, meeting: string) =>
  world.act(actor, 'room', 'r1', 'room.book', { meeting })
const room = (world: DeskWorld): Room => world.look('room', 'r1') as Room
const follow = (world: DeskWorld, meeting: string) =>
  world.must(node, 'room', 'r1', 'room.follow', { meeting })

describe('a room', () => {
  it('is held back to back', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(binh, 'meeting', 'm2', 'meeting.draft', details(540, 600))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(binh, 'room', 'r1', 'room.book', { meeting: 'm2' })
    expect(room(world).bookings.map(({ meeting }) => meeting)).toEqual(['m1', 'm2'])
  })

  it('says to the second who holds it, and from when on it is free', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(binh, 'meeting', 'm2', 'meeting.draft', details(510, 570))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    expect(world.refusalOf(binh, 'room', 'r1', 'room.book', { meeting: 'm2' })).toEqual({
      rule: 'room-taken',
      facts: { name: 'Phòng họp 1', ...span(480, 540), next: atMinute('2026-11-23', 540) },
    })
  })

  it('goes with a meeting that moves, and is lost where it is taken then', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(binh, 'meeting', 'm2', 'meeting.draft', details(600, 660))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(binh, 'room', 'r1', 'room.book', { meeting: 'm2' })
    world.must(anh, 'meeting', 'm1', 'meeting.change', details(660, 720))
    follow(world, 'm1')
    expect(bookingOf(room(world), 'm1')).toMatchObject({ ...span(660, 720), post: 'anh' })
    world.must(anh, 'meeting', 'm1', 'meeting.change', details(630, 690))
    follow(world, 'm1')
    follow(world, 'm1')
    expect(bookingOf(room(world), 'm1')).toBeUndefined()
    expect(room(world).losses).toMatchObject([{ meeting: 'm1', why: 'taken' }])
  })

  it('is free again when its meeting is called off or goes elsewhere, and stays when the meeting says nothing of rooms', () => {
    const world = office()
    for (const [id, from] of [
      ['m1', 480],
      ['m2', 600],
      ['m3', 720],
    ] as const) {
      world.must(anh, 'meeting', id, 'meeting.draft', details(from, from + 60))
      world.must(anh, 'room', 'r1', 'room.book', { meeting: id })
    }
    world.must(anh, 'meeting', 'm1', 'meeting.cancel', { reason: 'Bão' })
    world.must(anh, 'meeting', 'm2', 'meeting.change', details(600, 660, []))
    const silent = callDetailsOf({ ...span(720, 780), members: [], quorum: null })
    world.must(anh, 'meeting', 'm3', 'meeting.change', { ...silent, title: 'Họp khác' })
    for (const id of ['m1', 'm2', 'm3']) follow(world, id)
    expect(room(world).bookings.map(({ meeting }) => meeting)).toEqual(['m3'])
  })

  it('is free for the rest when its meeting ended early', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 600))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(anh, 'meeting', 'm1', 'meeting.change', {
      ...details(480, 600),
      members: [{ post: 'binh', part: 'member' }],
    })
    world.must(anh, 'meeting', 'm1', 'meeting.call', { shortNotice: 'Gấp' })
    world.at = atMinute('2026-11-23', 480)
    world.must(anh, 'meeting', 'm1', 'meeting.open', {})
    world.at = atMinute('2026-11-23', 530)
    world.must(anh, 'meeting', 'm1', 'meeting.close', {})
    follow(world, 'm1')
    follow(world, 'm1')
    expect(bookingOf(room(world), 'm1')).toMatchObject({ ...span(480, 530), post: 'anh' })
  })

  it('tells the agency when and who asked, and nothing of the meeting', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    expect(room(world).bookings).toEqual([{ meeting: 'm1', post: 'anh', ...span(480, 540) }])
  })

  it('is not had again at the hours its keeper took it back for, by no way round', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(clerk, 'room', 'r1', 'room.release', { meeting: 'm1', reason: 'Sửa phòng' })
    const refused = { rule: 'room-taken-back', facts: { name: 'Phòng họp 1', reason: 'Sửa phòng' } }
    expect(world.refusalOf(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })).toEqual(refused)
    world.must(anh, 'meeting', 'm1', 'meeting.change', details(481, 540))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(anh, 'meeting', 'm1', 'meeting.change', details(480, 540))
    follow(world, 'm1')
    expect(room(world).bookings).toEqual([])
    expect(room(world).losses).toMatchObject([{ why: 'byKeeper' }, { why: 'notBookable' }])
    expect(world.refusalOf(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })).toEqual(refused)
  })

  it('is held a year ahead and no further, by the clock of the node, also by a meeting that moves', () => {
    const world = office()
    const far = (day: string) =>
      callDetailsOf({
        from: atMinute(day, 480),
        until: atMinute(day, 540),
        members: [],
        quorum: null,
        rooms: ['r1'],
      })
    world.must(anh, 'meeting', 'm1', 'meeting.draft', far('2027-11-16'))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.must(anh, 'meeting', 'm1', 'meeting.change', far('2028-11-16'))
    follow(world, 'm1')
    expect(room(world)).toMatchObject({ bookings: [], losses: [{ meeting: 'm1', why: 'notBookable' }] })
    world.at = '2028-11-10T01:00:00.000Z'
    world.receivedAt = '2026-11-16T01:00:00.000Z'
    expect(world.refusalOf(anh, 'room', 'r1', 'room.book', { meeting: 'm1' }).rule).toBe('room-too-far')
  })

  it('keeps what is past, and of it no more than some hundreds', () => {
    const world = office()
    for (let index = 0; index < 400; index++) {
      const from = (index - 400) * 60
      world.must(anh, 'meeting', `x${String(index)}`, 'meeting.draft', {
        ...details(480, 540),
        from: new Date(Date.parse(world.at) + from * 60_000).toISOString(),
        until: new Date(Date.parse(world.at) + (from + 60) * 60_000).toISOString(),
      })
      book(world, anh, `x${String(index)}`)
    }
    expect(room(world).bookings).toHaveLength(300)
    world.must(anh, 'meeting', 'x399', 'meeting.cancel', { reason: 'Đã họp' })
    follow(world, 'x399')
    expect(bookingOf(room(world), 'x399')).toBeDefined()
  })

  it('forgets bookings of long ago', () => {
    const world = office()
    world.must(anh, 'meeting', 'm1', 'meeting.draft', details(480, 540))
    world.must(anh, 'room', 'r1', 'room.book', { meeting: 'm1' })
    world.at = '2027-03-01T01:00:00.000Z'
    world.must(clerk, 'room', 'r1', 'room.keep', aRoom({ name: 'Phòng họp A' }))
    expect(room(world).bookings).toEqual([])
  })
})

const act = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  meeting: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'),
  what: fc.constantFrom(
    'draft',
    'change',
    'drop',
    'cancel',
    'book',
    'book',
    'book',
    'release',
    'keeper',
    'follow',
  ),
  from: fc.integer({ min: 32, max: 60 }).map((quarter) => quarter * 15),
  quarters: fc.integer({ min: 1, max: 12 }),
})

it('no two meetings ever hold one room at once, whatever comes from several desks in whatever order; what moved or ended leaves nothing behind', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const world = office()
      for (const { who, meeting, what, from, quarters } of acts) {
        const actor = callers[who] as Actor
        const said = details(from, from + quarters * 15, what === 'drop' ? [] : ['r1'])
        if (what === 'draft') world.act(actor, 'meeting', meeting, 'meeting.draft', said)
        else if (what === 'change' || what === 'drop')
          world.act(actor, 'meeting', meeting, 'meeting.change', said)
        else if (what === 'cancel') world.act(actor, 'meeting', meeting, 'meeting.cancel', { reason: 'Hoãn' })
        else if (what === 'book') book(world, actor, meeting)
        else if (what === 'follow') follow(world, meeting)
        else
          world.act(what === 'keeper' ? clerk : actor, 'room', 'r1', 'room.release', {
            meeting,
            reason: 'Sửa phòng',
          })
        const { bookings } = room(world)
        for (const [index, one] of bookings.entries())
          for (const other of bookings.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
      }
      for (const meeting of ['m1', 'm2', 'm3', 'm4', 'm5']) follow(world, meeting)
      for (const one of room(world).bookings)
        expect(world.look('meeting', one.meeting)).toMatchObject({
          from: one.from,
          until: one.until,
          rooms: ['r1'],
          status: 'draft',
        })
    }),
    { numRuns: 150 },
  )
})
