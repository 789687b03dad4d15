import { beforeEach, describe, expect, test } from 'vitest'
import { sequenceOfMeeting } from '#shared/domain/meetings/invite-agencies.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { documentFieldsOf } from '../../../../builders/a-document.ts'
import { callDetailsOf, MeetingRoom } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, lawfully, people } from '../law/cases/office.ts'

let office: LawOffice
let room: MeetingRoom
beforeEach(() => {
  office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new MeetingRoom(office.world)
})
const agencies = [{ code: 'H77.02', name: 'Sở Tài chính' }]
const letter = (id: string, kind: string): void =>
  lawfully(office.document(room.secretary, 'create', { kind, fields: documentFieldsOf() }, id))
const meeting = (): Meeting => room.world.look('meeting', 'm1') as Meeting

describe('other agencies are told of a meeting', () => {
  test('with its version, which rises with what they must be told of', () => {
    room.called()
    letter('gm1', 'giay-moi')
    room.must(room.secretary, 'inviteAgencies', { document: 'gm1', agencies })
    room.must(room.secretary, 'change', callDetailsOf({ quorum: null }))
    expect(sequenceOfMeeting(meeting())).toBe(0)
    room.must(room.secretary, 'change', callDetailsOf({ place: 'Hội trường', quorum: null }))
    letter('gm2', 'giay-moi')
    room.must(room.secretary, 'inviteAgencies', { document: 'gm2', agencies })
    expect(meeting().told?.map(({ document, sequence }) => [document, sequence])).toEqual([
      ['gm1', 0],
      ['gm2', 1],
    ])
  })

  test('that it is called off, by a công văn', () => {
    room.called()
    room.must(room.secretary, 'cancel', { reason: 'Bão số 9' })
    letter('gm', 'giay-moi')
    letter('cv', 'cong-van')
    const told = (document: string): string =>
      room.act(room.secretary, 'inviteAgencies', { document, agencies }).kind
    expect(told('gm')).toBe('refused')
    expect(told('cv')).toBe('events')
    expect(meeting().told?.[0]?.sequence).toBe(1)
  })

  test('only by whoever runs it, once it is called', () => {
    room.drafted()
    letter('gm', 'giay-moi')
    expect(room.act(room.secretary, 'inviteAgencies', { document: 'gm', agencies }).kind).toBe('refused')
    room.must(room.secretary, 'call', { shortNotice: '' })
    expect(room.act(people.head, 'inviteAgencies', { document: 'gm', agencies })).toMatchObject({
      refusal: { rule: 'meeting-secretary-only' },
    })
  })
})
