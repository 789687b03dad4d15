import { anActor } from '../../../../../builders/desk-world.ts'
import { callDetailsOf, MeetingRoom } from '../../../../../builders/a-meeting.ts'
import { lawCase, people, type LawOffice } from './office.ts'

function roomOf(office: LawOffice): MeetingRoom {
  office.appoint(anActor('secretary', 'drafter'))
  return new MeetingRoom(office.world)
}

const call = (room: MeetingRoom, shortNotice = ''): ReturnType<MeetingRoom['act']> =>
  room.act(room.secretary, 'call', { shortNotice })

/** Rules of calling and holding a meeting. */
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
]
