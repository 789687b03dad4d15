import { expect, it } from 'vitest'
import { handOverMinutesPage, submissionIndexPage } from '../../../../../shared/domain/format/record-forms.ts'

const head = { superior: 'UBND tỉnh Thử', agency: 'Sở Thử', place: 'Thử Sơn', date: '2026-11-22' }

it('the index has the columns of the decree and counts its files', () => {
  const line = { notation: '01.TCBC', title: 'Hồ sơ <A>', startedOn: '2026-01-05', endedOn: '2026-11-01' }
  const html = submissionIndexPage(head, [{ ...line, retention: 'permanent', itemCount: 3 }], {
    maker: 'Lê Thử',
    fonts: '',
  })
  for (const words of [
    'MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU',
    'Số, ký hiệu hồ sơ',
    'Thời hạn bảo quản',
    'Hồ sơ &#60;A&#62;',
    'Vĩnh viễn',
    '05/01/2026 – 01/11/2026',
    'Mục lục này gồm: 1 hồ sơ',
  ])
    expect(html).toContain(words)
})

it('the minutes name both sides and everything handed over', () => {
  const html = handOverMinutesPage(
    head,
    {
      giver: 'Lê Thử',
      receivers: ['Trần Thử'],
      bases: ['Điều 30 Nghị định số 30/2020/NĐ-CP'],
      mass: 'Hồ sơ công việc',
      span: '2026',
      quantity: '1 hồ sơ',
      condition: 'Đầy đủ',
      lines: [{ what: 'Hồ sơ', title: '01.TCBC', to: 'Trần Thử' }],
    },
    '',
  )
  for (const words of ['BÊN GIAO: Lê Thử', 'BÊN NHẬN: Trần Thử', '5. Mục lục', 'ĐẠI DIỆN BÊN NHẬN'])
    expect(html).toContain(words)
})
