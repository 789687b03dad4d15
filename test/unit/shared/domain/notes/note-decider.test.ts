import { expect, it } from 'vitest'
import type { Note } from '../../../../../shared/domain/notes/note.ts'
import { noteDecider } from '../../../../../shared/domain/notes/note-decider.ts'
import { MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor, type DeskWorld } from '../../../../builders/desk-world.ts'
import { LawOffice } from '../law/cases/office.ts'

const leader = anActor('leader', 'leader')
const passage = { quote: 'kinh phí bổ sung', before: 'Về', after: 'năm 2027' }
const onPage = {
  ...{ kind: 'page', item: 'i1', paper: 'p1', file: 'a'.repeat(64), page: 3 },
  passage,
} as const

function aRoom(): DeskWorld {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  new MeetingRoom(office.world).called()
  return office.world
}
const write = (world: DeskWorld, payload: object, actor = leader, id = 'n1') =>
  world.act(actor, 'note', id, 'note.write', {
    meeting: 'm1',
    about: { kind: 'meeting' },
    text: '',
    ...payload,
  })
const noteIn = (world: DeskWorld): Note => world.look('note', 'n1') as Note

it('is seen by the person who wrote it, and by no post, unit or role', () => {
  const world = aRoom()
  expect(write(world, { text: 'Hỏi lại nguồn' }).kind).toBe('events')
  expect(noteIn(world)).toMatchObject({ owner: leader.person, text: 'Hỏi lại nguồn' })
  expect(noteDecider.audienceOf(noteIn(world))).toEqual([`person:${leader.person}`])
})

it('a passage may be highlighted without words, anything else needs them', () => {
  const world = aRoom()
  expect(write(world, { about: onPage }).kind).toBe('events')
  expect(() => write(world, { about: { ...onPage, passage: null } }, leader, 'n2')).toThrow()
  expect(() => write(world, {}, leader, 'n3')).toThrow()
})

it('is to others as if it were not there, also to who holds the post after its owner', () => {
  const world = aRoom()
  write(world, { text: 'của tôi' })
  const successor = { ...leader, person: 'person-next' }
  for (const other of [
    successor,
    anActor('director', 'leader'),
    anActor('secretary', 'clerk', 'administrator'),
  ])
    for (const [type, payload] of [
      ['note.write', { meeting: 'm1', about: { kind: 'meeting' }, text: 'khác' }],
      ['note.reword', { text: 'khác' }],
      ['note.remove', {}],
    ] as const)
      expect(world.refusalOf(other, 'note', 'n1', type, payload).rule).toBe('unknown-object')
  expect(noteIn(world).text).toBe('của tôi')
})

it('is written by who is called to the meeting, and bears no secrecy mark', () => {
  const world = aRoom()
  expect(
    world.refusalOf(anActor('stranger'), 'note', 'n1', 'note.write', {
      ...{ meeting: 'm1', about: { kind: 'meeting' }, text: 'x' },
    }).rule,
  ).toBe('meeting-not-called')
  expect(
    world.refusalOf(leader, 'note', 'n1', 'note.write', {
      ...{ meeting: 'm9', about: { kind: 'meeting' }, text: 'x' },
    }).rule,
  ).toBe('unknown-object')
  const secret = { meeting: 'm1', about: { kind: 'meeting' }, text: 'TUYỆT MẬT' }
  expect(world.refusalOf(leader, 'note', 'n1', 'note.write', secret).rule).toBe('secret-refused')
})

it('is changed and removed by its owner, also after they are called no more; nothing of it is left in what is shown', () => {
  const world = aRoom()
  write(world, { about: onPage, text: 'một' })
  world.must({ ...leader, post: 'elsewhere' }, 'note', 'n1', 'note.reword', { text: 'hai' })
  expect(noteIn(world)).toMatchObject({ text: 'hai', about: onPage })
  world.must(leader, 'note', 'n1', 'note.remove', {})
  expect(JSON.stringify(noteIn(world))).not.toMatch(/hai|kinh phí/)
  expect(world.refusalOf(leader, 'note', 'n1', 'note.reword', { text: 'ba' }).rule).toBe('unknown-object')
})
