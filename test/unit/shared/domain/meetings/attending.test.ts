import { beforeEach, describe, expect, test } from 'vitest'
import { meetingDecider } from '#shared/domain/meetings/meeting-decider.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Actor } from '#shared/domain/decision.ts'
import { callDetailsOf } from '../../../../builders/a-meeting.ts'
import { LawOffice, lawfully, people } from '../law/cases/office.ts'

const elsewhere = { agency: 'Sở Tài chính', chair: 'Giám đốc Sở Tài chính', people: 'Đại diện các sở' }
const details = callDetailsOf({
  letter: 'l1',
  chair: 'head',
  members: [{ post: 'head', part: 'member' }],
  quorum: null,
})

let office: LawOffice
beforeEach(() => {
  office = new LawOffice()
  office.presented()
  lawfully(office.direct())
})
const act = (actor: Actor, verb: string, payload: unknown = {}): string => {
  const decision = office.world.act(actor, 'meeting', 'l1', `meeting.${verb}`, payload)
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}
const meeting = (): Meeting => office.world.look('meeting', 'l1') as Meeting

describe('a meeting that another agency holds', () => {
  test('is taken from its letter by whoever sees it, and is seen by those who go', () => {
    expect(act(people.leader, 'attend', { details, elsewhere })).toBe('events')
    expect(meeting()).toMatchObject({ status: 'called', secretary: 'leader', chair: 'head', elsewhere })
    expect([...meetingDecider.audienceOf(meeting())].sort()).toEqual(['post:head', 'post:leader'])
  })

  test('is not taken by who does not see the letter, nor without one', () => {
    expect(act(people.drafter, 'attend', { details, elsewhere })).toBe('unknown-object')
    expect(act(people.leader, 'attend', { details: { ...details, letter: null }, elsewhere })).toBe(
      'unknown-object',
    )
    expect(act(people.leader, 'attend', { details: { ...details, letter: 'l9' }, elsewhere })).toBe(
      'unknown-object',
    )
  })

  test('is taken once, and nobody drafts another one under the id of its letter', () => {
    expect(act(people.drafter, 'draft', callDetailsOf())).toBe('already-exists')
    expect(act(people.leader, 'attend', { details, elsewhere })).toBe('events')
    expect(act(people.director, 'attend', { details, elsewhere })).toBe('invitation-taken')
  })

  test.each([
    ['draft', 'leader', 'events'],
    ['draft', 'drafter', 'already-exists'],
    ['inSession', 'leader', 'already-exists'],
  ] as const)('under the id of its letter, what is %s by %s: %s', (status, secretary, outcome) => {
    lawfully(office.world.act(people.drafter, 'meeting', 'm1', 'meeting.draft', callDetailsOf()))
    const drafted = office.world.look('meeting', 'm1') as Meeting
    office.world.states.set('meeting/l1', { ...drafted, id: 'l1', status, secretary })
    expect(act(people.leader, 'attend', { details, elsewhere })).toBe(outcome)
  })

  test('takes the place of no meeting of another id', () => {
    const drafted = office.world.act(people.drafter, 'meeting', 'm1', 'meeting.draft', callDetailsOf())
    expect(drafted.kind).toBe('events')
    const taking = office.world.act(people.leader, 'meeting', 'm1', 'meeting.attend', { details, elsewhere })
    expect(taking).toMatchObject({ kind: 'refused', refusal: { rule: 'invitation-taken' } })
  })

  test('takes answers, changes and its end, but is not opened here', () => {
    act(people.leader, 'attend', { details, elsewhere })
    expect(act(people.head, 'answer', { attendance: 'coming', reason: '', substitute: null })).toBe('events')
    expect(act(people.leader, 'change', { ...details, place: 'Phòng họp 5' })).toBe('events')
    expect(meeting()).toMatchObject({ place: 'Phòng họp 5', elsewhere })
    expect(act(people.leader, 'open')).toBe('meeting-elsewhere')
    expect(act(people.leader, 'close')).toBe('meeting-elsewhere')
    office.world.at = '2026-11-23T02:00:00.000Z'
    expect(act(people.leader, 'close')).toBe('events')
    expect(meeting().status).toBe('concluded')
  })
})
