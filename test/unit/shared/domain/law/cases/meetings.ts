import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Meeting } from '../../../../../../shared/domain/meetings/meeting.ts'
import { statementOfMotion } from '../../../../../../shared/domain/meetings/statement-of-motion.ts'
import { voteIdOf } from '../../../../../../shared/domain/meetings/vote.ts'
import { asSigned } from '../../../../../builders/a-ballot.ts'
import type { Actor } from '../../../../../../shared/domain/decision.ts'
import { documentFieldsOf } from '../../../../../builders/a-document.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { callDetailsOf, MeetingRoom } from '../../../../../builders/a-meeting.ts'
import { lawCase, lawfully, people, type LawOffice } from './office.ts'

function roomOf(office: LawOffice): MeetingRoom {
  office.appoint(anActor('secretary', 'drafter'))
  return new MeetingRoom(office.world)
}

const call = (room: MeetingRoom, shortNotice = ''): ReturnType<MeetingRoom['act']> =>
  room.act(room.secretary, 'call', { shortNotice })

/** The meeting of the letter `l1`, taken up by its unit head. */
function attending(office: LawOffice): void {
  office.presented()
  lawfully(office.direct())
  lawfully(attend(office, people.head))
}

/** A meeting whose secretary names a document of this kind as the letter that invites to it. */
function inviting(office: LawOffice, kind: string): ReturnType<MeetingRoom['act']> {
  const room = roomOf(office)
  room.called()
  lawfully(office.document(room.secretary, 'create', { kind, fields: documentFieldsOf() }, 'gm'))
  const agencies = [{ code: 'H77.02', name: 'Sở Tài chính' }]
  return room.act(room.secretary, 'inviteAgencies', { document: 'gm', agencies })
}

const GUEST = 'an@truong.example'
const SETTLED = { address: GUEST, isTaken: true }

/** A meeting with one guest from outside, and an answer from this address. */
function replying(
  office: LawOffice,
  address: string,
  proposal: { from: string; until: string } | null = null,
): ReturnType<MeetingRoom['act']> {
  const room = roomOf(office)
  room.called({ outsiders: [{ name: 'Nguyễn Văn An', agency: 'Trường Cao đẳng', address: GUEST }] })
  const said = { attendance: 'coming', words: '', proposal, saidAt: '2026-11-16T02:00:00.000Z' }
  return room.act(room.secretary, 'noteReply', { address, ...said })
}

function attend(office: LawOffice, actor: Actor): ReturnType<MeetingRoom['act']> {
  const members = [{ post: 'head', part: 'member' as const }]
  const details = callDetailsOf({ letter: 'l1', chair: 'head', members, quorum: null })
  const elsewhere = { agency: 'Sở Tài chính', chair: 'Giám đốc Sở', people: '' }
  return office.world.act(actor, 'meeting', 'l1', 'meeting.attend', { details, elsewhere })
}

/** A question is open, and somebody puts in the vote of a member who is there unless named otherwise. */
function entering(
  office: LawOffice,
  actor?: Actor,
  asked: object = {},
  voter = 'leader',
): ReturnType<MeetingRoom['act']> {
  const room = roomOf(office)
  room.voting(asked)
  return enterFor(room, actor ?? room.secretary, voter)
}

/** For a member who was checked in when the question was put already. */
function enteringAfterCheckIn(office: LawOffice, isRemote: boolean): ReturnType<MeetingRoom['act']> {
  const room = roomOf(office)
  room.voting()
  room.must(room.secretary, 'checkIn', { post: 'head', isRemote })
  return enterFor(room, room.secretary, 'head')
}

const enterFor = (room: MeetingRoom, actor: Actor, voter: string): ReturnType<MeetingRoom['act']> =>
  room.world.act(actor, 'vote', voteIdOf(room.id, 'q1', voter), 'vote.enter', {
    ...{ meeting: room.id, item: 'i1', motion: 'q1', voter, choice: 'yes', words: '' },
  })

/** A member votes once the vote is closed, at a time before; some have voted by then. */
function votingLate(office: LawOffice, voted: readonly string[]): ReturnType<MeetingRoom['act']> {
  const room = roomOf(office)
  room.voting()
  if (voted.includes('leader')) lawfully(room.vote(people.leader, 'yes'))
  room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
  return room.vote(people.leader, 'no')
}

const signedVote = (room: MeetingRoom, isSigned: boolean): ReturnType<MeetingRoom['act']> => {
  room.voting({ isSigned: true })
  const meeting = room.world.look('meeting', room.id) as Meeting
  const item = meeting.items[0]
  const motion = item?.motions[0]
  if (item === undefined || motion === undefined) throw new Error('no motion')
  const { post, person } = people.head
  const said = { choice: 'yes' as const, reasons: '', post, person, at: room.world.at }
  const signed = asSigned(statementOfMotion(meeting, item, motion, said))
  const vote = { meeting: room.id, item: item.id, motion: motion.id, choice: 'yes', words: '' }
  return room.world.act(people.head, 'vote', voteIdOf(room.id, motion.id, post), 'vote.cast', {
    ...vote,
    ...(isSigned ? { signed } : {}),
  })
}

/** Writes the proceedings of an item in the place of what is said to stand there. */
const proceeding = (office: LawOffice, over: string) => {
  office.appoint(anActor('secretary', 'drafter'))
  const room = new MeetingRoom(office.world)
  room.opened()
  return room.act(room.secretary, 'recordProceedings', {
    ...{ item: 'i1', over: sha256Hex(over), text: 'Đồng chí Bình nhất trí.' },
  })
}

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
    'meeting-elsewhere',
    (office) => {
      attending(office)
      return office.world.act(people.head, 'meeting', 'l1', 'meeting.open', {})
    },
    (office) => {
      attending(office)
      office.world.at = '2026-11-23T01:00:00.000Z'
      return office.world.act(people.head, 'meeting', 'l1', 'meeting.close', {})
    },
  ),
  lawCase(
    'invitation-letter-missing',
    (office) => inviting(office, 'cong-van'),
    (office) => inviting(office, 'giay-moi'),
  ),
  lawCase(
    'outsider-unknown',
    (office) => replying(office, 'khach.la@truong.example'),
    (office) => replying(office, GUEST),
  ),
  lawCase(
    'proceedings-changed',
    (office) => proceeding(office, 'what nobody wrote'),
    (office) => proceeding(office, ''),
  ),
  lawCase(
    'proposal-missing',
    (office) => {
      replying(office, GUEST)
      return new MeetingRoom(office.world).act(anActor('secretary', 'drafter'), 'settleProposal', SETTLED)
    },
    (office) => {
      replying(office, GUEST, { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T04:00:00.000Z' })
      return new MeetingRoom(office.world).act(anActor('secretary', 'drafter'), 'settleProposal', SETTLED)
    },
  ),
  lawCase(
    'invitation-taken',
    (office) => {
      attending(office)
      return attend(office, people.leader)
    },
    (office) => {
      office.presented()
      lawfully(office.direct())
      return attend(office, people.leader)
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
    'vote-unsigned',
    (office) => signedVote(roomOf(office), false),
    (office) => signedVote(roomOf(office), true),
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
    'vote-entered-by-secretary',
    (office) => entering(office, people.director),
    (office) => entering(office),
  ),
  lawCase(
    'vote-signature-asked',
    (office) => entering(office, undefined, { isSigned: true }),
    (office) => entering(office),
  ),
  lawCase(
    'vote-entered-absent',
    (office) => entering(office, undefined, {}, 'head'),
    (office) => entering(office),
  ),
  lawCase(
    'vote-stands',
    (office) => votingLate(office, ['leader']),
    (office) => votingLate(office, []),
  ),
  lawCase(
    'vote-entered-late',
    (office) => {
      lawfully(entering(office))
      const room = new MeetingRoom(office.world)
      room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
      return enterFor(room, room.secretary, 'leader')
    },
    (office) => entering(office),
  ),
  lawCase(
    'vote-entered-remote',
    (office) => enteringAfterCheckIn(office, true),
    (office) => entering(office),
  ),
  lawCase(
    'vote-entered-newcomer',
    (office) => enteringAfterCheckIn(office, false),
    (office) => entering(office),
  ),
  lawCase(
    'own-vote-stands',
    (office) => {
      lawfully(entering(office))
      const room = new MeetingRoom(office.world)
      lawfully(room.vote(people.leader, 'yes'))
      return enterFor(room, room.secretary, 'leader')
    },
    (office) => {
      lawfully(entering(office))
      const room = new MeetingRoom(office.world)
      return enterFor(room, room.secretary, 'leader')
    },
  ),
  lawCase(
    'own-answer-stands',
    (office) => {
      const room = roomOf(office)
      room.called()
      room.must(people.head, 'answer', { attendance: 'coming', reason: '', substitute: null })
      return room.act(room.secretary, 'answerFor', { post: 'head', attendance: 'remote', reason: '' })
    },
    (office) => {
      const room = roomOf(office)
      room.called()
      return room.act(room.secretary, 'answerFor', { post: 'head', attendance: 'remote', reason: '' })
    },
  ),
]
