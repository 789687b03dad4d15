import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choices, majorities } from '#shared/domain/meetings/motion.ts'
import { mayStillChange, outcomeOf, tallyOf } from '#shared/domain/meetings/tally.ts'

const voters = ['a', 'b', 'c', 'd']
const votes = fc.array(
  fc.record({ post: fc.constantFrom(...voters, 'guest'), choice: fc.constantFrom(...choices) }),
)

describe('a tally', () => {
  test('counts each voter once, nobody else, and leaves out nobody', () => {
    fc.assert(
      fc.property(votes, (given) => {
        const { yes, no, other, missing } = tallyOf(voters, given)
        expect(yes + no + other + missing).toBe(voters.length)
        const cast = new Set(given.map(({ post }) => post).filter((post) => post !== 'guest'))
        expect(missing).toBe(voters.length - cast.size)
      }),
    )
  })

  test('is the same when votes are counted twice, or in another order of people', () => {
    fc.assert(
      fc.property(votes, (given) => {
        const byPerson = [...given].sort((a, b) => a.post.localeCompare(b.post))
        expect(tallyOf(voters, [...given, ...given])).toEqual(tallyOf(voters, given))
        expect(tallyOf(voters, byPerson)).toEqual(tallyOf(voters, given))
      }),
    )
  })

  test('that can no longer change comes to the same whatever the missing votes say', () => {
    fc.assert(
      fc.property(
        votes,
        fc.constantFrom(...majorities),
        fc.array(fc.constantFrom(...choices)),
        (given, majority, late) => {
          const tally = tallyOf(voters, given)
          fc.pre(!mayStillChange(tally, majority, undefined))
          const silent = voters.filter((voter) => !given.some(({ post }) => post === voter))
          const arrived = late
            .slice(0, silent.length)
            .map((choice, index) => ({ post: silent[index] ?? '', choice }))
          const whole = tallyOf(voters, [...given, ...arrived])
          expect(outcomeOf(whole, majority, undefined)).toBe(outcomeOf(tally, majority, undefined))
        },
      ),
    )
  })

  test.each([
    [{ yes: 3, no: 1, other: 0, missing: 0 }, 'ofAll', undefined, 'carried'],
    [{ yes: 2, no: 0, other: 0, missing: 2 }, 'ofAll', undefined, 'lost'],
    [{ yes: 2, no: 0, other: 0, missing: 2 }, 'ofVotes', undefined, 'carried'],
    [{ yes: 2, no: 2, other: 0, missing: 0 }, 'ofAll', 'yes', 'carried'],
    [{ yes: 2, no: 2, other: 0, missing: 0 }, 'ofAll', 'no', 'lost'],
    [{ yes: 0, no: 0, other: 0, missing: 4 }, 'ofVotes', undefined, 'lost'],
  ] as const)('%j %s, chair %s: %s', (tally, majority, chair, outcome) => {
    expect(outcomeOf(tally, majority, chair)).toBe(outcome)
  })
})
