import { beforeEach, describe, expect, test } from 'vitest'
import { missingMinutesParts } from '#shared/domain/documents/minutes.ts'
import { bodyText } from '#shared/domain/format/body.ts'
import { figuresOf } from '#shared/domain/meetings/figures.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'

import { textOfBody } from '../../../../../renderer/features/drafting/use-cases/text-of-body.ts'
import { nameInSentence } from '../../../../../renderer/features/meetings/use-cases/meeting-name.ts'
import { minutesOfMeeting } from '../../../../../renderer/features/meetings/use-cases/minutes-of-meeting.ts'
import { noticeOfMeeting } from '../../../../../renderer/features/meetings/use-cases/notice-of-meeting.ts'
import { namesFrom } from '../../../../../renderer/features/meetings/use-cases/official-people.ts'
import { worksOfMeeting } from '../../../../../renderer/features/meetings/use-cases/works-of-meeting.ts'
import { ConcludedRoom } from '../../../../builders/a-concluded-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people as office } from '../../../shared/domain/law/cases/office.ts'

const postOf = (id: string, name: string, title: string, unit: string) => ({
  ...{ id, person: id, name, title, unit, certificate: null },
  roles: title === 'Trưởng phòng' ? (['unit-head'] as const) : [],
})
const people = [
  postOf('director', 'Nguyễn Thu Hà', 'Giám đốc', 'u0'),
  postOf('leader', 'Trần Văn Bình', 'Phó Giám đốc', 'u0'),
  postOf('head', 'Lê Thị Cúc', 'Trưởng phòng', 'u1'),
  postOf('secretary', 'Phan Thị Mai Anh', 'Chuyên viên', 'u1'),
]
const units = [
  { id: 'u0', name: 'Ban Giám đốc', abbreviation: '' },
  { id: 'u1', name: 'Phòng Tổ chức biên chế', abbreviation: 'TCBC' },
]

let room: ConcludedRoom
beforeEach(() => {
  const law = new LawOffice()
  law.appoint(anActor('secretary', 'drafter'))
  room = new ConcludedRoom(law.world)
})
const minutes = (votes: readonly { post: string; choice: 'yes' | 'no' | 'other' }[] = []) =>
  minutesOfMeeting({
    meeting: room.state(),
    votes: new Map([['q1', votes]]),
    named: namesFrom(people),
  }).body

describe('minutes of a meeting', () => {
  test('say everything that the form asks for, as the meeting went', () => {
    room.called({ outsiders: [{ name: 'Vũ Minh', agency: 'Sở Tài chính', address: null }] })
    room.must(office.head, 'answer', { attendance: 'absent', reason: 'Đi công tác', substitute: null })
    for (const post of ['director', 'leader'])
      room.must(room.secretary, 'checkIn', { post, isRemote: post === 'leader' })
    room.world.at = '2026-11-23T01:30:00.000Z'
    room.must(room.secretary, 'open')
    room.must(room.secretary, 'takeItem', { item: 'i1' })
    room.must(room.secretary, 'conclude', {
      item: 'i1',
      text: 'Thông qua đề án.\nBáo cáo Ủy ban.',
      publish: true,
    })
    room.world.at = '2026-11-23T04:00:00.000Z'
    room.must(room.secretary, 'close')
    const body = minutes()
    expect(missingMinutesParts(textOfBody(body))).toEqual([])
    expect(bodyText(body).split('\n')).toEqual([
      'Thời gian bắt đầu: 08 giờ 30, ngày 23 tháng 11 năm 2026',
      'Địa điểm: Phòng họp số 1',
      'Thành phần tham dự: có mặt 2/3 thành viên',
      '- Dự tại phòng họp: Nguyễn Thu Hà, Giám đốc',
      '- Dự trực tuyến: Trần Văn Bình, Phó Giám đốc',
      '- Vắng: Lê Thị Cúc, Trưởng phòng (lý do: Đi công tác)',
      '- Mời dự: Vũ Minh, Sở Tài chính',
      'Chủ trì (chủ tọa): Nguyễn Thu Hà, Giám đốc',
      'Thư ký (người ghi biên bản): Phan Thị Mai Anh, Chuyên viên',
      'Nội dung (theo diễn biến cuộc họp):',
      '1. Nội dung i1',
      'Kết luận của chủ tọa: Thông qua đề án.',
      'Báo cáo Ủy ban.',
      '2. Nội dung i2',
      'Cuộc họp kết thúc vào 11 giờ 00, ngày 23 tháng 11 năm 2026',
    ])
  })

  test('say under an item what was said of it, and leave open only what nobody wrote', () => {
    room.opened()
    const said = 'Đồng chí Bình đề nghị bổ sung số liệu.\nĐồng chí Cúc nhất trí.'
    room.must(office.head, 'askForFloor', { item: 'i1' })
    room.must(room.secretary, 'giveFloor', { item: 'i1', post: 'head' })
    expect(bodyText(minutes())).toContain('Phát biểu: Lê Thị Cúc; nội dung: …')
    room.must(room.secretary, 'recordProceedings', { item: 'i1', over: sha256Hex(''), text: said })
    expect(bodyText(minutes())).toContain(
      'Phát biểu: Lê Thị Cúc.\nDiễn biến: Đồng chí Bình đề nghị bổ sung số liệu.\nĐồng chí Cúc nhất trí.',
    )
  })

  test('give an open vote with the names, and never those of a secret one', () => {
    room.voting()
    const votes = [
      { post: 'director', choice: 'yes' },
      { post: 'head', choice: 'no' },
    ] as const
    expect(bodyText(minutes(votes))).toContain(
      'Biểu quyết “Thông qua?”: đồng ý 1/3 (Nguyễn Thu Hà); không đồng ý 1 (Lê Thị Cúc); không biểu quyết 1 (Trần Văn Bình). Chưa công bố kết quả.',
    )
    room.must(room.secretary, 'closeVote', { item: 'i1', motion: 'q1' })
    const motion = { id: 'q2', question: 'Bầu?', majority: 'ofAll', isSecret: true }
    room.must(room.secretary, 'openVote', { item: 'i1', motion })
    const tally = { yes: 2, no: 1, other: 0, counters: ['secretary'] }
    room.must(room.secretary, 'recordTally', { item: 'i1', motion: 'q2', tally })
    room.must(room.secretary, 'declareVote', { item: 'i1', motion: 'q2' })
    expect(bodyText(minutes(votes))).toContain(
      'Biểu quyết kín bằng phiếu giấy “Bầu?”: đồng ý 2/3; không đồng ý 1; kiểm phiếu: Phan Thị Mai Anh. Thông qua.',
    )
  })
})

describe('a notice of conclusions', () => {
  test('tells who chaired what, each conclusion, and goes to the units and agencies that were there', () => {
    room.opened({ outsiders: [{ name: 'Vũ Minh', agency: 'Sở Tài chính', address: null }] })
    room.must(room.secretary, 'conclude', { item: 'i1', text: 'Thông qua đề án.', publish: true })
    room.must(room.secretary, 'close')
    const notice = noticeOfMeeting({
      ...{ meeting: room.state(), people, units, agency: 'Sở Nội vụ tỉnh Minh Giang', unit: 'u1' },
      correspondents: [{ id: 'c1', code: 'H77.02', name: 'Sở Tài chính', onBackbone: true }],
    })
    expect(notice.subject).toBe('Kết luận của Giám đốc Nguyễn Thu Hà tại cuộc họp giao ban tháng 11')
    expect(bodyText(notice.body).split('\n')).toEqual([
      'Ngày 16 tháng 11 năm 2026, tại phòng họp số 1, Giám đốc Nguyễn Thu Hà đã chủ trì cuộc họp giao ban tháng 11. Tham dự có Ban Giám đốc, Phòng Tổ chức biên chế và Sở Tài chính.',
      'Sau khi nghe báo cáo và ý kiến của các thành viên dự họp, Giám đốc Nguyễn Thu Hà kết luận như sau:',
      '1. Nội dung i1',
      'Thông qua đề án.',
      'Sở Nội vụ tỉnh Minh Giang thông báo để các cơ quan, đơn vị, cá nhân có liên quan biết, thực hiện',
    ])
    expect(notice.receivers).toEqual([
      'Ban Giám đốc',
      'Phòng Tổ chức biên chế',
      'Sở Tài chính',
      'Lưu: VT, TCBC',
    ])
    expect(notice.recipients).toEqual([{ code: 'H77.02', name: 'Sở Tài chính' }])
  })

  test.each([
    ['Họp giao ban', 'cuộc họp giao ban'],
    ['Hội nghị tổng kết năm', 'hội nghị tổng kết năm'],
    ['Phiên họp thứ 5', 'phiên họp thứ 5'],
    ['Đề án vị trí việc làm', 'cuộc họp về đề án vị trí việc làm'],
  ])('%s is told as %s', (title, told) => {
    expect(nameInSentence(title)).toBe(told)
  })
})

test('what conclusions want done is read from their words; one that names nobody is left to be given', () => {
  room.opened()
  const conclude = (item: string, text: string): void =>
    room.must(room.secretary, 'conclude', { item, text, publish: true })
  conclude('i1', 'Phòng Tổ chức biên chế hoàn thiện đề án trước ngày 05/12.')
  conclude('i2', 'Các đơn vị gửi số liệu trước ngày 01/12.')
  const calendar = { holidays: [], makeUpDays: [], hours: [] }
  const works = worksOfMeeting(room.state(), { people, units, today: '2026-11-16', calendar })
  expect(works).toEqual([
    {
      ...{ item: 'i1', title: 'Nội dung i1', deadline: '2026-12-05' },
      parts: [{ post: 'head', role: 'lead' }],
      work: 'Phòng Tổ chức biên chế hoàn thiện đề án trước ngày 05/12',
    },
    {
      item: 'i2',
      title: 'Nội dung i2',
      parts: [],
      work: 'Các đơn vị gửi số liệu trước ngày 01/12.',
      deadline: '2026-12-01',
    },
  ])
})

test('figures tell who was there, how long each item took and how many decisions an hour', () => {
  room.opened()
  const at = (time: string): void => {
    room.world.at = `2026-11-16T${time}:00.000Z`
  }
  at('01:20')
  room.must(room.secretary, 'conclude', { item: 'i1', text: 'Đồng ý.', publish: true })
  room.must(room.secretary, 'takeItem', { item: 'i2' })
  at('01:30')
  room.must(room.secretary, 'close')
  expect(figuresOf(room.state())).toEqual({
    ...{ present: 2, members: 3, minutes: 30, decisionsPerHour: 2 },
    items: [
      { id: 'i1', title: 'Nội dung i1', spent: 20, allotted: 15 },
      { id: 'i2', title: 'Nội dung i2', spent: 10, allotted: 15 },
    ],
  })
})
