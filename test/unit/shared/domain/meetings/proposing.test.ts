import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Meeting, Member } from '#shared/domain/meetings/meeting.ts'
import { callDetailsOf, MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice } from '../law/cases/office.ts'

const later = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T04:00:00.000Z' }
const latest = { from: '2026-11-25T01:00:00.000Z', until: '2026-11-25T04:00:00.000Z' }
const leader = anActor('leader', 'leader')
const head = anActor('head', 'unit-head')

let room: MeetingRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
  room.called()
})
const ruleOf = (decision: ReturnType<MeetingRoom['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind
const meeting = (): Meeting => room.world.look('meeting', 'm1') as Meeting
const member = (post: string): Member => meeting().members.find((one) => one.post === post) as Member

describe('another time that a member proposes', () => {
  it('stands beside their name until it is answered, the last one only', () => {
    room.must(leader, 'proposeTime', { ...later, words: 'Họp Tỉnh ủy' })
    room.must(leader, 'proposeTime', { ...latest, words: '' })
    expect(member('leader').proposed).toMatchObject({ ...latest, words: '' })
    expect(meeting().from).toBe(callDetailsOf().from)
    room.must(room.secretary, 'settleTime', { post: 'leader', ...latest, isTaken: false })
    expect(member('leader').proposed).toBeUndefined()
    expect(meeting().from).toBe(callDetailsOf().from)
  })

  it('moves the meeting for all when it is taken, and ends what others proposed instead of the old time', () => {
    room.must(leader, 'proposeTime', { ...later, words: '' })
    room.must(head, 'proposeTime', { ...latest, words: '' })
    room.must(room.secretary, 'settleTime', { post: 'leader', ...later, isTaken: true })
    expect(meeting()).toMatchObject(later)
    expect(meeting().changes.at(-1)?.names).toEqual(['from', 'until'])
    expect(meeting().members.every(({ proposed }) => proposed === undefined)).toBe(true)
    expect(ruleOf(room.act(room.secretary, 'settleTime', { post: 'head', ...latest, isTaken: true }))).toBe(
      'proposal-missing',
    )
  })

  it('is taken as it was read: one that came in its place meanwhile moves nothing', () => {
    room.must(leader, 'proposeTime', { ...later, words: '' })
    room.must(leader, 'proposeTime', { ...latest, words: '' })
    const taken = room.act(room.secretary, 'settleTime', { post: 'leader', ...later, isTaken: true })
    expect(ruleOf(taken)).toBe('proposal-missing')
    expect(meeting().from).toBe(callDetailsOf().from)
    expect(member('leader').proposed).toMatchObject(latest)
  })

  it('is proposed by members alone, and taken by whoever runs the meeting alone', () => {
    expect(ruleOf(room.act(anActor('clerk', 'clerk'), 'proposeTime', { ...later, words: '' }))).toBe(
      'meeting-not-called',
    )
    room.must(leader, 'proposeTime', { ...later, words: '' })
    expect(ruleOf(room.act(head, 'settleTime', { post: 'leader', ...later, isTaken: true }))).toBe(
      'meeting-secretary-only',
    )
  })

  it('never moves the meeting before it is taken, whatever is proposed', () => {
    const before = [meeting().from, meeting().until]
    const instant = fc.date({ min: new Date('2026-11-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, instant, (from, until) => {
        room.act(leader, 'proposeTime', { from: from.toISOString(), until: until.toISOString(), words: '' })
        const { proposed } = member('leader')
        expect([meeting().from, meeting().until]).toEqual(before)
        if (proposed !== undefined) expect(proposed.from < proposed.until).toBe(true)
      }),
    )
  })
})
