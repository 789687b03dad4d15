import { beforeEach, expect, it } from 'vitest'
import type { Meeting } from '../../../../../shared/domain/meetings/meeting.ts'
import { whyNotEnterable } from '../../../../../shared/domain/meetings/enter-vote.ts'
import { voteIdOf, type Vote } from '../../../../../shared/domain/meetings/vote.ts'
import { MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: MeetingRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
})
const ID = voteIdOf('m1', 'q1', 'leader')
const MEMBER = { post: 'leader', part: 'member', answer: null } as const
const vote = (): Vote => room.world.look('vote', ID) as Vote
const enter = (choice: string, actor = room.secretary, voter = 'leader') =>
  room.world.act(actor, 'vote', voteIdOf('m1', 'q1', voter), 'vote.enter', {
    ...{ meeting: 'm1', item: 'i1', motion: 'q1', voter, choice, words: '' },
  })
const ruleOf = (decision: ReturnType<typeof enter>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind
const at = (time: string): void => {
  room.world.at = `2026-11-16T0${time}.000Z`
}

it('counts for the member, says who put it in and when, and may be put right', () => {
  room.voting()
  expect(ruleOf(enter('no'))).toBe('events')
  at('1:05:00')
  expect(ruleOf(enter('yes'))).toBe('events')
  expect(vote()).toMatchObject({
    ...{ post: 'leader', choice: 'yes', entered: { by: { post: 'secretary' } } },
    castAt: '2026-11-16T01:05:00.000Z',
  })
  room.vote(people.director, 'yes')
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
  room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
  const { items } = room.world.look('meeting', 'm1') as Meeting
  expect(items[0]?.motions[0]?.declared?.tally).toEqual({ yes: 2, no: 0, other: 0, missing: 1 })
})

it('gives way to the own vote, also to one that was given before and arrives later, and both are told', () => {
  room.voting()
  at('1:10:00')
  enter('no')
  at('1:02:00')
  expect(ruleOf(room.vote(people.leader, 'yes'))).toBe('events')
  expect(vote()).toMatchObject({ choice: 'yes', superseded: { choice: 'no', by: { post: 'secretary' } } })
  expect(vote().entered).toBeUndefined()
  at('1:20:00')
  expect(ruleOf(enter('no'))).toBe('own-vote-stands')
  expect(ruleOf(room.vote(people.leader, 'no'))).toBe('events')
  expect(vote()).toMatchObject({ choice: 'no', superseded: { choice: 'no' } })
})

it('is put in by the secretary alone, for who is there, where no certificate and no secrecy is asked for', () => {
  room.voting()
  for (const actor of [people.director, people.leader, people.head, anActor('stranger')])
    expect(ruleOf(enter('yes', actor))).toBe('vote-entered-by-secretary')
  expect(ruleOf(enter('yes', room.secretary, 'head'))).toBe('vote-entered-absent')
  expect(ruleOf(enter('yes', room.secretary, 'stranger'))).toBe('vote-members-only')
  expect(ruleOf(enter('other'))).toBe('reason-missing')
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
  at('1:30:00')
  expect(ruleOf(enter('yes'))).toBe('vote-entered-late')
})

it('is not put in once the vote is closed in the log, whatever time the desk claims', () => {
  room.voting()
  at('1:10:00')
  room.vote(people.director, 'no')
  at('1:20:00')
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
  at('1:19:00')
  expect(ruleOf(enter('yes'))).toBe('vote-entered-late')
  expect(ruleOf(room.vote(people.leader, 'yes'))).toBe('events')
})

it('is put in for nobody from afar, nor for who was not in the room when the question was put, whatever was claimed since', () => {
  room.opened()
  room.must(room.secretary, 'checkIn', { post: 'leader', isRemote: true })
  at('1:10:00')
  const motion = { id: 'q1', question: 'Thông qua?', majority: 'ofAll', isSecret: false }
  room.must(room.secretary, 'openVote', { item: 'i1', motion })
  expect(ruleOf(enter('yes'))).toBe('vote-entered-remote')
  room.must(room.secretary, 'checkIn', { post: 'leader', isRemote: false })
  expect(ruleOf(enter('yes'))).toBe('vote-entered-newcomer')
  at('1:05:00')
  room.must(room.secretary, 'checkIn', { post: 'head', isRemote: false })
  at('1:11:00')
  expect(ruleOf(enter('yes', room.secretary, 'head'))).toBe('vote-entered-newcomer')
  expect(ruleOf(enter('yes', room.secretary, 'director'))).toBe('events')
})

it('of a question that was put before it was kept who sat in the room, since when a member is there decides', () => {
  const members = (from: string) => [{ ...MEMBER, present: { from, isRemote: false } }]
  const motion = { openedAt: '2026-11-16T01:00:00.000Z' }
  expect(whyNotEnterable({ members: members(motion.openedAt) }, motion, 'leader')).toBeUndefined()
  const since = members('2026-11-16T01:00:01.000Z')
  expect(whyNotEnterable({ members: since }, motion, 'leader')).toBe('vote-entered-newcomer')
})

it.each([
  ['vote-signature-asked', { isSigned: true }],
  ['vote-on-paper', { isSecret: true }],
])('is refused by %s', (rule, asked) => {
  room.voting(asked)
  expect(ruleOf(enter('yes'))).toBe(rule)
})

it('put in under the name of another vote counts for nobody', () => {
  room.voting()
  room.world.act(room.secretary, 'vote', ID, 'vote.enter', {
    ...{ meeting: 'm1', item: 'i1', motion: 'q1', voter: 'director', choice: 'no', words: '' },
  })
  expect(vote().post).toBe('')
  expect(ruleOf(enter('yes'))).toBe('events')
  expect(vote()).toMatchObject({ post: 'leader', choice: 'yes' })
})

it('an answer to the invitation is noted for a member, marked, until the member answers', () => {
  room.called()
  const note = (attendance: string, reason = '', actor = room.secretary) =>
    ruleOf(room.act(actor, 'answerFor', { post: 'leader', attendance, reason }))
  const answer = () =>
    (room.world.look('meeting', 'm1') as Meeting).members.find(({ post }) => post === 'leader')?.answer
  expect(note('coming', '', people.head)).toBe('meeting-secretary-only')
  expect(note('absent')).toBe('reason-missing')
  expect(note('absent', 'Đi công tác')).toBe('events')
  expect(answer()).toMatchObject({ attendance: 'absent', enteredBy: 'secretary' })
  expect(note('coming')).toBe('events')
  room.must(people.leader, 'answer', { attendance: 'remote', reason: '', substitute: null })
  expect(answer()).toMatchObject({ attendance: 'remote' })
  expect(answer()?.enteredBy).toBeUndefined()
  expect(note('absent', 'x')).toBe('own-answer-stands')
})
