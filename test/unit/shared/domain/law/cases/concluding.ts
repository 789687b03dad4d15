import { aPdf } from '../../../../../builders/a-document.ts'
import { ConcludedRoom } from '../../../../../builders/a-concluded-meeting.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { lawCase, people, type LawOffice, type Outcome } from './office.ts'

type Story = (room: ConcludedRoom) => Outcome
const inRoom = (story: Story) => (office: LawOffice) => {
  office.appoint(anActor('secretary', 'drafter'))
  const room = new ConcludedRoom(office.world)
  room.concluded()
  return story(room)
}
const amend = (room: ConcludedRoom): Outcome =>
  room.act(people.head, 'amend', { amendment: 'a1', item: 'i1', text: 'Sửa số liệu' })
const submit = (room: ConcludedRoom): Outcome =>
  room.world.act(room.secretary, 'document', 'minutes', 'document.submit', { note: '' })
const lock = (room: ConcludedRoom): Outcome => room.act(room.secretary, 'lockMinutes')
const settle = (room: ConcludedRoom): Outcome =>
  room.act(room.secretary, 'settleAmendment', { amendment: 'a1', isTaken: true, words: '' })
const give = (room: ConcludedRoom, item: string, by = people.director): Outcome =>
  room.act(by, 'giveTasks', {
    works: [{ item, parts: [{ post: 'head', role: 'lead' }], text: 'Hoàn thiện đề án', deadline: null }],
  })
const fix = (room: ConcludedRoom): Outcome =>
  room.act(people.node, 'fixMinutes', { document: 'minutes', pdf: aPdf('b') })

/** Rules of what becomes of a meeting: its minutes, the notice of its conclusions, tasks, the work file. */
export const concluding = [
  lawCase(
    'minutes-document-missing',
    inRoom((room) => room.draftOf('minutes', { kind: 'cong-van' })),
    inRoom((room) => room.draftOf('minutes')),
  ),
  lawCase(
    'notice-document-missing',
    inRoom((room) => room.draftOf('notice', { kind: 'bao-cao' })),
    inRoom((room) => room.draftOf('notice')),
  ),
  lawCase(
    'minutes-missing',
    inRoom((room) => room.act(room.secretary, 'sendMinutes', { until: null })),
    inRoom((room) => {
      room.withPaper('minutes')
      return room.act(room.secretary, 'sendMinutes', { until: null })
    }),
  ),
  lawCase(
    'minutes-not-locked',
    inRoom((room) => {
      room.withPaper('minutes')
      return submit(room)
    }),
    inRoom((room) => {
      room.locked()
      return submit(room)
    }),
  ),
  lawCase(
    'minutes-locked',
    inRoom((room) => {
      room.locked()
      return amend(room)
    }),
    inRoom((room) => {
      room.withPaper('minutes')
      return amend(room)
    }),
  ),
  lawCase(
    'minutes-round-open',
    inRoom((room) => {
      room.withPaper('minutes')
      return lock(room)
    }),
    inRoom((room) => {
      room.withPaper('minutes')
      room.must(room.secretary, 'sendMinutes', { until: null })
      return lock(room)
    }),
  ),
  lawCase(
    'minutes-differ',
    inRoom((room) => {
      room.locked()
      room.rewritten()
      return submit(room)
    }),
    inRoom((room) => {
      room.locked()
      return submit(room)
    }),
  ),
  lawCase(
    'amendment-settled',
    inRoom((room) => {
      amend(room)
      settle(room)
      return settle(room)
    }),
    inRoom((room) => {
      amend(room)
      return settle(room)
    }),
  ),
  lawCase(
    'tasks-by-chair',
    inRoom((room) => give(room, 'i1', room.secretary)),
    inRoom((room) => {
      room.fixed()
      return give(room, 'i1', room.secretary)
    }),
  ),
  lawCase(
    'amendment-late',
    inRoom((room) => {
      room.withPaper('minutes')
      room.must(room.secretary, 'sendMinutes', { until: '2026-11-17' })
      room.world.at = '2026-11-18T01:00:00.000Z'
      return amend(room)
    }),
    inRoom((room) => {
      room.withPaper('minutes')
      room.must(room.secretary, 'sendMinutes', { until: '2026-11-17' })
      return amend(room)
    }),
  ),
  lawCase(
    'minutes-not-signed',
    inRoom((room) => {
      room.withPaper('minutes')
      return fix(room)
    }),
    inRoom((room) => {
      room.signed()
      return fix(room)
    }),
  ),
  lawCase(
    'minutes-fixed',
    inRoom((room) => {
      room.fixed()
      return amend(room)
    }),
    inRoom(amend),
  ),
  lawCase(
    'meeting-document-named',
    inRoom((room) => {
      room.withPaper('minutes')
      return room.act(room.secretary, 'nameDocument', { paper: 'minutes', document: 'another' })
    }),
    inRoom((room) => {
      room.withPaper('minutes')
      return room.act(room.secretary, 'nameDocument', { paper: 'minutes', document: 'minutes' })
    }),
  ),
  lawCase(
    'item-not-concluded',
    inRoom((room) => give(room, 'i2')),
    inRoom((room) => give(room, 'i1')),
  ),
  lawCase(
    'item-not-decided',
    inRoom((room) => room.nameDecision('i2')),
    inRoom((room) => {
      room.decisionOn('i1')
      return room.nameDecision('i1')
    }),
  ),
  lawCase(
    'decision-document-missing',
    inRoom((room) => room.decisionOn('i1', { kind: 'thong-bao' })),
    inRoom((room) => room.decisionOn('i1')),
  ),
  lawCase(
    'meeting-papers-not-issued',
    inRoom((room) => {
      room.fixed()
      return room.act(room.secretary, 'file', { file: 'f1' })
    }),
    inRoom((room) => {
      room.issued()
      room.intoFile()
      return room.act(room.secretary, 'file', { file: 'f1' })
    }),
  ),
  lawCase(
    'meeting-not-in-file',
    inRoom((room) => {
      room.issued()
      room.intoFile(false)
      return room.act(room.secretary, 'file', { file: 'f1' })
    }),
    inRoom((room) => {
      room.issued()
      room.intoFile()
      return room.act(room.secretary, 'file', { file: 'f1' })
    }),
  ),
]
