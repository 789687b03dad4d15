/** What a person reads out of an invitation; times as the clock in Vietnam shows them. What is left out is not said in it. */
export interface GoldInvitation {
  readonly subject: string
  readonly text: string
  readonly title?: string
  readonly from?: string
  readonly until?: string
  readonly place?: string
  readonly chair?: string
  /** Words that stand among those invited. */
  readonly people?: string
}

/** All letters of the gold set are of this day, a Friday. */
export const ISSUED_ON = '2026-11-20'

const head = (body: string): string =>
  `UBND TỈNH BÌNH SƠN\nSỞ NỘI VỤ\nSố: 45/GM-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Sơn, ngày 20 tháng 11 năm 2026\nGIẤY MỜI\n${body}`
const foot = '\nNơi nhận:\n- Như trên;\n- Lưu: VT, VP.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Bình'
const gm = (body: string): string => head(body) + foot

/** Invitations as agencies write them, invented: by form 1.7, with labels, in sentences, as công văn. */
export const gold: readonly GoldInvitation[] = [
  {
    subject: 'Họp thẩm định đề án vị trí việc làm',
    text: gm(
      'Họp thẩm định đề án vị trí việc làm\nSở Nội vụ trân trọng kính mời: Đại diện lãnh đạo Sở Tài chính.\nTới dự họp thẩm định đề án vị trí việc làm.\nChủ trì: Ông Nguyễn Văn An, Giám đốc Sở Nội vụ.\nThời gian: 14 giờ 00, thứ Năm ngày 26/11/2026.\nĐịa điểm: Phòng họp số 1, trụ sở Sở Nội vụ.\nRất mong quý cơ quan cử người tham dự./.',
    ),
    title: 'Họp thẩm định đề án vị trí việc làm',
    from: '2026-11-26 14:00',
    place: 'Phòng họp số 1, trụ sở Sở Nội vụ',
    chair: 'Ông Nguyễn Văn An, Giám đốc Sở Nội vụ',
    people: 'Đại diện lãnh đạo Sở Tài chính',
  },
  {
    subject: 'Mời họp giao ban tháng 11',
    text: gm(
      'Thời gian: 8h30 ngày 26 tháng 11 năm 2026.\nĐịa điểm: Hội trường tầng 3.\nThành phần:\n- Lãnh đạo các phòng;\n- Chánh Văn phòng.',
    ),
    title: 'Họp giao ban tháng 11',
    from: '2026-11-26 08:30',
    place: 'Hội trường tầng 3',
    people: 'Chánh Văn phòng',
  },
  {
    subject: 'V/v mời dự hội nghị triển khai Nghị quyết',
    text: gm(
      '1. Thời gian: Từ 8 giờ 00 đến 11 giờ 30, ngày 27/11/2026 (thứ Sáu).\n2. Địa điểm: Trung tâm Hội nghị tỉnh.\n3. Chủ trì: Đồng chí Phó Chủ tịch Thường trực UBND tỉnh.\n4. Thành phần tham dự: Lãnh đạo các sở, ban, ngành.',
    ),
    title: 'Hội nghị triển khai Nghị quyết',
    from: '2026-11-27 08:00',
    until: '2026-11-27 11:30',
    place: 'Trung tâm Hội nghị tỉnh',
    chair: 'Đồng chí Phó Chủ tịch Thường trực UBND tỉnh',
    people: 'Lãnh đạo các sở, ban, ngành',
  },
  {
    subject: 'Họp Ban Chỉ đạo chuyển đổi số',
    text: gm(
      'I. Thời gian, địa điểm:\n- Thời gian: 02 giờ 30 phút chiều thứ Ba, ngày 24/11/2026\n- Địa điểm: Phòng họp trực tuyến A2\nII. Chủ trì: Ông Lê Hoàng Nam',
    ),
    title: 'Họp Ban Chỉ đạo chuyển đổi số',
    from: '2026-11-24 14:30',
    place: 'Phòng họp trực tuyến A2',
    chair: 'Ông Lê Hoàng Nam',
  },
  {
    subject: 'Về việc tổ chức hội nghị tập huấn văn thư',
    text: gm(
      'Thời gian: 01 ngày, từ 7h30 ngày 25/11/2026\nĐịa điểm: Hội trường Sở Nội vụ, số 12 đường Hùng Vương\nThành phần: Công chức làm văn thư',
    ),
    from: '2026-11-25 07:30',
    until: '2026-11-25 17:00',
    place: 'Hội trường Sở Nội vụ, số 12 đường Hùng Vương',
    people: 'Công chức làm văn thư',
  },
  {
    subject: 'Mời làm việc về công tác cán bộ',
    text: gm(
      'Kính mời: Trưởng phòng Tổ chức cán bộ Sở Y tế\nđến làm việc vào hồi 9 giờ 00 ngày 30/11/2026 tại Phòng 205, Ban Tổ chức.',
    ),
    title: 'Làm việc về công tác cán bộ',
    from: '2026-11-30 09:00',
    place: 'Phòng 205, Ban Tổ chức',
    people: 'Trưởng phòng Tổ chức cán bộ Sở Y tế',
  },
  {
    subject: 'Họp xét thi đua',
    text: gm('Thời gian: Chiều ngày 26/11/2026, bắt đầu lúc 2 giờ\nĐịa điểm: Phòng họp B'),
    title: 'Họp xét thi đua',
    from: '2026-11-26 14:00',
    place: 'Phòng họp B',
  },
  {
    subject: 'Họp Hội đồng kỷ luật',
    text: gm('Thời gian: 13h30-16h30, ngày 01/12/2026\nĐịa điểm: Phòng họp tầng 2\nChủ toạ: Bà Phạm Thu Hà'),
    title: 'Họp Hội đồng kỷ luật',
    from: '2026-12-01 13:30',
    until: '2026-12-01 16:30',
    place: 'Phòng họp tầng 2',
    chair: 'Bà Phạm Thu Hà',
  },
  {
    subject: 'Mời họp trực tuyến',
    text: gm(
      'Thời gian: 15:00 ngày 24.11.2026\nĐịa điểm: Họp trực tuyến qua đường dẫn https://hop.binhson.example/p/88\nChủ trì: Giám đốc Sở',
    ),
    from: '2026-11-24 15:00',
    place: 'Họp trực tuyến qua đường dẫn https://hop.binhson.example/p/88',
    chair: 'Giám đốc Sở',
  },
  {
    subject: 'Hội nghị trực tuyến toàn quốc',
    text: gm(
      'Thời gian: Một buổi, bắt đầu từ 8 giờ 00 phút, ngày 03 tháng 12 năm 2026 (Thứ Năm).\nĐịa điểm:\n- Điểm cầu trung ương: Hội trường Bộ;\n- Điểm cầu tỉnh: Phòng họp trực tuyến UBND tỉnh.\nChủ trì: Đồng chí Bộ trưởng',
    ),
    title: 'Hội nghị trực tuyến toàn quốc',
    from: '2026-12-03 08:00',
    until: '2026-12-03 11:30',
    chair: 'Đồng chí Bộ trưởng',
  },
  {
    subject: 'Họp tổ công tác',
    text: gm('Thời gian: Sáng thứ Hai, ngày 23/11/2026, lúc 9h.\nĐịa điểm: Phòng Giám đốc.'),
    title: 'Họp tổ công tác',
    from: '2026-11-23 09:00',
    place: 'Phòng Giám đốc',
  },
  {
    subject: 'Tập huấn phần mềm hai ngày',
    text: gm(
      'Thời gian: Từ 8h00 ngày 26/11/2026 đến 17h00 ngày 27/11/2026\nĐịa điểm: Khách sạn Hoa Sen\nThành phần: Văn thư các đơn vị',
    ),
    title: 'Tập huấn phần mềm hai ngày',
    from: '2026-11-26 08:00',
    until: '2026-11-27 17:00',
    place: 'Khách sạn Hoa Sen',
    people: 'Văn thư các đơn vị',
  },
  {
    subject: 'Tập huấn an toàn thông tin',
    text: gm('Thời gian: 02 ngày (26-27/11/2026), từ 8 giờ 00\nĐịa điểm: Trường Chính trị tỉnh'),
    title: 'Tập huấn an toàn thông tin',
    from: '2026-11-26 08:00',
    until: '2026-11-27 17:00',
    place: 'Trường Chính trị tỉnh',
  },
  {
    subject: 'Họp rà soát dự toán',
    text: gm('Thời gian: 8h ngày 25/11\nĐịa điểm: Phòng họp Sở Tài chính'),
    title: 'Họp rà soát dự toán',
    from: '2026-11-25 08:00',
    place: 'Phòng họp Sở Tài chính',
  },
  {
    subject: 'Họp đầu năm',
    text: gm('Thời gian: 8h ngày 05/01\nĐịa điểm: Hội trường lớn'),
    title: 'Họp đầu năm',
    from: '2027-01-05 08:00',
    place: 'Hội trường lớn',
  },
  {
    subject: 'Dự lễ khánh thành trụ sở',
    text: gm(
      'Trân trọng kính mời: Ông/Bà Giám đốc\nTới dự: Lễ khánh thành trụ sở Ủy ban nhân dân xã Tân Lập\nThời gian: 07 giờ 30 phút, ngày 28 tháng 11 năm 2026 (Thứ Bảy)\nĐịa điểm: Trụ sở UBND xã Tân Lập, thôn 3',
    ),
    title: 'Lễ khánh thành trụ sở',
    from: '2026-11-28 07:30',
    place: 'Trụ sở UBND xã Tân Lập, thôn 3',
    people: 'Ông/Bà Giám đốc',
  },
  {
    subject: 'Họp bàn giải phóng mặt bằng',
    text: gm(
      'Ủy ban nhân dân huyện mời đại diện các đơn vị dự họp do Chủ tịch UBND huyện chủ trì vào lúc 14h00 ngày 25/11/2026 tại Phòng họp số 2, UBND huyện.',
    ),
    title: 'Họp bàn giải phóng mặt bằng',
    from: '2026-11-25 14:00',
    place: 'Phòng họp số 2, UBND huyện',
    chair: 'Chủ tịch UBND huyện',
  },
  {
    subject: 'Họp thông qua quy hoạch',
    text: gm(
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 01/10/2026, Sở Xây dựng tổ chức cuộc họp thông qua quy hoạch, vào lúc 8 giờ 00, thứ Sáu, ngày 27/11/2026, tại Hội trường Sở Xây dựng.',
    ),
    title: 'Họp thông qua quy hoạch',
    from: '2026-11-27 08:00',
    place: 'Hội trường Sở Xây dựng',
  },
  {
    subject: 'Phiên họp thứ Ba của Hội đồng',
    text: gm(
      'Thời gian: 8 giờ 30, thứ Tư, ngày 25 tháng 11 năm 2026; Địa điểm: Phòng họp 301; Chủ trì: Chủ tịch Hội đồng',
    ),
    title: 'Phiên họp thứ Ba của Hội đồng',
    from: '2026-11-25 08:30',
    place: 'Phòng họp 301',
    chair: 'Chủ tịch Hội đồng',
  },
  {
    subject: 'Hội thảo khoa học',
    text: gm(
      'Thời gian tổ chức hội thảo: Cả ngày 04/12/2026, đón tiếp đại biểu từ 7h30\nĐịa điểm tổ chức: Hội trường A, Trường Đại học',
    ),
    title: 'Hội thảo khoa học',
    from: '2026-12-04 07:30',
    place: 'Hội trường A, Trường Đại học',
  },
  {
    subject: 'Họp giao ban khối nội chính',
    text: gm(
      '- Thời gian: 7 giờ rưỡi sáng ngày 27/11/2026.\n- Địa điểm: Ban Nội chính Tỉnh ủy.\n- Chủ trì: đồng chí Trưởng ban.',
    ),
    title: 'Họp giao ban khối nội chính',
    from: '2026-11-27 07:30',
    place: 'Ban Nội chính Tỉnh ủy',
    chair: 'đồng chí Trưởng ban',
  },
  {
    subject: 'Tọa đàm kỷ niệm ngày thành lập',
    text: gm('Thời gian: 19 giờ 30, tối thứ Sáu 27/11/2026\nĐịa điểm: Nhà văn hóa trung tâm'),
    title: 'Tọa đàm kỷ niệm ngày thành lập',
    from: '2026-11-27 19:30',
    place: 'Nhà văn hóa trung tâm',
  },
  {
    subject: 'Tọa đàm',
    text: gm('Thời gian: 7 giờ tối ngày 27/11/2026\nĐịa điểm: Nhà văn hóa thôn 4'),
    title: 'Tọa đàm',
    from: '2026-11-27 19:00',
    place: 'Nhà văn hóa thôn 4',
  },
  {
    subject: 'Họp kiểm điểm tiến độ dự án',
    text: gm('Thời gian: 8 – 11 giờ, ngày 24/11/2026\nĐịa điểm: Ban Quản lý dự án'),
    title: 'Họp kiểm điểm tiến độ dự án',
    from: '2026-11-24 08:00',
    until: '2026-11-24 11:00',
    place: 'Ban Quản lý dự án',
  },
  {
    subject: 'Họp kiểm điểm',
    text: gm('Thời gian: 8-11h30 ngày 24/11/2026\nĐịa điểm: Phòng họp 2'),
    title: 'Họp kiểm điểm',
    from: '2026-11-24 08:00',
    until: '2026-11-24 11:30',
    place: 'Phòng họp 2',
  },
  {
    subject: 'Họp nghe báo cáo kết quả thanh tra',
    text: gm("Thời gian: 14h00' - 16h00' ngày 24/11/2026 (chiều thứ Ba)\nĐịa điểm: Thanh tra tỉnh"),
    title: 'Họp nghe báo cáo kết quả thanh tra',
    from: '2026-11-24 14:00',
    until: '2026-11-24 16:00',
    place: 'Thanh tra tỉnh',
  },
  {
    subject: 'Tiếp công dân định kỳ',
    text: gm(
      'Thời gian: ½ ngày, bắt đầu 8h00 ngày 30/11/2026\nĐịa điểm: Trụ sở Tiếp công dân tỉnh\nChủ trì: Chủ tịch UBND tỉnh',
    ),
    title: 'Tiếp công dân định kỳ',
    from: '2026-11-30 08:00',
    until: '2026-11-30 11:30',
    place: 'Trụ sở Tiếp công dân tỉnh',
    chair: 'Chủ tịch UBND tỉnh',
  },
  {
    subject: 'Mời họp đột xuất',
    text: gm('Thời gian: 16 giờ, ngày 20/11/2026\nĐịa điểm: Phòng họp Ban Chỉ huy'),
    from: '2026-11-20 16:00',
    place: 'Phòng họp Ban Chỉ huy',
  },
  {
    subject: 'Hội nghị cán bộ, công chức',
    text: gm(
      'Thời gian: Sáng 04/12/2026\nĐịa điểm: Hội trường cơ quan\nThành phần: Toàn thể công chức, viên chức',
    ),
    title: 'Hội nghị cán bộ, công chức',
    from: '2026-12-04 08:00',
    place: 'Hội trường cơ quan',
    people: 'Toàn thể công chức, viên chức',
  },
  {
    subject: 'Hội nghị tổng kết',
    text: gm('Thời gian: buổi chiều ngày 04 tháng 12\nĐịa điểm: Hội trường cơ quan'),
    title: 'Hội nghị tổng kết',
    from: '2026-12-04 14:00',
    place: 'Hội trường cơ quan',
  },
  {
    subject: 'Họp thống nhất số liệu',
    text: gm('Thời gian: 9h00 thứ Năm tuần sau (26/11)\nĐịa điểm: Cục Thống kê'),
    title: 'Họp thống nhất số liệu',
    from: '2026-11-26 09:00',
    place: 'Cục Thống kê',
  },
  {
    subject: 'V/v góp ý dự thảo Quyết định',
    text: gm(
      'Sở Tư pháp đề nghị quý cơ quan cử đại diện tham dự cuộc họp góp ý dự thảo Quyết định, cụ thể:\nThời gian: 14 giờ 00 ngày 02/12/2026.\nĐịa điểm: Phòng họp Sở Tư pháp.\nĐề nghị gửi danh sách trước ngày 30/11/2026.',
    ),
    title: 'Cuộc họp góp ý dự thảo Quyết định',
    from: '2026-12-02 14:00',
    place: 'Phòng họp Sở Tư pháp',
  },
  {
    subject: 'V/v cử cán bộ tham gia đoàn kiểm tra',
    text: gm(
      'Kính gửi: Sở Nội vụ\nĐề nghị quý Sở cử 01 cán bộ tham gia đoàn kiểm tra và gửi danh sách trước ngày 25/11/2026.',
    ),
  },
  {
    subject: 'Báo cáo kết quả thực hiện nhiệm vụ',
    text: gm(
      'Thực hiện Công văn số 99/UBND-NC ngày 02/11/2026, Sở báo cáo kết quả như sau: đã hoàn thành 12 nhiệm vụ.',
    ),
  },
  {
    subject: 'Họp bàn nhân sự',
    text: gm(
      'NỘI DUNG:\nBàn công tác nhân sự quý IV\nTHỜI GIAN:\n8 giờ 00 ngày 24/11/2026\nĐỊA ĐIỂM:\nPhòng họp Thường trực\nCHỦ TRÌ:\nĐồng chí Bí thư Đảng ủy',
    ),
    title: 'Họp bàn nhân sự',
    from: '2026-11-24 08:00',
    place: 'Phòng họp Thường trực',
    chair: 'Đồng chí Bí thư Đảng ủy',
  },
  {
    subject: 'Giấy mời',
    text: gm(
      'Trân trọng kính mời: Đồng chí Nguyễn Thị Lan\nTới dự: Họp Hội đồng tuyển dụng viên chức năm 2026.\nThời gian: 8 giờ 00 phút, ngày 25/11/2026\nĐịa điểm: Phòng họp tầng 4',
    ),
    title: 'Họp Hội đồng tuyển dụng viên chức năm 2026',
    from: '2026-11-25 08:00',
    place: 'Phòng họp tầng 4',
    people: 'Đồng chí Nguyễn Thị Lan',
  },
  {
    subject: 'Giấy mời',
    text: gm(
      'Nội dung: Triển khai kế hoạch tuyển quân năm 2027.\nThời gian: 14h, 03/12/2026.\nĐịa điểm: Ban Chỉ huy quân sự xã.\nThành phần mời: Bí thư các chi bộ, trưởng thôn.',
    ),
    title: 'Triển khai kế hoạch tuyển quân năm 2027',
    from: '2026-12-03 14:00',
    place: 'Ban Chỉ huy quân sự xã',
    people: 'Bí thư các chi bộ, trưởng thôn',
  },
  {
    subject: 'Họp Ban biên tập',
    text: gm(
      'a) Thời gian: 10 giờ 15 phút ngày 25-11-2026\nb) Địa điểm: Tòa soạn\nc) Đồng chủ trì: Tổng Biên tập và Phó Tổng Biên tập',
    ),
    title: 'Họp Ban biên tập',
    from: '2026-11-25 10:15',
    place: 'Tòa soạn',
    chair: 'Tổng Biên tập và Phó Tổng Biên tập',
  },
  {
    subject: 'Mời dự Hội nghị đối thoại với thanh niên',
    text: gm(
      '+ Thời gian: 13 giờ 45, thứ 6, ngày 27/11/2026.\n+ Địa điểm: Nhà Thiếu nhi.\n+ Chủ trì: Chủ tịch UBND phường.',
    ),
    title: 'Hội nghị đối thoại với thanh niên',
    from: '2026-11-27 13:45',
    place: 'Nhà Thiếu nhi',
    chair: 'Chủ tịch UBND phường',
  },
  {
    subject: 'Họp liên ngành',
    text: gm(
      'Thời gian: vào lúc 8h00 sáng, thứ Ba (ngày 01/12/2026);\nTại: Phòng họp 102;\nChủ trì họp: Phó Giám đốc Sở',
    ),
    title: 'Họp liên ngành',
    from: '2026-12-01 08:00',
    chair: 'Phó Giám đốc Sở',
  },
  {
    subject: 'Họp liên tịch',
    text: gm(
      'Thời gian và địa điểm: 8h00 ngày 01/12/2026, tại Phòng họp Thường trực HĐND huyện.\nChủ trì: Thường trực HĐND huyện',
    ),
    title: 'Họp liên tịch',
    from: '2026-12-01 08:00',
    place: 'Phòng họp Thường trực HĐND huyện',
    chair: 'Thường trực HĐND huyện',
  },
  {
    subject: 'Họp triển khai công tác phòng, chống bão',
    text: gm(
      'Ban Chỉ huy tổ chức cuộc họp dưới sự chủ trì của đồng chí Chủ tịch UBND xã, vào hồi 20 giờ 00 ngày 21/11/2026 tại Hội trường UBND xã.',
    ),
    title: 'Họp triển khai công tác phòng, chống bão',
    from: '2026-11-21 20:00',
    place: 'Hội trường UBND xã',
    chair: 'đồng chí Chủ tịch UBND xã',
  },
  {
    subject: 'Mời họp Tổ thẩm định',
    text: gm(
      'Thời gian: 09h30, thứ Tư (25/11/2026).\nĐịa điểm: P.305 trụ sở Liên cơ quan, số 7 Trần Phú.\nThành phần:\n1. Phòng Tài chính\n2. Phòng Kinh tế\n3. Phòng Tư pháp\nYêu cầu: Các thành viên nghiên cứu trước tài liệu.',
    ),
    title: 'Họp Tổ thẩm định',
    from: '2026-11-25 09:30',
    place: 'P.305 trụ sở Liên cơ quan, số 7 Trần Phú',
    people: 'Phòng Kinh tế',
  },
  {
    subject: 'Hội nghị giao ban báo chí',
    text: gm('Thời gian: 8 giờ\nngày 26 tháng 11\nnăm 2026.\nĐịa điểm: Trung tâm Báo chí,\nsố 1 Lê Lợi.'),
    title: 'Hội nghị giao ban báo chí',
    from: '2026-11-26 08:00',
    place: 'Trung tâm Báo chí, số 1 Lê Lợi',
  },
  {
    subject: 'Họp chuyên đề',
    text: gm('Thời gian: ngày 26/11/2026, từ 14 giờ đến 16 giờ 30 phút\nĐịa điểm: Phòng họp 4'),
    title: 'Họp chuyên đề',
    from: '2026-11-26 14:00',
    until: '2026-11-26 16:30',
    place: 'Phòng họp 4',
  },
  {
    subject: 'Họp chuyên đề lần 2',
    text: gm('Thời gian: Từ 2 - 4 giờ chiều ngày 26/11/2026\nĐịa điểm: Phòng họp 4'),
    title: 'Họp chuyên đề lần 2',
    from: '2026-11-26 14:00',
    until: '2026-11-26 16:00',
    place: 'Phòng họp 4',
  },
  {
    subject: 'Làm việc với Đoàn giám sát',
    text: gm(
      'Đoàn giám sát sẽ làm việc với quý cơ quan lúc 8h00, ngày 26/11/2026. Đề nghị chuẩn bị báo cáo bằng văn bản.',
    ),
    title: 'Làm việc với Đoàn giám sát',
    from: '2026-11-26 08:00',
  },
  {
    subject: 'Họp xin ý kiến nhân dân',
    text: gm(
      'Thời gian: 19h30 ngày 24 tháng 11 năm 2026 (nhằm ngày 16 tháng 10 âm lịch)\nĐịa điểm: Nhà sinh hoạt cộng đồng',
    ),
    title: 'Họp xin ý kiến nhân dân',
    from: '2026-11-24 19:30',
    place: 'Nhà sinh hoạt cộng đồng',
  },
  {
    subject: 'Hội nghị sơ kết 6 tháng',
    text: gm(
      'Thời gian: 8 giờ 00, ngày 08 tháng 12 năm 2026 (đăng ký đại biểu từ 7 giờ 30).\nĐịa điểm: Hội trường Tỉnh ủy.\nTrang phục: Nam áo sơ mi, nữ áo dài.',
    ),
    title: 'Hội nghị sơ kết 6 tháng',
    from: '2026-12-08 08:00',
  },
  {
    subject: 'Mời dự phiên giải trình',
    text: gm(
      'Thời gian: 8h30-10h00, ngày 09/12/2026 (thứ Tư)\nĐịa điểm họp: Hội trường HĐND\nChủ trì: Thường trực HĐND tỉnh\nThành phần dự họp: Giám đốc các Sở: Tài chính, Nội vụ, Xây dựng',
    ),
    title: 'Phiên giải trình',
    from: '2026-12-09 08:30',
    until: '2026-12-09 10:00',
    place: 'Hội trường HĐND',
    chair: 'Thường trực HĐND tỉnh',
    people: 'Giám đốc các Sở: Tài chính, Nội vụ, Xây dựng',
  },
  {
    subject: 'Họp Hội đồng khoa học',
    text: gm('Thời gian: 14g30 ngày 10/12/2026\nĐịa điểm: Viện Nghiên cứu'),
    title: 'Họp Hội đồng khoa học',
    from: '2026-12-10 14:30',
    place: 'Viện Nghiên cứu',
  },
  {
    subject: 'Họp về cải cách hành chính',
    text: gm('Thời gian: 1 giờ 30 ngày 26/11/2026\nĐịa điểm: Phòng họp 5'),
    title: 'Họp về cải cách hành chính',
    from: '2026-11-26 13:30',
    place: 'Phòng họp 5',
  },
  {
    subject: 'Hội nghị công bố quyết định',
    text: gm(
      'Tỉnh ủy tổ chức Hội nghị công bố quyết định về công tác cán bộ.\nThời gian: 15 giờ 00 phút, chiều thứ Hai, ngày 30/11/2026.\nĐịa điểm: Phòng họp A – Văn phòng Tỉnh ủy.\nThành phần: Ban Thường vụ; lãnh đạo các ban.',
    ),
    title: 'Hội nghị công bố quyết định',
    from: '2026-11-30 15:00',
    place: 'Phòng họp A – Văn phòng Tỉnh ủy',
    people: 'Ban Thường vụ; lãnh đạo các ban',
  },
  {
    subject: 'V/v phối hợp tổ chức ngày hội',
    text: gm('Theo kế hoạch, ngày 15/12/2026 sẽ tổ chức ngày hội. Đề nghị các đơn vị phối hợp.'),
  },
  {
    subject: 'Họp giao ban trực tuyến với các xã',
    text: gm(
      'Thời gian: 7h45, ngày 27.11.2026.\nĐịa điểm: Điểm cầu UBND tỉnh; Điểm cầu các xã.\nĐường dẫn: https://hop.example/giao-ban (mã 4455)',
    ),
    title: 'Họp giao ban trực tuyến với các xã',
    from: '2026-11-27 07:45',
    place: 'Điểm cầu UBND tỉnh; Điểm cầu các xã. Đường dẫn: https://hop.example/giao-ban (mã 4455)',
  },
  {
    subject: 'Mời tham dự tập huấn chữ ký số',
    text: gm('Lớp 1: Thời gian: 8h00 ngày 01/12/2026\nĐịa điểm: Phòng máy 1'),
    title: 'Tập huấn chữ ký số',
    from: '2026-12-01 08:00',
    place: 'Phòng máy 1',
  },
  {
    subject: 'Hội nghị tập huấn kê khai tài sản',
    text: gm(
      'Thời gian: Ngày 03 và 04 tháng 12 năm 2026, bắt đầu lúc 8h00.\nĐịa điểm: Hội trường Thanh tra tỉnh',
    ),
    title: 'Hội nghị tập huấn kê khai tài sản',
    from: '2026-12-03 08:00',
    until: '2026-12-04 17:00',
    place: 'Hội trường Thanh tra tỉnh',
  },
  {
    subject: 'Họp tổ soạn thảo',
    text: gm('Thời gian: 8h ngày thứ Tư 25/11/2026\nĐịa điểm: tại Phòng họp Sở Tư pháp (số 3 Nguyễn Du)'),
    title: 'Họp tổ soạn thảo',
    from: '2026-11-25 08:00',
    place: 'Phòng họp Sở Tư pháp (số 3 Nguyễn Du)',
  },
  {
    subject: 'Họp rút kinh nghiệm',
    text: gm('Mời các đồng chí có mặt tại Phòng họp 2 lúc 10h ngày 24/11/2026 để họp rút kinh nghiệm.'),
    title: 'Họp rút kinh nghiệm',
    from: '2026-11-24 10:00',
  },
  {
    subject: 'Mời họp Ban Quản lý di tích',
    text: gm(
      'Thời gian họp: 8 giờ 00 phút ngày 02 tháng 12 năm 2026\nĐịa điểm họp: Nhà trưng bày\nNgười chủ trì: Trưởng ban Quản lý di tích\nKhách mời: Phòng Văn hóa – Xã hội',
    ),
    title: 'Họp Ban Quản lý di tích',
    from: '2026-12-02 08:00',
    place: 'Nhà trưng bày',
    chair: 'Trưởng ban Quản lý di tích',
    people: 'Phòng Văn hóa – Xã hội',
  },
  {
    subject: 'Họp xét duyệt hồ sơ người có công',
    text: gm('Thoi gian: 8h00 ngay 25/11/2026\nDia diem: Phong hop UBND xa\nChu tri: Pho Chu tich UBND xa'),
    title: 'Họp xét duyệt hồ sơ người có công',
    from: '2026-11-25 08:00',
    place: 'Phong hop UBND xa',
    chair: 'Pho Chu tich UBND xa',
  },
  {
    subject: 'Mời họp kiểm tra hiện trường',
    text: gm(
      'Thời gian: 08 giờ 00, ngày 26/11/2026. Tập trung tại cổng UBND xã, sau đó đi hiện trường.\nThành phần: Đại diện Hạt Kiểm lâm',
    ),
    title: 'Họp kiểm tra hiện trường',
    from: '2026-11-26 08:00',
    people: 'Đại diện Hạt Kiểm lâm',
  },
  {
    subject: 'Hội nghị hiệp thương lần thứ hai',
    text: gm(
      'Thời gian: 8h00, ngày 11/12/2026 (thứ Sáu)\nĐịa điểm: Hội trường Ủy ban MTTQ tỉnh\nChủ trì: Ban Thường trực Ủy ban MTTQ tỉnh',
    ),
    title: 'Hội nghị hiệp thương lần thứ hai',
    from: '2026-12-11 08:00',
    place: 'Hội trường Ủy ban MTTQ tỉnh',
    chair: 'Ban Thường trực Ủy ban MTTQ tỉnh',
  },
  {
    subject: 'Thông báo lịch nghỉ Tết',
    text: gm('Thời gian nghỉ: từ ngày 05/02/2027 đến hết ngày 13/02/2027. Các đơn vị phân công trực.'),
  },
]
