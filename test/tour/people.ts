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
