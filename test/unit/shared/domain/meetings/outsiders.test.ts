import { beforeEach, describe, expect, test } from 'vitest'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { linesOfOutsiders, outsidersFromLines } from '#shared/domain/meetings/outsider-lines.ts'
import { callDetailsOf, MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice } from '../law/cases/office.ts'

const address = 'an@truong.example'
const guest = { name: 'Nguyễn Văn An', agency: 'Trường Cao đẳng', address }
const later = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T04:00:00.000Z' }

let room: MeetingRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
  room.called({ outsiders: [guest] })
})
const meeting = (): Meeting => room.world.look('meeting', 'm1') as Meeting
const noted = (change: object): void =>
  room.must(room.secretary, 'noteReply', {
    ...{ address, attendance: 'coming', words: '', proposal: null, saidAt: '2026-11-17T01:00:00.000Z' },
    ...change,
  })

describe('people from outside', () => {
  test('are counted by their last word', () => {
    room.world.at = '2026-11-19T01:00:00.000Z'
    noted({})
    noted({ attendance: 'absent', words: 'Bận', saidAt: '2026-11-18T01:00:00.000Z' })
    noted({ attendance: 'coming', saidAt: '2026-11-17T05:00:00.000Z' })
    expect(meeting().outsiderAnswers).toHaveLength(1)
    expect(meeting().outsiderAnswers?.[0]).toMatchObject({ attendance: 'absent', words: 'Bận' })
  })

  test('never keep out a later word by a word that is dated ahead', () => {
    noted({ saidAt: '9999-12-31T00:00:00.000Z' })
    const now = meeting().outsiderAnswers?.[0]
    expect(now?.saidAt).toBe(now?.at)
    room.world.at = '2026-11-16T02:00:00.000Z'
    noted({ attendance: 'absent', saidAt: '9999-12-31T00:00:00.000Z' })
    expect(meeting().outsiderAnswers?.[0]).toMatchObject({ attendance: 'absent' })
  })

  test('are noted in the words of their file, as logs of before hold them: those are decided again to the same', () => {
    const saidAt = '2026-11-30T00:00:00.000Z'
    const said = { address, attendance: 'coming', words: '', proposal: null, saidAt }
    const decision = room.act(room.secretary, 'noteReply', said)
    expect(decision).toMatchObject({ kind: 'events', events: [{ type: 'replyNoted', ...said }] })
  })

  test('propose another time, which moves the meeting when it is taken and tells what changed', () => {
    noted({ attendance: 'maybe', proposal: later })
    room.must(room.secretary, 'settleProposal', { address, isTaken: true })
    expect(meeting()).toMatchObject(later)
    expect(meeting().changes.at(-1)?.names).toEqual(['from', 'until'])
    expect(meeting().outsiderAnswers?.[0]?.proposal).toBeNull()
  })

  test('are not followed when the time stays', () => {
    noted({ attendance: 'maybe', proposal: later })
    room.must(room.secretary, 'settleProposal', { address, isTaken: false })
    expect(meeting().from).toBe(callDetailsOf().from)
    expect(meeting().outsiderAnswers?.[0]?.proposal).toBeNull()
  })
})

test('people from outside are typed a line for each, in the order one writes', () => {
  const read = outsidersFromLines(
    'Nguyễn Văn An, Trường Cao đẳng, an@truong.example\n\nTrần Bình <BINH@hoi.example>\nLê Chi; Hội Luật gia',
  )
  expect(read).toEqual([
    guest,
    { name: 'Trần Bình', agency: '', address: 'binh@hoi.example' },
    { name: 'Lê Chi', agency: 'Hội Luật gia', address: null },
  ])
  expect(outsidersFromLines(linesOfOutsiders(read))).toEqual(read)
})
