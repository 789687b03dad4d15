import type { LetterContent } from '../../shared/domain/correspondence/letter.ts'
import { Choices } from './random.ts'

interface Issuer {
  readonly code: string
  readonly name: string
  readonly mark: string
  readonly units: readonly string[]
}

const province = 'tỉnh Minh Giang'
const departments: readonly (readonly [name: string, mark: string, ...units: string[]])[] = [
  ['Sở Nội vụ', 'SNV', 'TCBC', 'CCHC', 'VP', 'XDCQ'],
  ['Sở Tài chính', 'STC', 'QLNS', 'HCSN', 'TCĐT', 'VP'],
  ['Sở Giáo dục và Đào tạo', 'SGDĐT', 'TCCB', 'GDTH', 'GDTrH', 'KHTC'],
  ['Sở Y tế', 'SYT', 'NVY', 'TCCB', 'KHTC'],
  ['Sở Xây dựng', 'SXD', 'QLN', 'HTKT', 'KTXD'],
  ['Sở Nông nghiệp và Môi trường', 'SNNMT', 'TTBVTV', 'TL', 'QLĐĐ', 'BVMT'],
  ['Sở Khoa học và Công nghệ', 'SKHCN', 'CĐS', 'BCVT', 'QLKH'],
  ['Sở Công Thương', 'SCT', 'QLNL', 'QLTM', 'QLCN'],
  ['Sở Tư pháp', 'STP', 'XDKTVB', 'HCTP', 'PBGDPL'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL', 'QLVH', 'QLDL', 'TCPC'],
  ['Văn phòng Ủy ban nhân dân', 'VP', 'NC', 'KT', 'KGVX', 'TH'],
  ['Thanh tra', 'TTT', 'NV1', 'NV2', 'VP'],
  ['Ban Quản lý các khu công nghiệp', 'BQLKCN', 'QHXD', 'ĐT', 'VP'],
  ['Công an', 'CAT', 'PV01', 'PC06', 'PC07'],
  ['Bảo hiểm xã hội', 'BHXH', 'CST', 'KHTC'],
]
const ministries: readonly (readonly [string, string, string])[] = [
  ['Bộ Nội vụ', 'BNV', '000.00.00.G01'],
  ['Bộ Tài chính', 'BTC', '000.00.00.G12'],
  ['Bộ Giáo dục và Đào tạo', 'BGDĐT', '000.00.00.G14'],
  ['Bộ Y tế', 'BYT', '000.00.00.G18'],
  ['Bộ Tư pháp', 'BTP', '000.00.00.G15'],
  ['Bộ Khoa học và Công nghệ', 'BKHCN', '000.00.00.G06'],
  ['Văn phòng Chính phủ', 'VPCP', '000.00.00.G22'],
]
const communes = [
  'Mường Lĩnh',
  'Tân Hòa',
  'Đại Thắng',
  'Yên Khê',
  'Thượng Lâm',
  'Phú Xuyên',
  'Hòa Bắc',
  'Đồng Tâm',
  'Quảng Lưu',
  'Nậm Cắn',
  'Vĩnh Thịnh',
  'Khánh Thiện',
]
  .flatMap((name) => ['', ' Thượng', ' Hạ', ' Đông'].map((side) => name + side))
  .map((name, index) => ({ name: `${index % 5 === 0 ? 'phường' : 'xã'} ${name}` }))

/** Kinds by how often they are met. */
const kinds: readonly (readonly [name: string, mark: string, weight: number])[] = [
  ['Công văn', '', 60],
  ['Quyết định', 'QĐ', 10],
  ['Báo cáo', 'BC', 8],
  ['Kế hoạch', 'KH', 6],
  ['Thông báo', 'TB', 5],
  ['Tờ trình', 'TTr', 4],
  ['Giấy mời', 'GM', 4],
  ['Hướng dẫn', 'HD', 1],
  ['Chương trình', 'CTr', 1],
  ['Chỉ thị', 'CT', 1],
]

const acts = [
  'triển khai',
  'báo cáo kết quả',
  'góp ý dự thảo',
  'phối hợp rà soát',
  'cung cấp số liệu',
  'đăng ký nhu cầu',
  'tăng cường',
  'chấn chỉnh',
  'tổ chức tổng kết',
  'đôn đốc',
  'hướng dẫn thực hiện',
  'kiểm tra, giám sát',
  'phê duyệt',
  'xin ý kiến về',
  'trả lời kiến nghị cử tri về',
  'xử lý vướng mắc trong',
  'công bố danh mục',
  'đề nghị bổ sung hồ sơ',
  'lấy ý kiến thẩm định',
  'giải quyết đơn liên quan đến',
]
const matters = [
  'biên chế công chức, viên chức',
  'cải cách thủ tục hành chính',
  'đào tạo, bồi dưỡng cán bộ, công chức',
  'chuyển đổi số trong cơ quan nhà nước',
  'công tác văn thư, lưu trữ',
  'thi đua, khen thưởng',
  'sắp xếp đơn vị sự nghiệp công lập',
  'phòng, chống thiên tai và tìm kiếm cứu nạn',
  'giải ngân vốn đầu tư công',
  'quyết toán ngân sách nhà nước',
  'quản lý đất đai, giải phóng mặt bằng',
  'bồi thường, hỗ trợ và tái định cư',
  'phòng cháy, chữa cháy và cứu nạn, cứu hộ',
  'an toàn thực phẩm',
  'tiêm chủng mở rộng',
  'tuyển sinh vào lớp 10 trung học phổ thông',
  'kiên cố hóa trường, lớp học',
  'xây dựng nông thôn mới',
  'giảm nghèo bền vững',
  'bình đẳng giới và công tác trẻ em',
  'tiếp công dân, giải quyết khiếu nại, tố cáo',
  'phòng, chống tham nhũng, lãng phí, tiêu cực',
  'bảo vệ môi trường lưu vực sông',
  'quản lý khoáng sản làm vật liệu xây dựng',
  'phát triển nhà ở xã hội',
  'an toàn giao thông đường bộ',
  'hỗ trợ doanh nghiệp nhỏ và vừa',
  'khuyến công, xúc tiến thương mại',
  'cấp căn cước và định danh điện tử',
  'dịch vụ công trực tuyến toàn trình',
  'dữ liệu dân cư phục vụ chuyển đổi số',
  'di tích lịch sử, danh lam thắng cảnh',
  'phòng, chống dịch tả lợn châu Phi',
  'thủy lợi nội đồng và cấp nước sạch',
  'bảo hiểm y tế hộ gia đình',
  'người có công với cách mạng',
  'cháy rừng mùa khô',
  'hợp tác xã nông nghiệp',
  'chế độ tiền lương, phụ cấp',
  'đánh giá, xếp loại chất lượng cán bộ',
]
const scopes = [
  'trên địa bàn tỉnh',
  'đối với các xã biên giới',
  'tại các cơ quan chuyên môn',
  'thuộc thẩm quyền quản lý',
  'của các đơn vị trực thuộc',
  'tại khu công nghiệp Minh Giang',
  'theo kết luận của Thường trực Tỉnh ủy',
  'phục vụ kỳ họp Hội đồng nhân dân tỉnh',
]
const terms = ['quý I', 'quý II', 'quý III', 'quý IV', '6 tháng đầu năm', '9 tháng đầu năm', 'năm', 'đợt 2']
const clauses = [
  'thực hiện nghiêm các quy định của pháp luật',
  'gửi kết quả về cơ quan thường trực để tổng hợp',
  'chịu trách nhiệm trước cấp có thẩm quyền về số liệu báo cáo',
  'chủ động bố trí kinh phí trong dự toán được giao',
  'kịp thời báo cáo những khó khăn, vướng mắc phát sinh',
  'phân công một lãnh đạo trực tiếp chỉ đạo, theo dõi',
  'công khai trên cổng thông tin điện tử của đơn vị',
  'bảo đảm đúng tiến độ, chất lượng và hiệu quả',
  'tuyên truyền, vận động nhân dân tham gia',
  'rà soát, cập nhật đầy đủ hồ sơ trên hệ thống',
]
const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Vũ', 'Lò']
const middleNames = ['Văn', 'Thị', 'Minh', 'Đức', 'Thanh', 'Quốc', 'Hữu', 'Thu', 'Xuân', 'Ngọc']
const givenNames = [
  'An',
  'Bình',
  'Chiến',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hương',
  'Khánh',
  'Lâm',
  'Lụa',
  'Minh',
  'Nga',
  'Phúc',
  'Quyên',
  'Sơn',
  'Tuệ',
  'Thảo',
  'Trang',
  'Ước',
  'Vinh',
  'Yến',
]

const issuers: readonly Issuer[] = [
  ...departments.map(([name, mark, ...units], index): Issuer => ({
    code: `000.00.${String(index + 1).padStart(2, '0')}.H99`,
    name: `${name} ${province}`,
    mark,
    units,
  })),
  ...ministries.map(([name, mark, code]): Issuer => ({
    code,
    name,
    mark,
    units: ['VP', 'TH', 'PC', 'KHTC'],
  })),
  ...communes.map(({ name }, index): Issuer => ({
    code: `000.${String(index + 1).padStart(2, '0')}.40.H99`,
    name: `Ủy ban nhân dân ${name}`,
    mark: 'UBND',
    units: ['VP', 'KT', 'VHXH', ''],
  })),
]

/** Name of an invented person. */
export function aPersonName(choices: Choices): string {
  return [familyNames, middleNames, givenNames].map((names) => choices.of(names) ?? '').join(' ')
}

/** Documents of six years before the end of `until`, oldest first; the same seed makes the same ones. */
export function* vietnameseDocuments(count: number, seed: number, until: string): Generator<LetterContent> {
  const choices = new Choices(seed)
  const end = Date.parse(`${until}T00:00:00Z`)
  const span = 6 * 365 * 86_400_000
  const numbers = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const issuedOn = new Date(end - span + (span * index) / count).toISOString().slice(0, 10)
    yield sampleOf(choices, issuedOn, index, numbers)
  }
}

function sampleOf(
  choices: Choices,
  issuedOn: string,
  index: number,
  numbers: Map<string, number>,
): LetterContent {
  const issuer = choices.of(issuers) ?? { code: '', name: '', mark: '', units: [] }
  const [typeName, mark] = kindOf(choices)
  const year = issuedOn.slice(0, 4)
  const series = `${issuer.code} ${mark} ${year}`
  const number = (numbers.get(series) ?? 0) + 1 + choices.whole(12)
  numbers.set(series, number)
  const unit = choices.of(issuer.units) ?? ''
  const symbol =
    mark === '' ? [issuer.mark, unit].filter((part) => part !== '').join('-') : `${mark}-${issuer.mark}`
  const term = choices.of(terms) ?? ''
  const subject = [
    choices.of(acts),
    choices.of(matters),
    ...(choices.oneIn(2) ? [choices.of(scopes)] : []),
    term === 'đợt 2' ? term : `${term} ${year}`,
  ].join(' ')
  const signer = aPersonName(choices)
  return {
    from: { code: issuer.code, name: issuer.name },
    to: '000.00.15.H99',
    documentId: `${issuer.code},${issuedOn.replaceAll('-', '/')},${number}/${symbol},${index}`,
    number: String(number).padStart(2, '0'),
    symbol,
    issuedOn,
    typeName,
    subject: mark === '' ? `V/v ${subject}` : `${typeName} ${subject}`,
    summary: choices.oneIn(3) ? `${choices.of(clauses) ?? ''}; ${choices.of(matters) ?? ''}` : '',
    signer: { authority: '', title: 'GIÁM ĐỐC', name: signer },
    dueDate: choices.oneIn(4)
      ? new Date(Date.parse(issuedOn) + 10 * 86_400_000).toISOString().slice(0, 10)
      : null,
    urgency: choices.oneIn(12) ? 'urgent' : choices.oneIn(60) ? 'express' : 'normal',
    pages: 1 + choices.whole(5),
    receivers: ['Như trên', 'Lưu: VT'],
    answers: [],
    deviations: [],
  }
}

function kindOf(choices: Choices): readonly [name: string, mark: string] {
  let at = choices.whole(kinds.reduce((sum, [, , weight]) => sum + weight, 0))
  for (const [name, mark, weight] of kinds) {
    at -= weight
    if (at < 0) return [name, mark]
  }
  return ['Công văn', '']
}

/** Running text about a matter, some `words` words long. */
export function aBody(choices: Choices, words: number): string {
  const sentences: string[] = []
  let length = 0
  while (length < words) {
    const sentence = `${choices.of(acts) ?? ''} ${choices.of(matters) ?? ''} ${choices.of(scopes) ?? ''}, ${choices.of(clauses) ?? ''}.`
    sentences.push(sentence.charAt(0).toUpperCase() + sentence.slice(1))
    length += sentence.split(' ').length
  }
  return sentences.join(' ')
}
