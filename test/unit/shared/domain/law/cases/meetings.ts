import { anActor } from '../../../../../builders/desk-world.ts'
import { callDetailsOf, MeetingRoom } from '../../../../../builders/a-meeting.ts'
import { documentFieldsOf } from '../../../../../builders/a-document.ts'
import { lawCase, lawfully, people, type LawOffice } from './office.ts'

function roomOf(office: LawOffice): MeetingRoom {
  office.appoint(anActor('secretary', 'drafter'))
  return new MeetingRoom(office.world)
}

const call = (room: MeetingRoom, shortNotice = ''): ReturnType<MeetingRoom['act']> =>
  room.act(room.secretary, 'call', { shortNotice })

function concluded(office: LawOffice): MeetingRoom {
  const room = roomOf(office)
  room.opened()
  room.must(room.secretary, 'close')
  const minutes = { kind: 'bien-ban', fields: documentFieldsOf() }
  lawfully(office.document(room.secretary, 'create', minutes, 'minutes'))
  lawfully(
    office.document(room.secretary, 'create', { kind: 'cong-van', fields: documentFieldsOf() }, 'letter'),
  )
  return room
}

/** Rules of calling, holding and concluding a meeting. */
export const meetings = [
  lawCase(
    'meeting-incomplete',
    (office) => {
      const room = roomOf(office)
      room.drafted({ place: ' ' })
      return call(room)
    },
    (office) => {
      const room = roomOf(office)
      room.drafted({ place: ' ', callUrl: 'https://hop.example/p1' })
      return call(room)
    },
  ),
  lawCase(
    'meeting-short-notice',
    (office) => {
      const room = roomOf(office)
      room.drafted(callDetailsOf({ from: '2026-11-17T01:00:00.000Z' }))
      return call(room)
    },
    (office) => {
      const room = roomOf(office)
      room.drafted(callDetailsOf({ from: '2026-11-17T01:00:00.000Z' }))
      return call(room, 'Ứng phó bão')
    },
  ),
  lawCase(
    'quorum-missing',
    (office) => {
      const room = roomOf(office)
      room.called()
      room.must(room.secretary, 'checkIn', { post: 'director', isRemote: false })
      return room.act(room.secretary, 'open')
    },
    (office) => {
      const room = roomOf(office)
      room.called()
      room.must(room.secretary, 'checkIn', { post: 'director', isRemote: false })
      room.must(room.secretary, 'checkIn', { post: 'head', isRemote: true })
      return room.act(room.secretary, 'open')
    },
  ),
  lawCase(
    'vote-members-only',
    (office) => {
      const room = roomOf(office)
      room.voting()
      return room.vote(people.deputy, 'yes')
    },
    (office) => {
      const room = roomOf(office)
      room.voting()
      return room.vote(people.head, 'yes')
    },
  ),
  lawCase(
    'minutes-document-missing',
    (office) => {
      const room = concluded(office)
      return room.act(room.secretary, 'fixMinutes', { document: 'letter' })
    },
    (office) => {
      const room = concluded(office)
      return room.act(room.secretary, 'fixMinutes', { document: 'minutes' })
    },
  ),
  lawCase(
    'minutes-fixed',
    (office) => {
      const room = concluded(office)
      room.must(room.secretary, 'fixMinutes', { document: 'minutes' })
      return room.act(people.head, 'amend', { amendment: 'a1', item: 'i1', text: 'Sửa số liệu' })
    },
    (office) =>
      concluded(office).act(people.head, 'amend', { amendment: 'a1', item: 'i1', text: 'Sửa số liệu' }),
  ),
]
