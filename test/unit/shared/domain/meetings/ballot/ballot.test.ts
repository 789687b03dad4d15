import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ballotDecider } from '#shared/domain/meetings/ballot/ballot-decider.ts'
import { countBallot, standingsOf } from '#shared/domain/meetings/ballot/count.ts'
import { evolveSlip } from '#shared/domain/meetings/ballot/slip-evolve.ts'
import type { Slip, SlipEvent } from '#shared/domain/meetings/ballot/slip.ts'
import { statementOfBallot } from '#shared/domain/meetings/ballot/statement-of-ballot.ts'
import { choices } from '#shared/domain/meetings/motion.ts'
import { readStatement, statementText } from '#shared/domain/meetings/statement.ts'
import { asSigned, BallotStory, ballotDetailsOf } from '../../../../../builders/a-ballot.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { aPdf } from '../../../../../builders/a-document.ts'
import { LawOffice, people } from '../../law/cases/office.ts'

let story: BallotStory
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  story = new BallotStory(office.world)
})
const ruleOf = (decision: ReturnType<BallotStory['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind

describe('a ballot', () => {
  test('is the secretary’s and the chair’s until it is sent, then everybody’s who is asked', () => {
    story.must(story.secretary, 'draft', ballotDetailsOf())
    expect(ballotDecider.audienceOf(story.ballot)).toEqual(['post:secretary', 'post:director'])
    story.must(story.secretary, 'send')
    expect([...ballotDecider.audienceOf(story.ballot)].sort()).toEqual([
      'post:director',
      'post:head',
      'post:leader',
      'post:secretary',
    ])
  })

  test('is answered until the last minute of the working day on which the days are over', () => {
    story.world.at = '2026-11-19T08:00:00.000Z'
    story.sent()
    expect(story.ballot.due).toBe('2026-11-24')
    expect(story.ballot.until).toBe('2026-11-24T16:59:00.000Z')
  })

  test('keeps every version of a paper; an answer is over the last one of each', () => {
    story.must(story.secretary, 'draft', ballotDetailsOf())
    for (const name of ['a', 'b'])
      story.must(story.secretary, 'addPaper', { paper: { id: 'p1', name: 'De-an.pdf', file: aPdf(name) } })
    expect(story.ballot.papers[0]?.versions.length).toBe(2)
    const said = statementOfBallot(story.ballot, {
      ...{ post: 'x', person: 'x', choice: 'yes', reasons: '' },
      at: story.world.at,
    })
    expect(said.papers).toEqual([{ name: 'De-an.pdf', sha256: aPdf('b').sha256 }])
  })

  test('keeps who said nothing apart from who agreed, also in what it comes to', () => {
    story.sent()
    story.answer(people.leader, 'no', 'Chưa rõ nguồn kinh phí')
    story.check('leader')
    story.world.at = '2026-11-20T01:00:00.000Z'
    story.must(story.secretary, 'close')
    expect(story.ballot.result).toMatchObject({
      tally: { yes: 0, no: 1, other: 0, deemed: 2 },
      outcome: 'carried',
      deemed: ['director', 'head'],
    })
  })

  test('closes before the deadline only when all have answered, and counts only what was looked at', () => {
    story.sent()
    for (const actor of [people.director, people.leader]) story.answer(actor, 'yes')
    expect(ruleOf(story.act(story.secretary, 'close'))).toBe('ballot-still-open')
    story.answer(people.head, 'other', 'Làm rõ lộ trình')
    expect(ruleOf(story.act(story.secretary, 'close'))).toBe('signature-unchecked')
    for (const member of ['director', 'leader', 'head']) story.check(member)
    story.must(story.secretary, 'close')
    expect(story.ballot.result?.tally).toEqual({ yes: 2, no: 0, other: 1, deemed: 0 })
  })

  test('is counted by the node alone', () => {
    story.sent()
    story.world.at = '2026-11-20T01:00:00.000Z'
    story.world.side = 'desk'
    expect(story.act(story.secretary, 'close')).toEqual({ kind: 'awaitsNode', reason: 'tally-awaits-node' })
  })
})

describe('a slip', () => {
  test('is answered as often as its member likes until the deadline; the last answer is the one', () => {
    story.sent()
    story.answer(people.head, 'yes')
    story.world.at = '2026-11-17T01:00:00.000Z'
    story.answer(people.head, 'no', 'Nghĩ lại')
    expect(story.slip('head').answer).toMatchObject({ choice: 'no', isLate: false })
  })

  test('keeps a late answer, which does not stand for its member', () => {
    story.sent()
    story.world.at = '2026-11-20T01:00:00.000Z'
    story.answer(people.head, 'no', 'Trả lời trễ')
    story.check('head')
    expect(story.slip('head').answer?.isLate).toBe(true)
    story.must(story.secretary, 'close')
    expect(story.ballot.result?.tally).toEqual({ yes: 0, no: 0, other: 0, deemed: 3 })
    expect(story.slip('head').answer?.reasons).toBe('Trả lời trễ')
  })

  test.each([
    ['another question', { question: 'Thông qua việc khác?' }],
    ['another ballot', { about: 'b2', within: 'b2' }],
    ['other papers', { papers: [{ name: 'x.pdf', sha256: 'a'.repeat(64) }] }],
    ['somebody else', { person: 'person-leader' }],
    ['a later time', { at: '2026-11-16T01:00:00.001Z' }],
    ['a motion', { kind: 'motion' as const }],
  ])('refuses what was signed about %s', (_what, change) => {
    story.sent()
    expect(ruleOf(story.answer(people.head, 'yes', '', change))).toBe('statement-differs')
  })

  test('refuses a text that is not the canonical one of what it says', () => {
    story.sent()
    const said = statementOfBallot(story.ballot, {
      ...{ post: 'head', person: people.head.person },
      ...{ choice: 'yes', reasons: '', at: story.world.at },
    })
    const text = JSON.stringify(said, null, 1)
    expect(readStatement(statementText(said))).toEqual(said)
    expect(ruleOf(story.onSlip(people.head, 'head', 'answer', { signed: { ...asSigned(said), text } }))).toBe(
      'statement-differs',
    )
  })

  test('is asked for again when the node does not accept the signature', () => {
    story.sent()
    story.answer(people.head, 'yes')
    story.check('head', true)
    expect(story.slip('head')).toMatchObject({ answer: null, rejected: { findings: ['not-valid'] } })
    story.world.at = '2026-11-16T02:00:00.000Z'
    story.answer(people.head, 'yes')
    expect(story.slip('head').rejected).toBeNull()
  })

  test('is not deemed to agree when it was answered in time', () => {
    story.sent()
    story.answer(people.head, 'no', 'Không')
    expect(story.onSlip(story.node, 'head', 'lapse', { as: 'deemed' })).toEqual({
      kind: 'events',
      events: [],
    })
    story.onSlip(story.node, 'leader', 'lapse', { as: 'deemed' })
    expect(story.slip('leader').lapsed).toBe('deemed')
  })
})

const posts = ['a', 'b', 'c', 'd', 'e'] as const
const anAnswer = fc.record({
  post: fc.constantFrom(...posts, 'stranger'),
  choice: fc.constantFrom(...choices),
  isLate: fc.boolean(),
})

describe('whatever is answered', () => {
  test('every member is counted exactly once, and strangers never', () => {
    fc.assert(
      fc.property(fc.subarray([...posts]), fc.array(anAnswer), (members, answers) => {
        const { tally, deemed } = countBallot(members, answers, 'a')
        expect(tally.yes + tally.no + tally.other + tally.deemed).toBe(members.length)
        expect(deemed.length).toBe(tally.deemed)
        expect([...standingsOf(members, answers).keys()]).toEqual(members)
      }),
    )
  })

  test('a deemed agreement never appears as agreement', () => {
    fc.assert(
      fc.property(fc.array(anAnswer), (answers) => {
        const { tally, deemed } = countBallot(posts, answers, 'a')
        const said = new Set<string>(answers.flatMap(({ post, isLate }) => (isLate ? [] : [post])))
        expect(deemed.every((post) => !said.has(post))).toBe(true)
        expect(tally.yes).toBeLessThanOrEqual(said.size)
      }),
    )
  })

  test('the order in which answers of one member arrive does not matter', () => {
    const handed = evolveSlip(
      undefined,
      {
        ...{ type: 'handed', ballot: 'b', member: 'a', question: '?', from: 's' },
        ...{ due: '2026-11-19', until: '2026-11-19T16:59:00.000Z', seenBy: ['a'] },
        ...{ at: '2026-11-16T01:00:00.000Z', by: { person: 'node', post: 'node' } },
      },
      'slip',
    )
    const given = fc.uniqueArray(fc.integer({ min: 10, max: 59 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(given, (minutes) => {
        const answered = (minute: number): SlipEvent => ({
          ...{ type: 'answered', choice: 'other', reasons: String(minute), isLate: false },
          signed: { text: String(minute), cms: 'AAAA', level: 'B-B' },
          at: `2026-11-17T01:${minute}:00.000Z`,
          by: { person: 'p', post: 'a' },
        })
        const last = minutes.reduce<Slip>(
          (slip, minute) => evolveSlip(slip, answered(minute), 'slip'),
          handed,
        )
        expect(last.answer?.reasons).toBe(String(Math.max(...minutes)))
      }),
    )
  })
})
