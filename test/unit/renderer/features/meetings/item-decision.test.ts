import { beforeEach, expect, test } from 'vitest'
import { missingDecisionParts } from '#shared/domain/documents/decision-text.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { bodyText } from '#shared/domain/format/body.ts'
import { textOfBody } from '../../../../../renderer/features/drafting/use-cases/text-of-body.ts'
import { itemDecision } from '../../../../../renderer/features/meetings/use-cases/item-decision.ts'
import { ConcludedRoom } from '../../../../builders/a-concluded-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../../../shared/domain/law/cases/office.ts'

const director = { id: 'director', name: 'Nguyễn Thu Hà', title: 'Giám đốc', unit: 'u0' } as Post
const head = { id: 'head', name: 'Lê Thị Cúc', title: 'Trưởng phòng', unit: 'tcbc' } as Post
const units = [{ id: 'tcbc', name: 'Phòng Tổ chức' }] as unknown as readonly Unit[]

let room: ConcludedRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new ConcludedRoom(office.world)
})
const drafted = (as: 'decision' | 'resolution' = 'decision') => {
  const meeting = room.state()
  return itemDecision(
    { meeting, item: meeting.items[0]!, people: [director, head] },
    { agency: as === 'decision' ? 'Sở Nội vụ' : 'Hội đồng Khoa học', as, proposer: head, units },
    { number: String },
  )
}
const linesOf = (as?: 'decision' | 'resolution'): readonly string[] => bodyText(drafted(as).body).split('\n')
const motion = { item: 'i1', motion: 'q1' }

/** Two of three members agreed in the open. */
function carried(): void {
  room.voting({ question: 'Thông qua Đề án vị trí việc làm?' })
  for (const member of [people.director, people.leader]) room.vote(member, 'yes')
  room.must(room.secretary, 'closeVote', motion)
  room.must(room.secretary, 'declareVote', motion)
}

test('what the chair concluded is the first article, and the conclusion with its meeting and day the last basis', () => {
  room.concluded('Giao Phòng Tổ chức hoàn thiện đề án;\ntrình trước ngày 05/12')
  expect(drafted().subject).toBe('Về việc nội dung i1')
  expect(linesOf()).toEqual([
    'Căn cứ … quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ;',
    'Căn cứ …;',
    'Căn cứ kết luận của Giám đốc Nguyễn Thu Hà tại cuộc họp giao ban tháng 11 ngày 16 tháng 11 năm 2026;',
    'Theo đề nghị của Trưởng phòng Tổ chức.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Giao Phòng Tổ chức hoàn thiện đề án;',
    'trình trước ngày 05/12.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    'Điều 3. Trưởng phòng Tổ chức và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
  ])
})

test('what was voted on names the tally with its meeting and day; without a written conclusion the question is decided', () => {
  carried()
  room.must(room.secretary, 'close')
  expect(drafted('resolution').subject).toBe('Về việc thông qua Đề án vị trí việc làm')
  const lines = linesOf('resolution')
  expect(lines[2]).toBe(
    'Căn cứ kết quả biểu quyết của 3 thành viên tại cuộc họp giao ban tháng 11 ngày 16 tháng 11 năm 2026: 2 thành viên đồng ý, 0 thành viên không đồng ý, 0 thành viên có ý kiến khác, 1 thành viên không biểu quyết;',
  )
  expect(lines.slice(4, 6)).toEqual(['QUYẾT NGHỊ:', 'Điều 1. Thông qua Đề án vị trí việc làm.'])
})

test('the conclusion is decided in its own words where it was voted on as well', () => {
  carried()
  room.must(room.secretary, 'conclude', { item: 'i1', text: 'Ban hành Đề án từ 01/01/2027.', publish: true })
  room.must(room.secretary, 'close')
  expect(linesOf()[2]).toContain('kết quả biểu quyết')
  expect(linesOf()[5]).toBe('Điều 1. Ban hành Đề án từ 01/01/2027.')
})

test('a secret vote is told by its numbers alone', () => {
  room.voting({ isSecret: true })
  const tally = { yes: 2, no: 1, other: 0, counters: ['secretary'] }
  room.must(room.secretary, 'recordTally', { ...motion, tally })
  room.must(room.secretary, 'declareVote', motion)
  room.must(room.secretary, 'close')
  expect(linesOf()[2]).toBe(
    'Căn cứ kết quả biểu quyết kín của 3 thành viên tại cuộc họp giao ban tháng 11 ngày 16 tháng 11 năm 2026: 2 thành viên đồng ý, 1 thành viên không đồng ý, 0 thành viên có ý kiến khác, 0 thành viên không bỏ phiếu;',
  )
})

test('items adopted together are decided by their titles', () => {
  room.called()
  for (const post of ['director', 'leader']) room.must(room.secretary, 'checkIn', { post, isRemote: false })
  room.must(room.secretary, 'open')
  room.must(room.secretary, 'adoptTogether', { items: ['i1', 'i2'] })
  room.must(room.secretary, 'close')
  expect(linesOf()[5]).toBe('Điều 1. Thông qua Nội dung i1.')
})

test('the form lacks nothing but the legal bases, which nobody can write for the drafter', () => {
  room.concluded()
  expect(missingDecisionParts(textOfBody(drafted().body))).toEqual(['bases'])
  expect(missingDecisionParts(textOfBody(drafted('resolution').body), 'nghi-quyet')).toEqual(['bases'])
})
