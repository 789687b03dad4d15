import type { DocumentRowView } from '../../ui/document-row.tsx'
import type { ListEntry } from '../../ui/list-entries.ts'

type Row = DocumentRowView & { readonly id: string }

const first: readonly Row[] = [
  {
    id: '412',
    from: 'Văn phòng UBND tỉnh',
    number: '412/VP-TH',
    subject: 'Mời họp khẩn về phương án ứng phó mưa lũ tại các xã hạ du sông Lam',
    isUnread: true,
    deadline: { kind: 'flash', time: '10:00' },
    attachments: 1,
    verdict: 'valid',
  },
  {
    id: '1286',
    from: 'UBND tỉnh Sông Lam',
    number: '1286/UBND-NC',
    subject: 'Rà soát biên chế công chức cấp xã sau sắp xếp',
    isUnread: true,
    urgency: 'urgent',
    deadline: { kind: 'due', days: 4 },
    attachments: 2,
    verdict: 'valid',
  },
  {
    id: '5127',
    from: 'Bộ Nội vụ',
    number: '5127/BNV-TCBC',
    subject: 'Báo cáo tình hình sử dụng biên chế cấp xã tính đến 31/10/2026',
    isUnread: true,
    deadline: { kind: 'due', days: 3 },
    attachments: 3,
    verdict: 'valid',
  },
]

const today: readonly Row[] = [
  {
    id: '2208',
    from: 'Sở Tài chính',
    number: '2208/STC-HCSN',
    subject: 'Đề nghị cung cấp số liệu kinh phí tinh giản biên chế năm 2027',
    isUnread: true,
    deadline: { kind: 'shared', days: 7 },
    attachments: 1,
    verdict: 'valid',
  },
  {
    id: '87',
    from: 'UBND xã Đồng Vân',
    number: '87/UBND-VHXH',
    subject: 'Xin ý kiến về việc bố trí cán bộ không chuyên trách ở thôn',
    isUnread: true,
    deadline: { kind: 'inTime', days: 9 },
    verdict: 'warning',
  },
  {
    id: '143',
    from: 'UBND phường Bến Lam',
    number: '143/BC-UBND',
    subject: 'Báo cáo kết quả bầu trưởng thôn, tổ trưởng dân phố nhiệm kỳ 2026 – 2029',
    isUnread: true,
    attachments: 4,
    verdict: 'valid',
  },
  {
    id: '964',
    from: 'Sở Khoa học và Công nghệ',
    number: '964/SKHCN-CĐS',
    subject: 'Góp ý dự thảo Kế hoạch chuyển đổi số năm 2027',
    deadline: { kind: 'inTime', days: 11 },
    attachments: 1,
    verdict: 'valid',
  },
]

const friday: readonly Row[] = [
  {
    id: '65',
    from: 'UBND xã Thạch Khê Thượng',
    number: '65/TTr-UBND',
    subject: 'Tờ trình về việc thành lập Trung tâm Phục vụ hành chính công xã',
    deadline: { kind: 'overdue', days: 1 },
    attachments: 2,
    verdict: 'valid',
  },
  {
    id: '318',
    from: 'Trường Cao đẳng Sông Lam',
    number: '318/CĐSL-TCHC',
    subject: 'Đề nghị thẩm định đề án vị trí việc làm điều chỉnh',
    deadline: { kind: 'inTime', days: 14 },
    verdict: 'paper',
  },
  {
    id: '1755',
    from: 'Sở Y tế',
    number: '1755/SYT-TCCB',
    subject: 'Cử viên chức tham gia đoàn kiểm tra công vụ quý IV',
    deadline: { kind: 'due', days: 2 },
    verdict: 'unknown',
  },
  {
    id: '29',
    from: 'Hội Người cao tuổi tỉnh',
    number: '29/HNCT',
    subject: 'Thư mời dự tổng kết phong trào “Tuổi cao – Gương sáng”',
    verdict: 'paper',
  },
]

const rowsOf = (rows: readonly Row[]): readonly ListEntry<Row>[] =>
  rows.map((item) => ({ kind: 'row', id: item.id, item }))

export interface LetterHeadings {
  readonly first: string
  readonly today: string
  readonly friday: string
}

/** An invented morning in the incoming box. */
export function sampleLetters(headings: LetterHeadings): readonly ListEntry<Row>[] {
  return [
    { kind: 'group', id: 'group-first', label: headings.first },
    ...rowsOf(first),
    { kind: 'group', id: 'group-today', label: headings.today, detail: '16/11' },
    ...rowsOf(today),
    { kind: 'group', id: 'group-friday', label: headings.friday, detail: '13/11' },
    ...rowsOf(friday),
  ]
}
