import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '#shared/domain/decision.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { choices, type Choice, type Tally } from '#shared/domain/meetings/motion.ts'
import { lateArrivalOf, voteIdOf, type LateArrival, type Vote } from '#shared/domain/meetings/vote.ts'
import { MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: MeetingRoom
const begin = (): void => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
  room.voting()
}
beforeEach(begin)

const voters = [people.director, people.leader, people.head]
const at = (minute: number): void => {
  room.world.at = `2026-11-16T01:${String(minute).padStart(2, '0')}:00.000Z`
}
const close = (minute: number): void => {
  at(minute)
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
}
const declared = (): Tally | undefined => {
  at(50)
  room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q1' })
  return (room.world.look('meeting', room.id) as Meeting).items[0]?.motions[0]?.declared?.tally
}
function vote(actor: Actor, choice: Choice, minute: number): string {
  at(minute)
  const decision = room.vote(actor, choice, 'ý kiến')
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}
const voteOf = ({ post }: Actor): Vote => room.world.look('vote', voteIdOf(room.id, 'q1', post)) as Vote

it('counts when it was given before the closing and comes behind it, and says so', () => {
  vote(people.director, 'yes', 5)
  close(10)
  expect(vote(people.leader, 'no', 6)).toBe('events')
  expect(lateArrivalOf(voteOf(people.director))).toBeUndefined()
  expect(lateArrivalOf(voteOf(people.leader))).toEqual<LateArrival>({
    inTimeBy: 'claim',
    at: '2026-11-16T01:06:00.000Z',
  })
  expect(declared()).toEqual({ yes: 1, no: 1, other: 0, missing: 1 })
})

it('is proven by a time stamp from before the closing, not by a later one', () => {
  const arrivedAfter = '2026-11-16T01:10:00.000Z'
  const stamped = (stampedAt: string) =>
    lateArrivalOf({
      ...{ arrivedAfter, castAt: '2026-11-16T01:06:00.000Z' },
      check: { verdict: 'good', at: arrivedAfter, trust: 'test', stampedAt },
    })
  expect(stamped(arrivedAfter)).toEqual<LateArrival>({ inTimeBy: 'stamp', at: arrivedAfter })
  expect(stamped('2026-11-16T01:10:00.001Z')?.inTimeBy).toBe('claim')
})

it('takes the place of what the secretary put in, once', () => {
  at(5)
  room.world.act(room.secretary, 'vote', voteIdOf(room.id, 'q1', 'leader'), 'vote.enter', {
    ...{ meeting: room.id, item: 'i1', motion: 'q1', voter: 'leader', choice: 'no', words: '' },
  })
  close(10)
  expect(vote(people.leader, 'yes', 6)).toBe('events')
  expect(vote(people.leader, 'no', 7)).toBe('vote-stands')
  expect(declared()).toMatchObject({ yes: 1, no: 0 })
})

it('nobody whose vote was there at the closing gives another, and nobody gives two behind it, whatever times are claimed', () => {
  const given = fc.record({
    voter: fc.constantFrom(...voters),
    choice: fc.constantFrom(...choices),
    minute: fc.integer({ min: 0, max: 10 }),
  })
  fc.assert(
    fc.property(fc.array(given, { maxLength: 8 }), fc.array(given, { maxLength: 8 }), (before, after) => {
      begin()
      for (const { voter, choice, minute } of before) vote(voter, choice, minute)
      close(10)
      const settled = new Map(
        voters.flatMap((voter) => {
          const there = room.world.look('vote', voteIdOf(room.id, 'q1', voter.post)) as Vote | undefined
          return there === undefined ? [] : [[voter.post, there.choice]]
        }),
      )
      for (const { voter, choice, minute } of after) {
        const isFirst = !settled.has(voter.post)
        expect(vote(voter, choice, minute)).toBe(isFirst ? 'events' : 'vote-stands')
        if (isFirst) settled.set(voter.post, choice)
      }
      const count = (choice: Choice): number => [...settled.values()].filter((one) => one === choice).length
      expect(declared()).toEqual({
        ...{ yes: count('yes'), no: count('no'), other: count('other') },
        missing: voters.length - settled.size,
      })
    }),
    { numRuns: 60 },
  )
})
