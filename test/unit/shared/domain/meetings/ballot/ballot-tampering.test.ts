import { beforeEach, expect, test } from 'vitest'
import { decisionDayOf } from '#shared/domain/decision-day.ts'
import { statementOfBallot } from '#shared/domain/meetings/ballot/statement-of-ballot.ts'
import type { CommandBody } from '#shared/log/command.ts'
import { asSigned, BallotStory } from '../../../../../builders/a-ballot.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { documentFieldsOf } from '../../../../../builders/a-document.ts'
import { LawOffice, people } from '../../law/cases/office.ts'

const AFTER = '2026-11-20T01:00:00.000Z'

let story: BallotStory
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  story = new BallotStory(office.world)
  story.sent()
})
const ruleOf = (decision: ReturnType<BallotStory['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind
const answerAt = (at: string, choice: 'yes' | 'no', actor = people.head): string => {
  story.world.at = at
  return ruleOf(story.answer(actor, choice, choice === 'no' ? 'Chưa rõ' : ''))
}

test('the days to answer begin on the day of the node, whatever the desk claims', () => {
  const body = { type: 'ballot.send', claimedAt: '2026-11-02T01:00:00.000Z', payload: {} }
  expect(decisionDayOf(body as CommandBody, '2026-11-16T01:00:00.000Z')).toBe('2026-11-16')
})

test('the deadline is over when it is over on the node', () => {
  story.world.at = AFTER
  story.world.receivedAt = '2026-11-19T16:58:00.000Z'
  expect(ruleOf(story.act(story.secretary, 'close'))).toBe('ballot-still-open')
  story.world.receivedAt = AFTER
  expect(ruleOf(story.act(story.secretary, 'close'))).toBe('events')
})

test('an answer whose signature is bad leaves the good one before it as it was', () => {
  answerAt('2026-11-16T02:00:00.000Z', 'no')
  story.check('head')
  answerAt('2026-11-16T03:00:00.000Z', 'yes')
  expect(story.slip('head').answer?.choice).toBe('yes')
  story.check('head', true)
  expect(story.slip('head')).toMatchObject({
    answer: { choice: 'no' },
    rejected: { findings: ['not-valid'] },
  })
  expect(story.slip('head').earlier).toEqual([])
  story.world.at = AFTER
  story.must(story.secretary, 'close')
  expect(story.ballot.result?.deemed).not.toContain('head')
})

test('an answer that waits behind one that is not good is looked at all the same', () => {
  answerAt('2026-11-16T02:00:00.000Z', 'no')
  answerAt('2026-11-16T03:00:00.000Z', 'yes')
  story.check('head', false, 1)
  story.check('head', true)
  expect(story.slip('head').answer).toMatchObject({ choice: 'no', check: { verdict: 'good' } })
})

test('what lies behind an answer that was found good does not come back', () => {
  answerAt('2026-11-16T02:00:00.000Z', 'no')
  answerAt('2026-11-16T03:00:00.000Z', 'yes')
  story.check('head')
  expect(story.slip('head').earlier).toEqual([])
})

test('an answer of before does not count again over one that was given since', () => {
  const at = '2026-11-16T02:00:00.000Z'
  const { post, person } = people.head
  answerAt(at, 'yes')
  answerAt('2026-11-16T03:00:00.000Z', 'no')
  story.world.at = '2026-11-16T04:00:00.000Z'
  const said = statementOfBallot(story.ballot, { post, person, choice: 'yes', reasons: '', at })
  expect(ruleOf(story.onSlip(people.head, 'head', 'answer', { signed: asSigned(said) }))).toBe(
    'statement-differs',
  )
  const early = story.answer(people.leader, 'yes', '', { at: '2026-11-15T01:00:00.000Z' })
  expect(ruleOf(early)).toBe('statement-differs')
})

test('an answer that the node has after the deadline says so, and changes none that was there in time', () => {
  answerAt('2026-11-16T02:00:00.000Z', 'yes')
  story.world.receivedAt = AFTER
  expect(answerAt('2026-11-17T02:00:00.000Z', 'no')).toBe('answer-stands')
  expect(answerAt('2026-11-17T02:00:00.000Z', 'yes', people.leader)).toBe('events')
  expect(answerAt('2026-11-17T03:00:00.000Z', 'no', people.leader)).toBe('events')
  expect(story.slip('leader').answer).toMatchObject({ choice: 'no', isLate: false, isClaimed: true })
})

test('who was chased on the day on which the signature was not accepted is told again', () => {
  story.onSlip(story.secretary, 'head', 'chase')
  answerAt('2026-11-16T02:00:00.000Z', 'no')
  story.check('head', true)
  expect(ruleOf(story.onSlip(story.secretary, 'head', 'chase'))).toBe('events')
  expect(ruleOf(story.onSlip(story.secretary, 'head', 'chase'))).toBe('chased-today')
})

test('one document of those who ask tells what came of it', () => {
  story.world.at = AFTER
  story.must(story.secretary, 'close')
  const make = (actor: typeof people.head, id: string, kind: string): void =>
    story.world.must(actor, 'document', id, 'document.create', { kind, fields: documentFieldsOf() })
  make(people.drafter, 'foreign', 'bao-cao')
  make(story.secretary, 'letter', 'cong-van')
  make(story.secretary, 'report', 'bao-cao')
  make(story.secretary, 'second', 'bao-cao')
  const note = (document: string): string => ruleOf(story.act(story.secretary, 'noteDocument', { document }))
  expect(['foreign', 'letter', 'report', 'report', 'second'].map(note)).toEqual([
    ...['unknown-object', 'unknown-object'],
    ...['events', 'events', 'already-exists'],
  ])
})

test('beside the report stands one decision of those who ask', () => {
  story.world.at = AFTER
  story.must(story.secretary, 'close')
  const make = (actor: typeof people.head, id: string, kind: string): void =>
    story.world.must(actor, 'document', id, 'document.create', { kind, fields: documentFieldsOf() })
  make(people.drafter, 'foreign', 'quyet-dinh')
  make(story.secretary, 'report', 'bao-cao')
  make(story.secretary, 'decision', 'quyet-dinh')
  make(story.secretary, 'second', 'quyet-dinh')
  const note = (document: string): string => ruleOf(story.act(story.secretary, 'noteDocument', { document }))
  expect(['foreign', 'decision', 'second', 'report'].map(note)).toEqual([
    ...['unknown-object', 'events'],
    ...['already-exists', 'events'],
  ])
  expect(story.ballot).toMatchObject({ document: 'report', decision: 'decision' })
})

test('a resolution of a collective is the one decision too', () => {
  story.world.at = AFTER
  story.must(story.secretary, 'close')
  const make = (id: string, kind: string): void =>
    story.world.must(story.secretary, 'document', id, 'document.create', { kind, fields: documentFieldsOf() })
  make('resolution', 'nghi-quyet')
  make('decision', 'quyet-dinh')
  const note = (document: string): string => ruleOf(story.act(story.secretary, 'noteDocument', { document }))
  expect(['resolution', 'decision'].map(note)).toEqual(['events', 'already-exists'])
  expect(story.ballot).toMatchObject({ decision: 'resolution' })
})
