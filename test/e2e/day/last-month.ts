import { issue } from '../../../backbone/practice/first-day/issue.ts'
import { direct, finish } from '../../../backbone/practice/first-day/letter-acts.ts'
import { sendIn } from '../../../backbone/practice/first-day/outside-letters.ts'
import type { Scene } from '../../../backbone/practice/first-day/scene.ts'
import type { AggregateRef } from '../../../shared/log/command.ts'

const LETTERS = [
  ['T86.04', 1701, 'phối hợp quyết toán kinh phí đào tạo quý III', 'Hoàng Đức Thiện'],
  ['T86.06', 702, 'rà soát thủ tục hành chính lĩnh vực nội vụ', 'Đinh Thị Thảo'],
  ['T86.07', 1802, 'bố trí viên chức trạm y tế sau sắp xếp', 'Nghiêm Thị Thoa'],
  ['T86.08', 1203, 'cử giáo viên dự lớp bồi dưỡng', 'Phùng Thị Hạnh'],
  ['T86.09', 604, 'góp ý quy chế quản lý chữ ký số', 'Kiều Minh Trí'],
  ['T86.21', 105, 'hướng dẫn chế độ công chức phường', 'Thái Văn Nghĩa'],
] as const

/** The books of last month and of today, and in the former a month of business: letters done with, a line corrected, a number voided, three issued. */
export async function lastMonth(scene: Scene, thisYear: number): Promise<void> {
  const { act, books } = scene
  await openBooks(scene, scene.year)
  if (thisYear !== scene.year) await openBooks(scene, thisYear)
  const letters: AggregateRef[] = []
  for (const [from, number, subject, signer] of LETTERS) {
    const letter = await sendIn(scene, {
      from,
      number,
      subject,
      body: [`Kính đề nghị Sở Nội vụ ${subject}.`],
      signer,
    })
    await direct(scene, letter, {
      by: 'director',
      text: 'Đồng chí Long tham mưu, trình Trưởng phòng.',
      lead: 'second-specialist',
      withinDays: 5,
    })
    await finish(scene, letter, 'second-specialist', 'Đã trả lời')
    letters.push(letter)
  }
  const [corrected] = letters
  if (corrected === undefined) throw new RangeError('no letter')
  await act('clerk', corrected, 'letter.correct', {
    column: 'subject',
    value: 'phối hợp quyết toán kinh phí đào tạo, bồi dưỡng quý III',
    reason: 'Ghi thiếu trích yếu khi vào sổ',
  })
  await act('clerk', books.incoming, 'book.voidNumber', {
    reason: 'Đã đóng dấu đến lên bì thư gửi nhầm địa chỉ, bưu điện nhận lại bì.',
  })
  for (const subject of [
    'đôn đốc gửi số liệu biên chế quý III',
    'thông báo lịch thi nâng ngạch công chức',
    'trả lời kiến nghị về phụ cấp công vụ',
  ])
    await issue(scene, {
      subject,
      addressees: ['Sở Tài chính tỉnh Minh Giang'],
      recipients: [{ code: 'T86.04', name: 'Sở Tài chính tỉnh Minh Giang' }],
      body: [`Sở Nội vụ ${subject}.`, 'Trân trọng phối hợp.'],
    })
}

async function openBooks({ act, agency }: Scene, year: number): Promise<void> {
  for (const [direction, name] of [
    ['outgoing', 'Văn bản đi'],
    ['incoming', 'Văn bản đến'],
  ] as const) {
    const id = `${agency.agency.id}-${direction === 'outgoing' ? 'out' : 'in'}-${year}`
    await act('clerk', { kind: 'book', id }, 'book.open', {
      year,
      name: `${name} ${year}`,
      direction,
      startAfter: 0,
    })
  }
}
