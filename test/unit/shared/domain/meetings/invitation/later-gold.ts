/** What a person reads out of a letter that changes a meeting; times as the clock in Vietnam shows them. What is left out is not changed by it. */
export interface GoldLater {
  readonly subject: string
  readonly text: string
  readonly kind: 'changed' | 'off'
  readonly from?: string
  readonly until?: string
  readonly place?: string
  readonly reason?: string
  readonly names?: readonly string[]
}

/** All letters of the set are of this day; the meeting was to be on Thursday 26 November 2026 at 14:00. */
export const ISSUED_ON = '2026-11-23'
export const BEFORE = { from: '2026-11-26T07:00:00.000Z' }

/** Letters as offices write them, invented. */
export const laterGold: readonly GoldLater[] = [
  {
    subject: 'V/v hoãn họp thẩm định đề án vị trí việc làm',
    text: 'Sở Nội vụ đã có Giấy mời số 45/GM-SNV ngày 20/11/2026 mời dự họp thẩm định đề án vị trí việc làm.\nDo Giám đốc Sở đi công tác đột xuất, Sở Nội vụ hoãn cuộc họp nêu trên. Thời gian họp lại sẽ thông báo sau./.',
    kind: 'off',
    reason: 'Giám đốc Sở đi công tác đột xuất',
    names: ['45/GM-SNV'],
  },
  {
    subject: 'V/v hủy cuộc họp ngày 26/11/2026',
    text: 'Sở Nội vụ thông báo hủy cuộc họp lúc 14 giờ 00 ngày 26/11/2026 theo Giấy mời số 45/GM-SNV.\nLý do: Trùng phiên họp của Ủy ban nhân dân tỉnh.',
    kind: 'off',
    reason: 'Trùng phiên họp của Ủy ban nhân dân tỉnh',
    names: ['45/GM-SNV'],
  },
  {
    subject: 'V/v tạm hoãn hội nghị tổng kết năm 2026',
    text: 'Vì ảnh hưởng của bão số 12, Ủy ban nhân dân tỉnh tạm hoãn hội nghị tổng kết năm 2026.',
    kind: 'off',
    reason: 'ảnh hưởng của bão số 12',
  },
  {
    subject: 'V/v thay đổi thời gian họp',
    text: 'Sở Nội vụ điều chỉnh thời gian họp tại Giấy mời số 45/GM-SNV từ 14 giờ 00 ngày 26/11/2026 sang 8 giờ 00 ngày 27/11/2026. Địa điểm không thay đổi.',
    kind: 'changed',
    from: '2026-11-27 08:00',
    names: ['45/GM-SNV'],
  },
  {
    subject: 'V/v chuyển thời gian, địa điểm họp',
    text: 'Cuộc họp lúc 14 giờ 00 ngày 26/11/2026 tại Phòng họp số 1 được chuyển sang 8 giờ 30 ngày 30/11/2026 tại Hội trường tầng 3, trụ sở Sở Nội vụ.',
    kind: 'changed',
    from: '2026-11-30 08:30',
    place: 'Hội trường tầng 3, trụ sở Sở Nội vụ',
  },
  {
    subject: 'V/v thay đổi địa điểm họp',
    text: 'Sở Nội vụ thông báo thay đổi địa điểm họp từ Phòng họp số 1 sang Phòng họp số 3, trụ sở Sở Nội vụ. Các nội dung khác giữ nguyên theo Giấy mời số 45/GM-SNV.',
    kind: 'changed',
    place: 'Phòng họp số 3, trụ sở Sở Nội vụ',
    names: ['45/GM-SNV'],
  },
  {
    subject: 'V/v dời lịch họp giao ban',
    text: 'Văn phòng Sở thông báo dời lịch họp giao ban từ 14 giờ 00 sang 16 giờ 00 cùng ngày.',
    kind: 'changed',
    from: '2026-11-26 16:00',
  },
  {
    subject: 'Giấy mời họp (thay đổi thời gian)',
    text: 'Sở Nội vụ trân trọng kính mời đại diện Sở Tài chính dự họp thẩm định đề án.\nThời gian: Từ 08 giờ 00 đến 11 giờ 00, ngày 01/12/2026.\nĐịa điểm: Phòng họp số 2.\nGiấy mời này thay thế Giấy mời số 45/GM-SNV ngày 20/11/2026.',
    kind: 'changed',
    from: '2026-12-01 08:00',
    until: '2026-12-01 11:00',
    place: 'Phòng họp số 2',
    names: ['45/GM-SNV'],
  },
  {
    subject: 'V/v điều chỉnh thời gian tổ chức hội nghị',
    text: 'Thời gian mới: 13 giờ 30, thứ Hai ngày 30/11/2026.\nĐịa điểm: Trung tâm Hội nghị tỉnh.',
    kind: 'changed',
    from: '2026-11-30 13:30',
    place: 'Trung tâm Hội nghị tỉnh',
  },
  {
    subject: 'V/v lùi thời gian họp Ban Chỉ đạo',
    text: 'Ban Chỉ đạo lùi thời gian họp đến 9 giờ 00 ngày 28/11/2026 vì lý do khách quan.',
    kind: 'changed',
    from: '2026-11-28 09:00',
  },
  {
    subject: 'V/v hoãn và chuyển ngày họp',
    text: 'Cuộc họp ngày 26/11/2026 tạm hoãn, chuyển sang 14 giờ 00 ngày 03/12/2026 tại Phòng họp số 1.',
    kind: 'changed',
    from: '2026-12-03 14:00',
    place: 'Phòng họp số 1',
  },
]

/** Subjects of letters that change no meeting. */
export const others: readonly string[] = [
  'V/v báo cáo kết quả cải cách hành chính',
  'Họp thẩm định đề án vị trí việc làm',
  'V/v điều chỉnh biên chế năm 2027',
  'V/v chuyển hồ sơ cán bộ',
  'V/v thay đổi chức danh nghề nghiệp viên chức',
  'V/v góp ý dự thảo Nghị định',
]
