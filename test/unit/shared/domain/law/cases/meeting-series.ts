import type { LetterContent } from '../../../../../../shared/domain/correspondence/letter.ts'
import { DeviationRule } from '../../../../../../shared/exchange/edxml/deviations.ts'
import { callDetailsOf, MeetingRoom } from '../../../../../builders/a-meeting.ts'
import { anIncomingLetter } from '../../../../../builders/an-incoming-letter.ts'
import { aDate } from '../../../../../builders/a-series.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { lawCase, lawfully, people, type LawOffice } from './office.ts'

const secretary = anActor('secretary', 'drafter')

function schedule(office: LawOffice, on: string, number: number): ReturnType<LawOffice['document']> {
  const { id, payload } = aDate(on, number)
  return office.world.act(secretary, 'meeting', id, 'meeting.schedule', payload)
}
function beginning(office: LawOffice): void {
  office.appoint(secretary)
  lawfully(schedule(office, '2026-11-23', 1))
  lawfully(schedule(office, '2026-11-30', 2))
}

/** A third meeting that goes on from the first of two that were held, then from this one. */
function following(office: LawOffice, next: string): ReturnType<LawOffice['document']> {
  office.appoint(secretary)
  for (const id of ['m1', 'm2']) {
    const held = new MeetingRoom(office.world, id)
    held.opened()
    held.must(secretary, 'close')
  }
  const room = new MeetingRoom(office.world, 'm3')
  room.called()
  const follow = (meeting: string) =>
    room.act(secretary, 'follow', { meeting, minutesTitle: 'Thông qua biên bản' })
  lawfully(follow('m1'))
  return follow(next)
}

const INVITATION = anIncomingLetter('l1').payload.content

/** The meeting of `l1`, and a later letter that moves it. */
function moving(
  office: LawOffice,
  content: Partial<LetterContent>,
  verdict = 'valid',
): ReturnType<LawOffice['document']> {
  office.presented()
  lawfully(office.direct())
  const members = [{ post: 'head', part: 'member' as const }]
  const details = callDetailsOf({ letter: 'l1', chair: 'head', members, quorum: null })
  const elsewhere = { agency: 'Sở Xa', chair: '', people: '' }
  lawfully(office.world.act(people.leader, 'meeting', 'l1', 'meeting.attend', { details, elsewhere }))
  office.arrived({ ...INVITATION, documentId: 'later', issuedOn: '2026-11-15', ...content }, verdict, 'l2')
  const goer = { ...people.leader, roles: ['leader', 'clerk'] as const }
  const payload = { letter: 'l2', change: { kind: 'changed', details: { place: 'Phòng 2' } } }
  return office.world.act(goer, 'meeting', 'l1', 'meeting.followLetter', payload)
}

/** Rules of series, of meetings that go on from earlier ones, and of letters that change a meeting. */
export const meetingSeries = [
  lawCase(
    'series-date-taken',
    (office) => {
      beginning(office)
      return schedule(office, '2026-11-30', 5)
    },
    (office) => {
      beginning(office)
      return schedule(office, '2026-12-21', 5)
    },
  ),
  lawCase(
    'meeting-follows-other',
    (office) => following(office, 'm2'),
    (office) => following(office, 'm1'),
  ),
  lawCase(
    'letter-other-sender',
    (office) => moving(office, { from: { code: '000.00.LA.T99', name: INVITATION.from.name } }),
    (office) => moving(office, {}),
  ),
  lawCase(
    'letter-older',
    (office) => moving(office, { issuedOn: '2026-11-10' }),
    (office) => moving(office, { issuedOn: '2026-11-14' }),
  ),
  lawCase(
    'letter-sender-unproven',
    (office) => moving(office, { deviations: [DeviationRule.senderUnproven] }),
    (office) => moving(office, {}),
  ),
  lawCase(
    'letter-not-accepted',
    (office) => moving(office, {}, 'unsigned'),
    (office) => moving(office, {}, 'valid'),
  ),
]
