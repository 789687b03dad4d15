import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { evolveSlip, statementOf } from '#shared/domain/meetings/ballot/slip-evolve.ts'
import type { Slip, SlipAnswer, SlipEvent } from '#shared/domain/meetings/ballot/slip.ts'
import { BallotStory } from '../../../../../builders/a-ballot.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { LawOffice, people } from '../../law/cases/office.ts'

const UNTIL = '2026-11-19T16:59:00.000Z'
const IN_TIME = '2026-11-17T02:00:00.000Z'
const AFTER = '2026-11-20T01:00:00.000Z'

describe('an answer that the node has after the deadline', () => {
  let story: BallotStory
  beforeEach(() => {
    const office = new LawOffice()
    office.appoint(anActor('secretary', 'drafter'))
    story = new BallotStory(office.world)
    story.sent()
    expect(story.ballot.until).toBe(UNTIL)
  })
  const answeredAt = (at: string): void => {
    story.world.at = at
    story.world.receivedAt = AFTER
    expect(story.answer(people.head, 'no', 'Chưa rõ').kind).toBe('events')
  }

  test('is proven in time by a stamp of before, whatever its desk claims', () => {
    answeredAt(IN_TIME)
    story.check('head', false, 0, UNTIL)
    expect(story.slip('head').answer).toMatchObject({ isProven: true, isLate: false })
    expect(story.slip('head').answer?.isClaimed).toBeUndefined()
  })

  test('counts though its desk says it is late, when its stamp is of before', () => {
    answeredAt(AFTER)
    story.check('head', false, 0, IN_TIME)
    story.world.at = AFTER
    story.must(story.secretary, 'close')
    expect(story.ballot.result?.tally).toEqual({ yes: 0, no: 1, other: 0, deemed: 2 })
  })

  test.each([['2026-11-19T16:59:00.001Z'], [undefined]])('keeps its mark with the stamp %s', (stamp) => {
    answeredAt(IN_TIME)
    story.check('head', false, 0, stamp)
    expect(story.slip('head').answer).toMatchObject({ isClaimed: true, isLate: false })
    expect(story.slip('head').answer?.isProven).toBeUndefined()
  })

  test('stays late with a stamp of after', () => {
    answeredAt(AFTER)
    story.check('head', false, 0, AFTER)
    expect(story.slip('head').answer).toMatchObject({ isLate: true })
  })

  test('stands once it is proven: what comes later changes it no more', () => {
    answeredAt(IN_TIME)
    story.check('head', false, 0, IN_TIME)
    story.world.at = '2026-11-18T02:00:00.000Z'
    const again = story.answer(people.head, 'yes')
    expect(again).toMatchObject({ kind: 'refused', refusal: { rule: 'answer-stands' } })
  })

  test('stands against a later one by the word of its desk, in whatever order they are looked at', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { answers, slip } = givenTwice()
      const last = order.reduce((now, index) => looked(now, answers[index]!, index === 0), slip)
      expect(last.answer).toMatchObject({ reasons: '0', isProven: true })
      expect(last.earlier).toEqual([])
    }
  })

  test('is taken three times of a member, so that nobody holds up the count for ever', () => {
    const again = (minute: number) => {
      story.world.at = `2026-11-17T02:0${minute}:00.000Z`
      story.world.receivedAt = AFTER
      return story.answer(people.head, 'no', 'Chưa rõ')
    }
    for (const minute of [0, 1, 2]) {
      expect(again(minute).kind).toBe('events')
      story.check('head')
    }
    expect(again(3)).toMatchObject({ kind: 'refused', refusal: { rule: 'answer-stands' } })
    story.world.at = AFTER
    expect(story.act(story.secretary, 'close').kind).toBe('events')
  })

  test('is not counted while one behind it may still be proven', () => {
    answeredAt(IN_TIME)
    story.world.at = '2026-11-18T02:00:00.000Z'
    story.answer(people.head, 'yes')
    story.check('head')
    const close = (): unknown => story.act(story.secretary, 'close')
    story.world.at = AFTER
    expect(close()).toMatchObject({ kind: 'refused', refusal: { rule: 'signature-unchecked' } })
    story.check('head', false, 1, IN_TIME)
    expect(story.slip('head').answer).toMatchObject({ choice: 'no', isProven: true })
    expect(close()).toMatchObject({ kind: 'events' })
  })
})

const by = { person: 'p', post: 'a' }
const handed = evolveSlip(
  undefined,
  {
    ...{ type: 'handed', ballot: 'b', member: 'a', question: '?', from: 's', due: '2026-11-19' },
    ...{ until: UNTIL, seenBy: ['a'], at: '2026-11-16T01:00:00.000Z', by: { person: 'node', post: 'node' } },
  },
  'slip',
)
type Came = 'inTime' | 'claimed' | 'late'
type Answered = Extract<SlipEvent, { type: 'answered' }>
const given = (index: number, came: Came): Answered => ({
  ...{ type: 'answered', choice: 'other', reasons: String(index), isLate: came === 'late' },
  ...(came === 'claimed' && { isClaimed: true as const }),
  signed: { text: String(index), cms: 'AAAA', level: 'B-T' },
  at: `2026-11-17T01:00:${String(index).padStart(2, '0')}.000Z`,
  by,
})
const looked = (slip: Slip, { signed, at }: Answered, isStamped: boolean): Slip =>
  evolveSlip(
    slip,
    {
      ...{ type: 'signatureChecked', verdict: 'good', trust: 'test', at: AFTER, by },
      ...{ statement: statementOf({ signed }), ...(isStamped && { stampedAt: at }) },
    },
    'slip',
  )
function givenTwice(): { answers: readonly Answered[]; slip: Slip } {
  const answers = [given(0, 'claimed'), given(1, 'claimed')]
  return { answers, slip: answers.reduce<Slip>((slip, one) => evolveSlip(slip, one, 'slip'), handed) }
}

const stamps = [undefined, IN_TIME, UNTIL, '2026-11-19T16:59:00.001Z', AFTER] as const
const anAnswer = fc.record({
  came: fc.constantFrom<Came>('inTime', 'claimed', 'late'),
  verdict: fc.constantFrom('good', 'not-checked', 'bad'),
  stamp: fc.constantFrom(...stamps),
  turn: fc.nat(100),
})
type Answer = typeof anAnswer extends fc.Arbitrary<infer A> ? A : never
const checkOf = (index: number, { verdict, stamp }: Pick<Answer, 'verdict' | 'stamp'>): SlipEvent => {
  const told = {
    statement: statementOf({
      signed: { text: String(index), cms: 'AAAA', level: 'B-T' },
      at: AFTER,
    } as SlipAnswer),
    trust: 'test',
    at: AFTER,
    by,
  }
  if (verdict === 'bad') return { ...told, type: 'signatureRejected', findings: ['not-valid'] }
  if (verdict === 'not-checked') return { ...told, type: 'signatureChecked', verdict: 'not-checked' }
  return {
    ...told,
    type: 'signatureChecked',
    verdict: 'good',
    ...(stamp !== undefined && { stampedAt: stamp }),
  }
}

describe('whatever is answered, and in whatever order it is looked at', () => {
  const story = fc.array(anAnswer, { minLength: 1, maxLength: 6 })

  test('no answer without a stamp of before the deadline is ever shown as proven, and none that was late counts', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const slip of statesOf(told)) {
          const { answer } = slip
          if (answer === null) continue
          const { came, verdict, stamp } = told[Number(answer.reasons)]!
          const isStamped = verdict === 'good' && stamp !== undefined && stamp <= UNTIL
          const isLooked = answer.check !== undefined
          expect(answer.isProven === true).toBe(came !== 'inTime' && isStamped && isLooked)
          expect(answer.isLate).toBe(came === 'late' && answer.isProven !== true)
          expect(answer.isClaimed === true).toBe(came === 'claimed' && answer.isProven !== true)
        }
      }),
    )
  })

  test('the last one that was there in time stands, else the last one', () => {
    fc.assert(
      fc.property(story, (told) => {
        const accepted = told.flatMap((one, index) => (one.verdict === 'bad' ? [] : [{ ...one, index }]))
        const isFirm = ({ came, verdict, stamp }: Answer): boolean =>
          came === 'inTime' || (verdict === 'good' && stamp !== undefined && stamp <= UNTIL)
        const expected = accepted.findLast(isFirm) ?? accepted.at(-1)
        expect(statesOf(told).at(-1)?.answer?.reasons).toBe(
          expected === undefined ? undefined : String(expected.index),
        )
      }),
    )
  })

  /** Every state: first all answers come, then each is looked at when its turn is. */
  function statesOf(told: readonly Answer[]): readonly Slip[] {
    const inTurn = told.map((one, index) => ({ index, ...one })).toSorted((a, b) => a.turn - b.turn)
    const all: readonly SlipEvent[] = [
      ...told.map(({ came }, index): SlipEvent => given(index, came)),
      ...inTurn.map((one) => checkOf(one.index, one)),
    ]
    const states: Slip[] = []
    for (const event of all) states.push(evolveSlip(states.at(-1) ?? handed, event, 'slip'))
    return states
  }
})
