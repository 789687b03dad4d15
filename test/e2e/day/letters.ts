import type { OutsideLetter } from '../../../backbone/practice/first-day/outside-letters.ts'

/** What the clerk has to do with a letter of the day. */
export type Fate =
  | 'register'
  /** Unsigned: only for reference, looked at by itself. */
  | 'reference'
  | 'return-invalid'
  | 'return-wrong'
  | 'return-twice'
  /** Bears a secrecy mark: never kept here. */
  | 'secret'

export interface DayLetter extends OutsideLetter {
  readonly fate: Fate
}

const senders = [
  'T86.02',
  'T86.04',
  'T86.06',
  'T86.07',
  'T86.08',
  'T86.09',
  'T86.10',
  'T86.11',
  'T86.21',
] as const
const signers = [
  'Tống Phước Lộc',
  'Hoàng Đức Thiện',
  'Đinh Thị Thảo',
  'Nghiêm Thị Thoa',
  'Phùng Thị Hạnh',
] as const
const acts = [
  'phối hợp rà soát',
  'góp ý dự thảo quy định về',
  'cung cấp số liệu',
  'báo cáo kết quả',
  'hướng dẫn thực hiện',
  'đăng ký nhu cầu',
  'thống nhất nội dung',
] as const
const matters = [
  'biên chế công chức cấp xã',
  'bồi dưỡng cán bộ quản lý',
  'sắp xếp đơn vị sự nghiệp',
  'thi đua, khen thưởng chuyên đề',
  'tuyển dụng viên chức giáo dục',
  'cải cách thủ tục hành chính',
  'chế độ phụ cấp công vụ',
  'quy hoạch cán bộ lãnh đạo',
] as const

export const asksAnswer = (letter: DayLetter): boolean =>
  letter.fate === 'register' && letter.answerWithinDays !== undefined

const FIRST_NUMBER = 7001
const CLEAN = 50
const of = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('the list is empty')
  return found
}

function letter(index: number, change: Partial<DayLetter> = {}): DayLetter {
  const from = of(senders, index)
  const subject = `${of(acts, index)} ${of(matters, Math.floor(index / acts.length))}`
  return {
    from,
    number: FIRST_NUMBER + index,
    subject,
    body: [`Kính đề nghị Sở Nội vụ ${subject}.`],
    signer: of(signers, index),
    fate: 'register',
    ...change,
  }
}

/** How pressing a clean letter is; two cannot wait, five more are urgent, ten ask for an answer. */
function pressing(index: number): Partial<DayLetter> {
  if (index < 2) return { urgency: 'express', answerWithinDays: 2 }
  if (index < 4) return { urgency: 'very-urgent' }
  if (index < 7) return { urgency: 'urgent' }
  return index < 17 ? { answerWithinDays: 2 + (index % 3) } : {}
}

const clean = Array.from({ length: CLEAN }, (_, index) => letter(index, pressing(index)))

/** The mail of the day that comes over the axis: 59 letters; one more comes on paper. */
export const mailOfTheDay: readonly DayLetter[] = [
  ...clean,
  ...['đề nghị thẩm định hồ sơ quyết toán', 'xác nhận hồ sơ người có công', 'điều chỉnh dự toán mua sắm'].map(
    (subject, index): DayLetter => letter(CLEAN + index, { subject, pdf: 'altered', fate: 'return-invalid' }),
  ),
  ...['hỗ trợ sửa chữa kênh mương nội đồng', 'cấp giống lúa vụ đông xuân'].map((subject, index): DayLetter =>
    letter(CLEAN + 3 + index, { from: 'T86.22', subject, fate: 'return-wrong' }),
  ),
  ...clean.slice(-2).map((one): DayLetter => ({
    ...one,
    documentId: `${one.from},gửi lại,${String(one.number)}`,
    fate: 'return-twice',
  })),
  letter(CLEAN + 5, {
    from: 'T86.23',
    subject: 'gửi bản chụp quyết định nghỉ hưu',
    pdf: 'unsigned',
    fate: 'reference',
  }),
  letter(CLEAN + 6, { subject: 'phối hợp bảo đảm an ninh', fileName: 'MẬT.pdf', fate: 'secret' }),
]

/** The letter that came by post this morning, as the scanner leaves it. */
export const paperLetter = {
  from: 'Hội Sinh vật cảnh tỉnh Minh Giang',
  number: '27',
  symbol: 'HSVC-VP',
  subject: 'xin xác nhận nhân sự Ban Chấp hành khóa mới',
  signer: 'Trần Văn Cảnh',
} as const
