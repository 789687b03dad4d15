/** Who plays what in the tour: people of the practice province, all invented. */
export const sender = {
  workspace: 'snv',
  name: 'Sở Nội vụ tỉnh Minh Giang',
  drafter: 'Phan Thị Mai Anh',
  head: 'Lương Quốc Bảo',
  signer: 'Đặng Thị Ngọc Hà',
  clerk: 'Hồ Thị Lụa',
} as const
export const receiver = {
  name: 'Sở Xây dựng tỉnh Minh Giang',
  clerk: 'Mai Thị Sen',
  leader: 'Trịnh Công Thành',
  specialist: 'Tạ Minh Quân',
} as const

/** Named in the directory, but no system exchanges for it: what is sent there must fail visibly. */
export const unknownReceiver = 'Hội Sinh vật cảnh tỉnh Minh Giang'

/** Subject of the document of the tour. */
export const SUBJECT = 'cung cấp số liệu biên chế công chức ngành xây dựng năm 2026'
export const BODY = [
  'Thực hiện kế hoạch công tác năm 2026 của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị Sở Xây dựng cung cấp số liệu biên chế công chức của ngành đến ngày 31 tháng 10 năm 2026.',
  'Số liệu gửi về Sở Nội vụ trước ngày 30 tháng 11 năm 2026 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.',
]

/** What lies on whose desk at the sender when the network goes. Letters and the task are of the first day of the province. */
export const atHand = {
  /** Only begun when the network is gone. */
  toSubmit: 'báo cáo biên chế khi mất mạng',
  /** Submitted on the first day. */
  toInitial: 'cử công chức tham gia lớp bồi dưỡng kiến thức quản lý nhà nước',
  toSign: 'góp ý kế hoạch tuyển dụng công chức',
  toNumber: 'trả lời kiến nghị về vị trí việc làm',
  toRegister: 'triển khai Nghị quyết của Hội đồng nhân dân tỉnh',
  toDirect: 'thỏa thuận bổ nhiệm Phó Giám đốc Bệnh viện',
  toFinish: 'cung cấp hồ sơ bổ nhiệm cán bộ',
  /** Issued on the first day; the letter to finish asks for an answer. */
  answer: '1287/SNV-TCBC',
  director: 'Nguyễn Hữu Tường',
  specialist: 'Chu Đức Long',
} as const
