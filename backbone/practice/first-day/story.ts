import { derivedUuid } from '#shared/kernel/uuid.ts'
import { actOrThrow } from '../../directory.ts'
import { notOnBackbone, outsideAgencies } from '../province/correspondents.ts'
import { writeDraft } from './drafts.ts'
import { keepGroups } from './groups-story.ts'
import { issue } from './issue.ts'
import { keepRegisters, morningPost } from './keep-registers.ts'
import { accept, direct, finish, present, register, start } from './letter-acts.ts'
import { callMeeting } from './meetings-story.ts'
import { sendIn, sendStatusIn } from './outside-letters.ts'
import { filePlan, workFiles } from './records-story.ts'
import type { Scene } from './scene.ts'
import { keepRooms, prepareTalk } from './rooms-story.ts'
import {
  comeBack,
  delegateSigning,
  pressOn,
  setUpWork,
  standIn,
  superiorAsks,
  tellEveryone,
} from './work-story.ts'

const to = (...codes: readonly string[]) =>
  [...outsideAgencies, notOnBackbone]
    .filter((one) => codes.includes(one.code))
    .map(({ code, name }) => ({ code, name }))

/** What happened in the two agencies before the first day, day by day, so that every list has something in every state. */
export async function tellStory(home: Scene, construction: Scene): Promise<void> {
  const { clock } = home
  const toConstruction = { code: 'T86.05', name: construction.agency.agency.name }
  const toHome = { code: 'T86.03', name: home.agency.agency.name }

  await setUpWork(home)
  await keepGroups(home, construction)
  const meetingRooms = await keepRooms(home)
  await delegateSigning(home)
  await filePlan(home)

  clock.goTo(8, 8)
  const salaries = await sendIn(home, {
    from: 'T86.04',
    number: 1892,
    subject: 'phối hợp rà soát quỹ tiền lương năm 2027 của các cơ quan hành chính',
    body: [
      'Để có cơ sở lập dự toán chi thường xuyên, Sở Tài chính đề nghị Sở Nội vụ rà soát số biên chế có mặt và quỹ tiền lương của các cơ quan hành chính cấp tỉnh.',
      'Kết quả rà soát đề nghị gửi về Sở Tài chính để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.',
    ],
    signer: 'Hoàng Đức Thiện',
    answerWithinDays: 10,
  })
  await direct(home, salaries, {
    by: 'director',
    text: 'Phòng Tổ chức, biên chế chủ trì rà soát, trình lãnh đạo Sở văn bản trả lời.',
    lead: 'specialist',
    cooperating: ['second-specialist'],
    withinDays: 4,
  })
  const permits = await sendIn(construction, {
    from: 'T86.22',
    number: 215,
    subject: 'xin ý kiến về cấp phép xây dựng nhà văn hóa xã',
    body: [
      'Ủy ban nhân dân xã xin ý kiến Sở Xây dựng về thủ tục cấp phép xây dựng nhà văn hóa xã Thạch Khê Thượng.',
    ],
    signer: 'Lê Bá Hùng',
  })
  await direct(construction, permits, {
    by: 'deputy',
    text: 'Phòng Kinh tế xây dựng nghiên cứu, tham mưu trả lời xã.',
    lead: 'specialist',
    withinDays: 6,
  })

  clock.goTo(7, 9)
  const conduct = await superiorAsks(home)
  const rooms = await issue(home, {
    subject: 'phối hợp kiểm tra trụ sở làm việc của các đơn vị sau sắp xếp',
    addressees: ['Sở Xây dựng', 'Sở Tài chính'],
    recipients: [toConstruction, ...to('T86.04')],
    body: [
      'Thực hiện kế hoạch sắp xếp tổ chức bộ máy, Sở Nội vụ đề nghị Sở Xây dựng và Sở Tài chính cử cán bộ tham gia đoàn kiểm tra trụ sở làm việc của các đơn vị sau sắp xếp.',
      'Thời gian kiểm tra: từ ngày 20 đến ngày 24 hằng tháng. Danh sách cán bộ đề nghị gửi về Sở Nội vụ trước khi đoàn làm việc 03 ngày.',
    ],
  })
  const [arrivedRooms] = await construction.node.engine
    .aggregates('sxd', 'letter')
    .then((all) => all.slice(-1))
  if (arrivedRooms === undefined) throw new Error('the letter did not arrive')
  await direct(construction, arrivedRooms, {
    by: 'director',
    text: 'Đồng chí Quân tham gia đoàn, báo cáo kết quả.',
    lead: 'specialist',
    cooperating: ['second-specialist'],
    withinDays: 5,
  })
  await sendStatusIn(home, rooms, 'T86.04', '01', 'Trịnh Thị Nga')
  await start(home, salaries, 'specialist')

  clock.goTo(6, 10)
  await tellEveryone(home)
  await start(construction, arrivedRooms, 'specialist')
  await finish(construction, arrivedRooms, 'specialist', 'Đã cử cán bộ tham gia đoàn kiểm tra')
  await sendStatusIn(home, rooms, 'T86.04', '03', 'Trịnh Thị Nga')
  const wrong = await sendIn(home, {
    from: 'T86.23',
    number: 88,
    subject: 'đề nghị hỗ trợ kinh phí sửa chữa kênh mương',
    body: ['Ủy ban nhân dân xã Lam Hạ Giang đề nghị hỗ trợ kinh phí sửa chữa tuyến kênh mương nội đồng.'],
    signer: 'Đoàn Văn Chỉnh',
  })
  await home.act('clerk', wrong, 'letter.refuse', {
    reason: 'Nội dung không thuộc thẩm quyền của Sở Nội vụ, đề nghị gửi Sở Nông nghiệp và Môi trường.',
  })

  clock.goTo(5, 8, 20)
  const inspection = await sendIn(home, {
    from: 'T86.11',
    number: 402,
    subject: 'cung cấp hồ sơ bổ nhiệm cán bộ giai đoạn 2021 – 2025',
    body: [
      'Thanh tra tỉnh đề nghị Sở Nội vụ cung cấp hồ sơ bổ nhiệm, bổ nhiệm lại cán bộ lãnh đạo, quản lý giai đoạn 2021 – 2025 phục vụ công tác thanh tra.',
    ],
    signer: 'Vương Thế Anh',
    urgency: 'urgent',
    answerWithinDays: 5,
  })
  await direct(home, inspection, {
    by: 'director',
    text: 'Chuẩn bị đầy đủ hồ sơ, bàn giao có biên bản.',
    lead: 'second-specialist',
    withinDays: 3,
  })
  await start(home, inspection, 'second-specialist')
  const training = await sendIn(home, {
    from: 'T86.08',
    number: 1310,
    subject: 'cử giảng viên tham gia bồi dưỡng cán bộ quản lý trường học',
    body: [
      'Sở Giáo dục và Đào tạo đề nghị Sở Nội vụ cử giảng viên tham gia lớp bồi dưỡng cán bộ quản lý trường học.',
    ],
    signer: 'Phùng Thị Hạnh',
  })
  await direct(home, training, {
    by: 'deputy',
    text: 'Phòng Tổ chức, biên chế cử 02 giảng viên.',
    lead: 'specialist',
    withinDays: 2,
  })
  await finish(home, training, 'specialist', 'Đã cử 02 giảng viên theo Công văn của Sở')

  clock.goTo(4, 14)
  await issue(
    home,
    {
      subject: 'báo cáo kết quả thực hiện tinh giản biên chế năm nay',
      addressees: [
        'Hội Sinh vật cảnh tỉnh Minh Giang',
        'Ủy ban nhân dân phường Bến Đông',
        'Ủy ban nhân dân xã Thạch Khê Thượng',
      ],
      recipients: to('T86.90', 'T86.21', 'T86.22'),
      body: [
        'Sở Nội vụ đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện tinh giản biên chế, gửi về Sở trước ngày 05 tháng sau.',
      ],
      urgency: 'urgent',
    },
    'director',
  )
  await start(construction, permits, 'specialist')

  clock.goTo(3, 9)
  const reform = await sendIn(home, {
    from: 'T86.02',
    number: 3377,
    subject: 'chuẩn bị nội dung phiên họp Ban Chỉ đạo cải cách hành chính',
    body: [
      'Văn phòng Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ chuẩn bị báo cáo và dự thảo kết luận phiên họp của Ban Chỉ đạo cải cách hành chính tỉnh.',
    ],
    signer: 'Tống Phước Lộc',
    urgency: 'very-urgent',
    answerWithinDays: 6,
  })
  await direct(home, reform, {
    by: 'director',
    text: 'Đồng chí Mai Anh dự thảo báo cáo; phòng thẩm định trước khi trình.',
    lead: 'specialist',
    cooperating: ['unit-head'],
    withinDays: 5,
  })
  const [room, otherRoom, , projector] = meetingRooms
  await callMeeting(
    home,
    salaries,
    reform,
    [room, projector].filter((one) => one !== undefined),
  )
  if (otherRoom !== undefined) await prepareTalk(home, otherRoom)
  await unmatchedRecall(home)
  await comeBack(home)

  clock.goTo(2, 8, 45)
  const emulation = await sendIn(home, {
    from: 'T86.09',
    number: 655,
    subject: 'góp ý dự thảo quy chế sử dụng chữ ký số',
    body: [
      'Sở Khoa học và Công nghệ gửi dự thảo quy chế quản lý, sử dụng chữ ký số chuyên dùng, đề nghị góp ý bằng văn bản.',
    ],
    signer: 'Kiều Minh Trí',
    answerWithinDays: 9,
  })
  await present(home, emulation, 'deputy')
  const health = await sendIn(home, {
    from: 'T86.07',
    number: 2046,
    subject: 'thỏa thuận bổ nhiệm Phó Giám đốc Bệnh viện đa khoa khu vực',
    body: [
      'Sở Y tế đề nghị Sở Nội vụ có ý kiến thỏa thuận về nhân sự bổ nhiệm Phó Giám đốc Bệnh viện đa khoa khu vực.',
    ],
    signer: 'Nghiêm Thị Thoa',
  })
  await present(home, health, 'director')
  const land = await sendIn(construction, {
    from: 'T86.10',
    number: 978,
    subject: 'thống nhất ranh giới quy hoạch khu dân cư Bến Đông',
    body: [
      'Sở Nông nghiệp và Môi trường đề nghị Sở Xây dựng cho ý kiến thống nhất về ranh giới quy hoạch khu dân cư phường Bến Đông.',
    ],
    signer: 'Quách Đình Phú',
    answerWithinDays: 7,
  })
  await present(construction, land, 'deputy')
  await drafts(home, toConstruction)
  await standIn(home)

  clock.goTo(1, 9)
  const ward = await sendIn(home, {
    from: 'T86.21',
    number: 141,
    subject: 'bố trí công chức tư pháp – hộ tịch',
    body: [
      'Ủy ban nhân dân phường Bến Đông đề nghị Sở Nội vụ hướng dẫn việc bố trí công chức tư pháp – hộ tịch.',
    ],
    signer: 'Thái Văn Nghĩa',
  })
  await register(home, ward)
  await keepRegisters(home, ward)
  const justice = await sendIn(home, {
    from: 'T86.06',
    number: 790,
    subject: 'rà soát văn bản quy phạm pháp luật thuộc lĩnh vực nội vụ',
    body: [
      'Sở Tư pháp đề nghị Sở Nội vụ rà soát văn bản quy phạm pháp luật thuộc lĩnh vực nội vụ còn hiệu lực.',
    ],
    signer: 'Đinh Thị Thảo',
    answerWithinDays: 12,
  })
  await accept(home, justice)

  clock.goTo(0, 7, 20)
  await pressOn(home, salaries, conduct)
  await workFiles(home, salaries)
  await sendIn(home, {
    from: 'T86.01',
    number: 5120,
    subject: 'triển khai Nghị quyết của Hội đồng nhân dân tỉnh về chính sách thu hút nhân lực',
    body: [
      'Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì tham mưu kế hoạch triển khai Nghị quyết về chính sách thu hút nhân lực chất lượng cao.',
    ],
    signer: 'Lâm Quang Vinh',
    urgency: 'express',
    answerWithinDays: 3,
  })
  await sendIn(home, {
    from: 'T86.22',
    number: 219,
    subject: 'xác nhận thời gian công tác của cán bộ xã',
    body: [
      'Ủy ban nhân dân xã Thạch Khê Thượng đề nghị xác nhận thời gian công tác để giải quyết chế độ hưu trí.',
    ],
    signer: 'Lê Bá Hùng',
    pdf: 'unsigned',
  })
  await sendIn(home, {
    from: 'T86.10',
    number: 983,
    subject: 'đề nghị bổ sung biên chế viên chức kiểm lâm',
    body: ['Sở Nông nghiệp và Môi trường đề nghị bổ sung 06 biên chế viên chức cho Hạt Kiểm lâm khu vực.'],
    signer: 'Quách Đình Phú',
    pdf: 'altered',
  })
  await morningPost(home)
  await issue(construction, {
    subject: 'đề nghị thỏa thuận danh mục vị trí việc làm',
    addressees: [home.agency.agency.name.replace(' tỉnh Minh Giang', '')],
    recipients: [toHome],
    body: [
      'Sở Xây dựng đề nghị Sở Nội vụ xem xét, thỏa thuận danh mục vị trí việc làm và cơ cấu ngạch công chức của Sở năm tới.',
    ],
  })
  await sendIn(construction, {
    from: 'T86.04',
    number: 1920,
    subject: 'thẩm tra quyết toán dự án hoàn thành',
    body: ['Sở Tài chính đề nghị Sở Xây dựng cung cấp hồ sơ phục vụ thẩm tra quyết toán dự án hoàn thành.'],
    signer: 'Hoàng Đức Thiện',
    answerWithinDays: 8,
  })
}

/** One just begun, one sent back with a reason, one waiting for the unit head. */
async function drafts(home: Scene, toConstruction: { code: string; name: string }): Promise<void> {
  await writeDraft(home, {
    subject: 'trả lời về quỹ tiền lương năm 2027',
    addressees: ['Sở Tài chính tỉnh Minh Giang'],
    recipients: to('T86.04'),
    body: [
      'Phúc đáp Công văn của Sở Tài chính về phối hợp rà soát quỹ tiền lương năm 2027, Sở Nội vụ có ý kiến như sau:',
      '1. Về số biên chế có mặt: tổng hợp theo biểu gửi kèm.',
    ],
  })
  const returned = await writeDraft(home, {
    subject: 'hướng dẫn đánh giá, xếp loại chất lượng công chức cuối năm',
    addressees: ['Các sở, ban, ngành', 'Ủy ban nhân dân các xã, phường'],
    recipients: [toConstruction, ...to('T86.21', 'T86.22', 'T86.23')],
    body: ['Sở Nội vụ hướng dẫn việc đánh giá, xếp loại chất lượng công chức năm nay như sau:'],
  })
  await home.act('specialist', returned, 'document.submit', { note: 'Kính trình đồng chí Trưởng phòng' })
  await home.act('unit-head', returned, 'document.return', {
    reason: 'Bổ sung căn cứ pháp lý và thời hạn gửi kết quả của các đơn vị.',
  })
  const submitted = await writeDraft(home, {
    subject: 'cử công chức tham gia lớp bồi dưỡng kiến thức quản lý nhà nước',
    addressees: [toConstruction.name],
    recipients: [toConstruction],
    body: [
      'Thực hiện kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, Sở Nội vụ đề nghị Sở Xây dựng cử 03 công chức tham gia lớp bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên chính.',
      'Danh sách đề nghị gửi về Sở Nội vụ để tổng hợp.',
    ],
    urgency: 'urgent',
  })
  await home.act('specialist', submitted, 'document.submit', { note: 'Kính trình' })
}

/** A recall of something that never came here. */
async function unmatchedRecall(home: Scene): Promise<void> {
  const fields = [
    ['from.organId', 'T86.23'],
    ['from.name', 'Ủy ban nhân dân xã Lam Hạ Giang'],
    ['code.number', '79'],
    ['code.notation', 'UBND-VP'],
    ['subject', 'V/v thu hồi Công văn số 71/UBND-VP'],
    ['business.type', '1'],
    ['business.reason', 'Ban hành nhầm phụ lục'],
  ].map(([name = '', value = '']) => ({ name, value }))
  await actOrThrow(await home.node.workspace(home.agency.agency.id), [
    {
      aggregate: { kind: 'unmatched', id: derivedUuid('first-day', 'unmatched-recall') },
      type: 'unmatched.receive',
      payload: {
        kind: 'recall',
        from: { code: 'T86.23', name: 'Ủy ban nhân dân xã Lam Hạ Giang' },
        to: 'T86.03',
        fields,
        reason: 'document-unknown',
      },
    },
  ])
}
