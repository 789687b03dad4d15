import { beforeEach, expect, test } from 'vitest'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { statementOfMotion } from '#shared/domain/meetings/statement-of-motion.ts'
import { voteIdOf, type Vote } from '#shared/domain/meetings/vote.ts'
import type { Actor } from '#shared/domain/decision.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { asSigned } from '../../../../builders/a-ballot.ts'
import { MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: MeetingRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
  room.voting({ isSigned: true })
})
const meeting = (): Meeting => room.world.look('meeting', room.id) as Meeting
const voteOf = ({ post }: Actor): Vote => room.world.look('vote', voteIdOf(room.id, 'q1', post)) as Vote

interface Said {
  readonly said?: 'yes' | 'no'
  readonly at?: string
}

function vote(actor: Actor, choice: 'yes' | 'no', { said = choice, at = room.world.at }: Said = {}): string {
  const [item] = meeting().items
  const motion = item?.motions[0]
  if (item === undefined || motion === undefined) throw new Error('no motion')
  const { post, person } = actor
  const signed = asSigned(
    statementOfMotion(meeting(), item, motion, {
      choice: said,
      reasons: '',
      post,
      person,
      at,
    }),
  )
  const payload = { meeting: room.id, item: 'i1', motion: 'q1', choice, words: '', signed }
  const decision = room.world.act(actor, 'vote', voteIdOf(room.id, 'q1', post), 'vote.cast', payload)
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}
function check(actor: Actor, isGood: boolean): void {
  const statement = sha256Hex(voteOf(actor).signed?.text ?? '')
  const told = isGood ? { verdict: 'good' } : { verdict: 'bad', findings: ['not-valid'] }
  room.world.must(anActor('node', 'node'), 'vote', voteOf(actor).id, 'vote.recordCheck', {
    ...{ statement, trust: 'test' },
    ...told,
  })
}
const declare = (): string => {
  const decision = room.act(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}

test('a vote that says otherwise than what was signed is refused', () => {
  expect(vote(people.head, 'yes', { said: 'no' })).toBe('statement-differs')
})

test('the result waits until each signature was looked at; a vote whose signature is bad counts for nobody', () => {
  for (const actor of [people.director, people.leader, people.head]) expect(vote(actor, 'yes')).toBe('events')
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
  expect(declare()).toBe('signature-unchecked')
  check(people.director, true)
  check(people.leader, true)
  check(people.head, false)
  expect(declare()).toBe('events')
  expect(meeting().items[0]?.motions[0]?.declared?.tally).toEqual({ yes: 2, no: 0, other: 0, missing: 1 })
  expect(voteOf(people.head).rejected?.findings).toEqual(['not-valid'])
})

test('a vote whose signature is bad gives its place back to the one before it, whose signature was good', () => {
  expect(vote(people.head, 'no')).toBe('events')
  check(people.head, true)
  room.world.at = later(room.world.at, 1)
  expect(vote(people.head, 'yes')).toBe('events')
  check(people.head, false)
  expect(voteOf(people.head)).toMatchObject({ choice: 'no', check: { verdict: 'good' } })
  expect(voteOf(people.head).rejected).toBeUndefined()
})

test('what was signed before is not given again over what was said since, nor what was signed before the question', () => {
  const first = room.world.at
  room.world.at = later(first, 1)
  expect(vote(people.head, 'yes')).toBe('events')
  const before = room.world.at
  room.world.at = later(first, 2)
  expect(vote(people.head, 'no')).toBe('events')
  room.world.at = later(first, 3)
  expect(vote(people.head, 'yes', { at: before })).toBe('statement-differs')
  expect(vote(people.leader, 'yes', { at: later(first, -60) })).toBe('statement-differs')
  expect(voteOf(people.head).choice).toBe('no')
})

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
