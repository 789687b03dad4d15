import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import { campaignCalendar } from './campaign-calendar.ts'
import { actOnTask, direct } from './letter-acts.ts'
import { configure } from './configuration-story.ts'
import { sendIn } from './outside-letters.ts'
import type { Scene } from './scene.ts'

/** What the administrator and the director set up before anything happens. */
export async function setUpWork(home: Scene): Promise<void> {
  await configure(home)
  const post = (part: Parameters<Scene['post']>[0]): string => home.post(part).id
  await home.act('director', { kind: 'usual-directives', id: post('director') }, 'usual-directives.set', {
    post: post('director'),
    directives: [
      {
        text: 'Giao đồng chí {lead} chủ trì tham mưu, trình lãnh đạo Sở trước ngày {date}.',
        lead: post('unit-head'),
        cooperating: [],
        inform: [],
        workingDays: 5,
      },
      {
        text: 'Đồng chí {lead} dự thảo văn bản trả lời, phòng thẩm định trước khi trình, xong trước ngày {date}.',
        lead: post('specialist'),
        cooperating: [post('unit-head')],
        inform: [],
        workingDays: 3,
      },
      {
        text: 'Đồng chí {lead} chuẩn bị số liệu, báo cáo trước ngày {date}.',
        lead: post('second-specialist'),
        cooperating: [],
        inform: [post('unit-head')],
        workingDays: 2,
      },
      {
        text: 'Các đồng chí để biết, thực hiện.',
        lead: null,
        cooperating: [],
        inform: [post('unit-head'), post('specialist'), post('second-specialist')],
        workingDays: null,
      },
    ],
  })
}

/** The province asks: the unit head leads, passes the work on, and the specialist asks for more time. */
export async function superiorAsks(home: Scene): Promise<AggregateRef> {
  const letter = await sendIn(home, {
    from: 'T86.01',
    number: 5087,
    subject: 'báo cáo tình hình thực hiện chế độ công vụ, kỷ luật hành chính',
    body: [
      'Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì tổng hợp tình hình thực hiện chế độ công vụ, kỷ luật, kỷ cương hành chính của các cơ quan, đơn vị.',
      'Báo cáo gửi về Ủy ban nhân dân tỉnh để trình phiên họp thường kỳ.',
    ],
    signer: 'Lâm Quang Vinh',
    answerWithinDays: 14,
  })
  await direct(home, letter, {
    by: 'director',
    text: 'Phòng Tổ chức, biên chế chủ trì tổng hợp; đồng chí Long phối hợp cung cấp số liệu; trình lãnh đạo Sở.',
    lead: 'unit-head',
    cooperating: ['second-specialist'],
    inform: ['deputy'],
    dueOn: home.clock.dayAhead(3),
  })
  await actOnTask(home, letter, 'unit-head', 'passOn', {
    parts: [{ post: home.post('specialist').id, role: 'lead' }],
    text: 'Đồng chí Mai Anh tổng hợp, dự thảo báo cáo theo đề cương.',
    deadline: home.clock.dayAhead(1),
  })
  return letter
}

/** For everyone to know; one of them has read it. */
export async function tellEveryone(home: Scene): Promise<void> {
  const letter = await sendIn(home, {
    from: 'T86.06',
    number: 771,
    subject: 'thông báo lịch tuyên truyền, phổ biến pháp luật quý IV',
    body: [
      'Sở Tư pháp thông báo lịch tuyên truyền, phổ biến pháp luật quý IV để các cơ quan biết, thực hiện.',
    ],
    attachments: [{ name: 'lich-tuyen-truyen.ics', bytes: campaignCalendar(home) }],
    signer: 'Đinh Thị Thảo',
  })
  await direct(home, letter, {
    by: 'director',
    text: 'Các đồng chí để biết, thực hiện.',
    lead: null,
    inform: ['unit-head', 'specialist', 'second-specialist'],
  })
  await actOnTask(home, letter, 'second-specialist', 'read')
}

/** The regulation of the agency lets the head of the unit sign official letters of its field by order. */
export async function delegateSigning(home: Scene): Promise<void> {
  const delegation = derivedUuid('first-day', 'signing-delegation', home.post('unit-head').id)
  await home.act('director', { kind: 'signing-delegation', id: delegation }, 'signing-delegation.give', {
    form: 'TL',
    agency: home.agency.agency.id,
    to: home.post('unit-head').id,
    kinds: ['cong-van'],
    matters: 'hướng dẫn nghiệp vụ tổ chức, biên chế',
    writing: 'Quy chế làm việc, Quyết định số 15/QĐ-SNV',
    from: localDateOf(instantFrom(home.clock.now())),
    until: null,
  })
}

/** A colleague is away: the work goes to the deputy, and both names are kept. */
export async function standIn(home: Scene): Promise<void> {
  const away = home.post('second-specialist').id
  const today = localDateOf(instantFrom(home.clock.now()))
  const absence = { kind: 'absence', id: away } as const
  const period = derivedUuid('first-day', 'absence', away)
  await home.act('second-specialist', absence, 'absence.declare', {
    post: away,
    period,
    from: today,
    until: home.clock.dayAhead(0),
    deputy: home.post('specialist').id,
    reason: 'Đi công tác tại cơ sở',
  })
  const letter = await sendIn(home, {
    from: 'T86.08',
    number: 1327,
    subject: 'cung cấp danh sách viên chức giáo dục nghỉ hưu',
    body: [
      'Sở Giáo dục và Đào tạo đề nghị Sở Nội vụ cung cấp danh sách viên chức giáo dục nghỉ hưu trong năm.',
    ],
    signer: 'Phùng Thị Hạnh',
  })
  await direct(home, letter, {
    by: 'deputy',
    text: 'Đồng chí Long lập danh sách, trình Trưởng phòng.',
    lead: 'second-specialist',
    dueOn: home.clock.dayAhead(7),
  })
  await home.act('second-specialist', absence, 'absence.end', { period })
  await home.act('unit-head', { kind: 'absence', id: home.post('unit-head').id }, 'absence.declare', {
    post: home.post('unit-head').id,
    period: derivedUuid('first-day', 'absence', home.post('unit-head').id),
    from: home.clock.dayAhead(6),
    until: home.clock.dayAhead(8),
    deputy: home.post('specialist').id,
    reason: 'Học lớp bồi dưỡng',
  })
}

/** One task came back with a reason, one stands still while others answer. */
export async function comeBack(home: Scene): Promise<void> {
  const returned = await sendIn(home, {
    from: 'T86.02',
    number: 3391,
    subject: 'rà soát danh mục dịch vụ công trực tuyến',
    body: [
      'Văn phòng Ủy ban nhân dân tỉnh đề nghị rà soát danh mục dịch vụ công trực tuyến thuộc lĩnh vực nội vụ.',
    ],
    signer: 'Tống Phước Lộc',
    answerWithinDays: 12,
  })
  await direct(home, returned, {
    by: 'director',
    text: 'Phòng Tổ chức, biên chế chủ trì rà soát.',
    lead: 'unit-head',
    dueOn: home.clock.dayAhead(5),
  })
  await actOnTask(home, returned, 'unit-head', 'passOn', {
    parts: [{ post: home.post('second-specialist').id, role: 'lead' }],
    text: 'Đồng chí Long rà soát, lập bảng so sánh.',
    deadline: home.clock.dayAhead(4),
  })
  await actOnTask(home, returned, 'second-specialist', 'return', {
    reason: 'Danh mục do đồng chí Mai Anh đang theo dõi.',
  })
  const waiting = await sendIn(home, {
    from: 'T86.07',
    number: 2019,
    subject: 'thống nhất định mức biên chế trạm y tế xã',
    body: ['Sở Y tế đề nghị Sở Nội vụ thống nhất định mức biên chế của trạm y tế xã sau sắp xếp.'],
    signer: 'Nghiêm Thị Thoa',
    answerWithinDays: 10,
  })
  await direct(home, waiting, {
    by: 'deputy',
    text: 'Đồng chí Long tham mưu, xin ý kiến Sở Tài chính trước khi trình.',
    lead: 'second-specialist',
    dueOn: home.clock.dayAhead(2),
  })
  await actOnTask(home, waiting, 'second-specialist', 'start')
  await actOnTask(
    home,
    waiting,
    'deputy',
    'stopClock',
    { reason: 'Chờ ý kiến của Sở Tài chính' },
    'second-specialist',
  )
}

/** This morning: what is late is pressed for, and more time is asked for. */
export async function pressOn(home: Scene, late: AggregateRef, asked: AggregateRef): Promise<void> {
  await actOnTask(home, late, 'director', 'chase', { note: 'Trình trong hôm nay' }, 'specialist')
  await actOnTask(home, asked, 'specialist', 'start')
  await actOnTask(home, asked, 'specialist', 'askExtension', {
    until: home.clock.dayAhead(2),
    reason: 'Ba đơn vị chưa gửi số liệu.',
  })
}
