import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import { addWorkingDays } from '#shared/domain/calendar/working-calendar.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { letterPage } from '../sample-pdf/letter-page.ts'
import { PROVINCE_PLACE } from '../province/people.ts'
import { sendIn } from './outside-letters.ts'
import type { Scene } from './scene.ts'

/** What a clerk does with the registers beside the daily letters: a number voided, a line corrected, letters on paper. */
export async function keepRegisters(scene: Scene, registered: AggregateRef): Promise<void> {
  const { act, books } = scene
  await act('clerk', books.incoming, 'book.voidNumber', {
    reason: 'Đã đóng dấu đến lên bì thư gửi nhầm địa chỉ, bưu điện nhận lại bì.',
  })
  await act('clerk', registered, 'letter.correct', {
    column: 'subject',
    value: 'hướng dẫn bố trí công chức tư pháp – hộ tịch cấp xã',
    reason: 'Ghi thiếu trích yếu khi vào sổ',
  })
  const petition = await bringIn(scene, {
    from: 'Hội Sinh vật cảnh tỉnh Minh Giang',
    number: '17',
    symbol: 'HSVC-VP',
    subject: 'đề nghị xác nhận nhân sự Đại hội nhiệm kỳ mới',
    signer: 'Trần Văn Cảnh',
  })
  await act('clerk', books.incoming, 'book.assignNumber', { subject: petition.id })
  await act('clerk', petition, 'letter.takeNumber', {
    book: books.incoming.id,
    presentTo: scene.post('deputy').id,
  })
}

interface PaperLetter {
  readonly from: string
  readonly number: string
  readonly symbol: string
  readonly subject: string
  readonly signer: string
}

/** A letter on paper as the clerk scanned it, accepted. */
async function bringIn(scene: Scene, paper: PaperLetter): Promise<AggregateRef> {
  const { node, agency, clock, act, newId } = scene
  const date = localDateOf(instantFrom(clock.now()))
  const page = await letterPage({
    superior: '',
    agency: paper.from.replace(/ tỉnh Minh Giang$/, '').toLocaleUpperCase('vi'),
    code: `${paper.number}/${paper.symbol}`,
    place: PROVINCE_PLACE,
    date,
    subject: paper.subject,
    addressees: [agency.agency.name],
    body: [`${paper.from} ${paper.subject}.`],
    receivers: ['Như trên', 'Lưu: VP'],
    signatureLines: ['CHỦ TỊCH'],
    signerName: paper.signer,
  })
  const file = await node.blobs.keep(agency.agency.id, [page.bytes], 'application/pdf')
  const letter: AggregateRef = { kind: 'letter', id: newId() }
  const content: Letter['content'] = {
    from: { code: '', name: paper.from },
    to: agency.agency.codes[0] ?? '',
    documentId: '',
    number: paper.number,
    symbol: paper.symbol,
    issuedOn: date,
    typeName: 'Công văn',
    subject: paper.subject,
    summary: '',
    signer: { authority: '', title: 'CHỦ TỊCH', name: paper.signer },
    dueDate: null,
    urgency: 'normal',
    pages: 1,
    receivers: [],
    answers: [],
    deviations: [],
  }
  const scan = {
    name: `${paper.number}-${paper.symbol}.pdf`,
    declaredType: 'application/pdf',
    file,
    verdict: null,
  }
  await act('clerk', letter, 'letter.bringIn', { content, files: [scan] })
  await act('clerk', letter, 'letter.accept', { verdictSeen: 'unsigned' })
  return letter
}

/** The post of a morning: clean letters that wait to be registered together. */
export async function morningPost(scene: Scene): Promise<void> {
  await invitation(scene)
  for (const [from, number, subject, signer] of [
    ['T86.04', 1931, 'thẩm định dự toán kinh phí đào tạo năm 2027', 'Hoàng Đức Thiện'],
    ['T86.06', 802, 'lấy ý kiến dự thảo quyết định phân cấp quản lý viên chức', 'Đinh Thị Thảo'],
    ['T86.07', 2058, 'báo cáo số lượng bác sĩ nghỉ việc quý III', 'Nghiêm Thị Thoa'],
    ['T86.08', 1344, 'đề nghị tuyển dụng giáo viên đợt 2', 'Phùng Thị Hạnh'],
    ['T86.21', 152, 'xin ý kiến về hợp đồng lao động tại phường', 'Thái Văn Nghĩa'],
  ] as const)
    await sendIn(scene, {
      from,
      number,
      subject,
      body: [`Kính đề nghị Sở Nội vụ ${subject}.`],
      signer,
    })
}

/** A letter that invites to a meeting in some days, with its time, place and chair as offices write them, and the one by which it is moved. */
async function invitation(scene: Scene): Promise<void> {
  const today = localDateOf(instantFrom(scene.clock.now()))
  const [year, month, day] = addWorkingDays(workingCalendar(undefined, today), today, 4).split('-')
  await sendIn(scene, {
    from: 'T86.02',
    number: 3412,
    subject: 'mời dự họp rà soát tiến độ sắp xếp đơn vị sự nghiệp',
    body: [
      'Văn phòng Ủy ban nhân dân tỉnh trân trọng kính mời lãnh đạo Sở Nội vụ dự họp rà soát tiến độ sắp xếp đơn vị sự nghiệp công lập.',
      `Thời gian: 14 giờ 00, ngày ${day}/${month}/${year}.`,
      'Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh.',
      'Chủ trì: Đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh.',
      'Đề nghị Sở Nội vụ chuẩn bị báo cáo tiến độ.',
    ],
    signer: 'Tống Phước Lộc',
  })
  await sendIn(scene, {
    from: 'T86.02',
    number: 3425,
    subject: 'thay đổi thời gian, địa điểm họp rà soát tiến độ sắp xếp đơn vị sự nghiệp',
    body: [
      `Cuộc họp rà soát tiến độ sắp xếp đơn vị sự nghiệp công lập lúc 14 giờ 00, ngày ${day}/${month}/${year} được chuyển sang 16 giờ 00 cùng ngày tại Phòng họp số 5, trụ sở Ủy ban nhân dân tỉnh.`,
      'Các nội dung khác giữ nguyên.',
    ],
    signer: 'Tống Phước Lộc',
  })
}
