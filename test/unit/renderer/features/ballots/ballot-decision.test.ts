import { expect, it } from 'vitest'
import { missingDecisionParts } from '#shared/domain/documents/decision-text.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { bodyText } from '#shared/domain/format/body.ts'
import { ballotDecision } from '../../../../../renderer/features/ballots/use-cases/ballot-decision.ts'
import { textOfBody } from '../../../../../renderer/features/drafting/use-cases/text-of-body.ts'

const result = {
  tally: { yes: 2, no: 1, other: 0, deemed: 1 },
  outcome: 'carried',
  deemed: ['head'],
  at: '2026-11-20T01:00:00.000Z',
} as const
const drafted = (question: string, proposer?: Post, as: 'decision' | 'resolution' = 'decision') =>
  ballotDecision(
    { ballot: { question, members: ['director', 'leader', 'deputy', 'head'] }, result },
    {
      ...{ agency: 'Sở Nội vụ', as, proposer },
      units: [{ id: 'tcbc', name: 'Phòng Tổ chức' }] as unknown as readonly Unit[],
    },
    { number: String },
  )
const head = { id: 'head', title: 'Trưởng phòng', unit: 'tcbc' } as Post

it('decides what was asked, on the result as a basis', () => {
  const { subject, body } = drafted('Thông qua Đề án vị trí việc làm?', head)
  expect(subject).toBe('Về việc thông qua Đề án vị trí việc làm')
  expect(bodyText(body).split('\n')).toEqual([
    'Căn cứ … quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ;',
    'Căn cứ …;',
    'Căn cứ kết quả lấy ý kiến 4 thành viên bằng phiếu, tổng hợp ngày 20 tháng 11 năm 2026: 2 thành viên đồng ý, 1 thành viên không đồng ý, 0 thành viên có ý kiến khác, 1 thành viên được coi là đồng ý do quá hạn;',
    'Theo đề nghị của Trưởng phòng Tổ chức.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Thông qua Đề án vị trí việc làm.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    'Điều 3. Trưởng phòng Tổ chức và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
  ])
})

it('lacks nothing but the legal bases, which nobody can write for the drafter', () => {
  expect(missingDecisionParts(textOfBody(drafted('thông qua?').body))).toEqual(['bases'])
})

it('keeps the further lines of a question below its first', () => {
  const { subject, body } = drafted('thông qua các nội dung sau:\nMột;\nHai?')
  expect(subject).toBe('Về việc thông qua các nội dung sau:')
  expect(bodyText(body)).toContain('Điều 1. Thông qua các nội dung sau:\nMột;\nHai.\nĐiều 2.')
  expect(bodyText(body)).toContain('Theo đề nghị của ….')
})

it('is a resolution where a collective decides', () => {
  const { body } = drafted('thông qua?', undefined, 'resolution')
  expect(bodyText(body)).toContain('QUYẾT NGHỊ:\nĐiều 1. Thông qua.\nĐiều 2. Nghị quyết này có hiệu lực')
  expect(missingDecisionParts(textOfBody(body), 'nghi-quyet')).toEqual(['bases'])
})
