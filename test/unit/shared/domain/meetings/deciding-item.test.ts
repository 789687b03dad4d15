import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#shared/domain/decision.ts'
import { isDecided } from '#shared/domain/meetings/conclude/decided.ts'
import type { ItemState } from '#shared/domain/meetings/meeting.ts'
import { aPdf, documentFieldsOf } from '../../../../builders/a-document.ts'
import { ConcludedRoom } from '../../../../builders/a-concluded-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: ConcludedRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new ConcludedRoom(office.world)
})
const ruleOf = (decision: ReturnType<ConcludedRoom['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind
const itemOf = (id = 'i1'): ItemState => room.state().items.find((item) => item.id === id)!

/** The first item is voted on, counted and declared; the meeting ends. */
function voted(choice: 'yes' | 'no', conclusion?: string): void {
  room.voting()
  for (const member of [people.director, people.leader]) room.vote(member, choice)
  const motion = { item: 'i1', motion: 'q1' }
  room.must(room.secretary, 'closeVote', motion)
  room.must(room.secretary, 'declareVote', motion)
  if (conclusion !== undefined)
    room.must(room.secretary, 'conclude', { item: 'i1', text: conclusion, publish: true })
  room.must(room.secretary, 'close')
}

describe('a decision on an item of a meeting', () => {
  test('follows from what was concluded, and the item says which draft came of it', () => {
    room.concluded()
    room.decisionOn('i1')
    expect(ruleOf(room.nameDecision('i1'))).toBe('events')
    expect(itemOf().decision).toMatchObject({ document: 'decision', issued: null })
    expect(room.document('decision').ofMeeting).toEqual({ meeting: 'm1', paper: 'decision', item: 'i1' })
  })

  test('follows from a question that was agreed to, concluded or not', () => {
    voted('yes')
    room.decisionOn('i1', { kind: 'nghi-quyet' })
    expect(ruleOf(room.nameDecision('i1'))).toBe('events')
  })

  test('does not follow from what was voted down, whatever the chair concluded then', () => {
    voted('no', 'Giao Phòng hoàn thiện lại.')
    room.decisionOn('i1')
    expect(ruleOf(room.nameDecision('i1'))).toBe('item-not-decided')
    expect(itemOf().decision).toBeUndefined()
  })

  test('is one for each item: asked twice the first stands', () => {
    room.concluded()
    room.decisionOn('i1')
    room.decisionOn('i1', { id: 'second' })
    expect(ruleOf(room.nameDecision('i1'))).toBe('events')
    expect(room.nameDecision('i1')).toEqual({ kind: 'events', events: [] })
    expect(ruleOf(room.nameDecision('i1', 'second'))).toBe('meeting-document-named')
    expect(itemOf().decision?.document).toBe('decision')
  })

  test('is named on the item it was drafted on, in its own meeting, as a decision or resolution', () => {
    room.concluded()
    room.must(room.secretary, 'conclude', { item: 'i2', text: 'Đồng ý.', publish: true })
    room.decisionOn('i2')
    expect(ruleOf(room.nameDecision('i1'))).toBe('decision-document-missing')
    expect(ruleOf(room.decisionOn('i1', { id: 'x', kind: 'cong-van' }))).toBe('decision-document-missing')
    expect(ruleOf(room.nameDecision('gone'))).toBe('unknown-object')
    expect(ruleOf(room.act(room.secretary, 'nameDocument', { paper: 'notice', document: 'decision' }))).toBe(
      'notice-document-missing',
    )
  })

  test('waits for the end of the meeting', () => {
    room.opened()
    room.must(room.secretary, 'conclude', { item: 'i1', text: 'Đồng ý.', publish: true })
    room.decisionOn('i1')
    expect(ruleOf(room.nameDecision('i1'))).toBe('wrong-state')
  })

  test.each([
    ['a member', people.head],
    ['a stranger', people.clerk],
  ])('is not drafted by %s', (_who, actor: Actor) => {
    room.concluded()
    const created = {
      ...{ kind: 'quyet-dinh', fields: documentFieldsOf() },
      ofMeeting: { meeting: 'm1', paper: 'decision', item: 'i1' },
    }
    expect(ruleOf(room.world.act(actor, 'document', 'x', 'document.create', created))).toBe(
      'meeting-secretary-only',
    )
    room.decisionOn('i1')
    const named = { paper: 'decision', item: 'i1', document: 'decision' }
    expect(ruleOf(room.act(actor, 'nameDocument', named))).toBe('meeting-secretary-only')
  })

  test('is told to everybody called with its number, once it is issued, also when the rest was filed', () => {
    room.concluded()
    room.issued()
    room.intoFile()
    room.must(room.secretary, 'file', { file: 'f1' })
    room.decisionOn('i1')
    expect(ruleOf(room.nameDecision('i1'))).toBe('events')
    const issued = {
      ...{ paper: 'decision', item: 'i1', document: 'decision' },
      ...{ code: '05/QĐ-SNV', pdf: aPdf('d') },
    }
    expect(ruleOf(room.act(room.secretary, 'noteIssued', issued))).toBe('node-only')
    room.must(people.node, 'noteIssued', issued)
    expect(itemOf().decision?.issued).toMatchObject({ code: '05/QĐ-SNV', pdf: aPdf('d') })
    expect(room.state()).toMatchObject({ status: 'archived' })
    expect(room.state().minutesDraft?.issued).toMatchObject({ code: '01/BB-SNV' })
  })
})

test('minutes of an earlier meeting that were approved decide nothing', () => {
  room.concluded()
  const item = itemOf()
  expect(isDecided(item)).toBe(true)
  expect(isDecided({ ...item, minutesOf: 'm0' })).toBe(false)
  expect(isDecided(itemOf('i2'))).toBe(false)
})
