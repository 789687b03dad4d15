import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quickEntry, type QuickEntry } from '#shared/domain/schedule/personal/quick-entry.ts'

/** A Sunday. */
const TODAY = '2026-11-22'
const CHOSEN = '2026-11-24'

type Told = readonly [
  line: string,
  title: string,
  day: string,
  hours?: string | undefined,
  more?: Partial<QuickEntry>,
]

const daily = { every: 'day', interval: 1, weekdays: [], last: null } as const
const weekly = (...weekdays: number[]) => ({ every: 'week', interval: 1, weekdays, last: null }) as const

const gold: readonly Told[] = [
  ['9h30 mai họp tổ', 'Họp tổ', '2026-11-23', '9:30-10:30'],
  ['9h30 mai hop to', 'Hop to', '2026-11-23', '9:30-10:30'],
  ['mai 9h30 họp tổ', 'Họp tổ', '2026-11-23', '9:30-10:30'],
  ['họp tổ 9h30 mai', 'Họp tổ', '2026-11-23', '9:30-10:30'],
  ['họp tổ lúc 9 giờ 30 ngày mai', 'Họp tổ', '2026-11-23', '9:30-10:30'],
  ['9 giờ rưỡi sáng mai họp tổ', 'Họp tổ', '2026-11-23', '9:30-10:30'],
  ['Giao ban', 'Giao ban', CHOSEN],
  ['8h giao ban', 'Giao ban', CHOSEN, '8:00-9:00'],
  ['2h gặp đoàn kiểm tra', 'Gặp đoàn kiểm tra', CHOSEN, '14:00-15:00'],
  ['2h sáng trực bão', 'Trực bão', CHOSEN, '2:00-3:00'],
  ['2h sang Sở Nội vụ', 'Sang Sở Nội vụ', CHOSEN, '14:00-15:00'],
  ['9h tôi tiếp công dân', 'Tôi tiếp công dân', CHOSEN, '9:00-10:00'],
  ['9h tối trực', 'Trực', CHOSEN, '21:00-22:00'],
  ['1h trưa ăn cơm với đoàn', 'Ăn cơm với đoàn', CHOSEN, '13:00-14:00'],
  ['14h-16h t6 gặp đoàn tại phòng 2', 'Gặp đoàn', '2026-11-27', '14:00-16:00', { place: 'phòng 2' }],
  ['14:00 – 16:30 thứ sáu thẩm định', 'Thẩm định', '2026-11-27', '14:00-16:30'],
  ['từ 8h30 đến 11h thứ tư tập huấn', 'Tập huấn', '2026-11-25', '8:30-11:00'],
  ['8h tới 9h mai họp', 'Họp', '2026-11-23', '8:00-9:00'],
  ['8-10h mai họp', 'Họp', '2026-11-23', '8:00-10:00'],
  ['2-4h chiều mai họp', 'Họp', '2026-11-23', '14:00-16:00'],
  ['11h-1h mai làm việc', 'Làm việc', '2026-11-23', '11:00-13:00'],
  ['2g30 chiều mai ký hợp đồng', 'Ký hợp đồng', '2026-11-23', '14:30-15:30'],
  ['chiều mai họp chi bộ', 'Họp chi bộ', '2026-11-23', '14:00-15:00'],
  ['sáng thứ hai tuần sau giao ban', 'Giao ban', '2026-11-23', '8:00-9:00'],
  ['chiều nay nộp báo cáo', 'Nộp báo cáo', TODAY, '14:00-15:00'],
  ['tối nay trực cơ quan', 'Trực cơ quan', TODAY, '19:00-20:00'],
  ['chiều họp tổ', 'Họp tổ', CHOSEN, '14:00-15:00'],
  ['hôm nay 15h họp', 'Họp', TODAY, '15:00-16:00'],
  ['ngày kia 9h họp', 'Họp', '2026-11-24', '9:00-10:00'],
  ['mốt 9h họp', 'Họp', '2026-11-24', '9:00-10:00'],
  ['9h một số việc của tổ', 'Một số việc của tổ', CHOSEN, '9:00-10:00'],
  ['9h gặp chị Mai', 'Gặp chị Mai', CHOSEN, '9:00-10:00'],
  ['Mai 9h gặp chị Hoa', 'Gặp chị Hoa', '2026-11-23', '9:00-10:00'],
  ['cn đi lễ', 'Đi lễ', '2026-11-29'],
  ['chủ nhật 8h chạy việt dã', 'Chạy việt dã', '2026-11-29', '8:00-9:00'],
  ['25/11 nộp báo cáo quý', 'Nộp báo cáo quý', '2026-11-25'],
  ['ngày 25/11/2027 đại hội', 'Đại hội', '2027-11-25'],
  ['10/1 khám sức khỏe', 'Khám sức khỏe', '2027-01-10'],
  ['ngày 25 tháng 12 sơ kết', 'Sơ kết', '2026-12-25'],
  ['ngày 5 lĩnh lương', 'Lĩnh lương', '2026-12-05'],
  ['sáng 25/11 họp báo', 'Họp báo', '2026-11-25', '8:00-9:00'],
  ['8h sáng ngày 25/11 họp báo', 'Họp báo', '2026-11-25', '8:00-9:00'],
  ['25/11 đến 27/11 công tác Đà Nẵng', 'Công tác Đà Nẵng', '2026-11-25', undefined, { last: '2026-11-27' }],
  ['từ 25-27/11 công tác Đà Nẵng', 'Công tác Đà Nẵng', '2026-11-25', undefined, { last: '2026-11-27' }],
  ['công tác Huế từ ngày 30/12 đến ngày 2/1', 'Công tác Huế', '2026-12-30', undefined, {}],
  ['cả ngày mai tập huấn', 'Tập huấn', '2026-11-23'],
  ['mai cả ngày tập huấn ở hội trường lớn', 'Tập huấn', '2026-11-23', undefined, { place: 'hội trường lớn' }],
  ['8h mai họp tại trụ sở UBND phường', 'Họp', '2026-11-23', '8:00-9:00', { place: 'trụ sở UBND phường' }],
  ['họp tổ tại phòng 2 9h mai', 'Họp tổ', '2026-11-23', '9:00-10:00', { place: 'phòng 2' }],
  ['9h mai họp tổ @ phòng 305', 'Họp tổ', '2026-11-23', '9:00-10:00', { place: 'phòng 305' }],
  ['9h mai bàn việc ở lại cơ quan', 'Bàn việc ở lại cơ quan', '2026-11-23', '9:00-10:00'],
  ['8h thứ hai hằng tuần giao ban', 'Giao ban', '2026-11-23', '8:00-9:00', { repeat: weekly(1) }],
  ['8h mỗi thứ hai giao ban', 'Giao ban', '2026-11-23', '8:00-9:00', { repeat: weekly(1) }],
  ['mỗi ngày 16h30 tổng hợp tin', 'Tổng hợp tin', CHOSEN, '16:30-17:30', { repeat: daily }],
  ['hằng tuần 8h giao ban', 'Giao ban', CHOSEN, '8:00-9:00', { repeat: weekly() }],
  ['mỗi ngày làm việc 7h30 điểm danh', 'Điểm danh', CHOSEN, '7:30-8:30', { repeat: weekly(1, 2, 3, 4, 5) }],
  ['8h hai tuần một lần họp tổ', 'Họp tổ', CHOSEN, '8:00-9:00', { repeat: { ...weekly(), interval: 2 } }],
  [
    'ngày 25 hàng tháng báo cáo',
    'Báo cáo',
    '2026-11-25',
    undefined,
    { repeat: { ...daily, every: 'month' } },
  ],
  ['9h mai họp tổ nhắc trước 15 phút', 'Họp tổ', '2026-11-23', '9:00-10:00', { reminder: 15 }],
  ['9h mai họp tổ nhắc 1 ngày', 'Họp tổ', '2026-11-23', '9:00-10:00', { reminder: 1440 }],
  ['nhắc anh Nam nộp báo cáo 9h mai', 'Nhắc anh Nam nộp báo cáo', '2026-11-23', '9:00-10:00'],
  ['9h mai họp tổ trong 45 phút', 'Họp tổ', '2026-11-23', '9:00-9:45'],
  ['9h mai họp tổ 2 tiếng', 'Họp tổ', '2026-11-23', '9:00-11:00'],
  ['9h mai họp tổ 1 tiếng rưỡi', 'Họp tổ', '2026-11-23', '9:00-10:30'],
  ['9h mai, họp tổ', 'Họp tổ', '2026-11-23', '9:00-10:00'],
  [
    '9h mai: Họp 15 đơn vị về Nghị định 30/2020',
    'Họp 15 đơn vị về Nghị định 30/2020',
    '2026-11-23',
    '9:00-10:00',
  ],
  ['9h mai eOffice: tập huấn nhập văn bản', 'eOffice: tập huấn nhập văn bản', '2026-11-23', '9:00-10:00'],
  ['9h mai đi tỉnh', 'Đi tỉnh', '2026-11-23', '9:00-10:00'],
  ['9h mai 15 đơn vị báo cáo', '15 đơn vị báo cáo', '2026-11-23', '9:00-10:00'],
  ['Thẩm định Quyết định số 45/QĐ-UBND', 'Thẩm định Quyết định số 45/QĐ-UBND', CHOSEN],
  ['Tiếp đoàn 12 người 10h', 'Tiếp đoàn 12 người', CHOSEN, '10:00-11:00'],
]

const english: readonly Told[] = [
  ['tomorrow 9:30 team meeting', 'Team meeting', '2026-11-23', '9:30-10:30'],
  ['team meeting tomorrow at 9:30', 'Team meeting', '2026-11-23', '9:30-10:30'],
  ['every Monday 14:00-15:00 briefing', 'Briefing', '2026-11-23', '14:00-15:00', { repeat: weekly(1) }],
  ['next Friday 2pm visit of the delegation', 'Visit of the delegation', '2026-11-27', '14:00-15:00'],
  ['this Sunday charity run', 'Charity run', TODAY],
  ['Friday at 9 interview for 45 minutes', 'Interview', '2026-11-27', '9:00-9:45'],
  ['on Thursday from 9 to 11:30 training', 'Training', '2026-11-26', '9:00-11:30'],
  ['today 2-4pm budget review', 'Budget review', TODAY, '14:00-16:00'],
  ['11am-1pm lunch with the delegation', 'Lunch with the delegation', CHOSEN, '11:00-13:00'],
  ['11-1pm lunch', 'Lunch', CHOSEN, '11:00-13:00'],
  ['at 3 call the province', 'Call the province', CHOSEN, '15:00-16:00'],
  ['tomorrow morning prepare the report', 'Prepare the report', '2026-11-23', '8:00-9:00'],
  ['tonight on duty', 'On duty', TODAY, '19:00-20:00'],
  ['at noon lunch', 'Lunch', CHOSEN, '12:00-13:00'],
  ['day after tomorrow 8:00 briefing', 'Briefing', '2026-11-24', '8:00-9:00'],
  ['25 December review', 'Review', '2026-12-25'],
  ['on May 5th, 2027 congress', 'Congress', '2027-05-05'],
  ['Jan 10 medical check', 'Medical check', '2027-01-10'],
  ['tomorrow 9:00 meeting at room 2', 'Meeting', '2026-11-23', '9:00-10:00', { place: 'room 2' }],
  [
    'meeting in the main hall tomorrow 9am',
    'Meeting',
    '2026-11-23',
    '9:00-10:00',
    { place: 'the main hall' },
  ],
  ['every weekday 7:30 roll call', 'Roll call', CHOSEN, '7:30-8:30', { repeat: weekly(1, 2, 3, 4, 5) }],
  [
    'every 2 weeks 8:00 team meeting',
    'Team meeting',
    CHOSEN,
    '8:00-9:00',
    { repeat: { ...weekly(), interval: 2 } },
  ],
  ['weekly 8:00 team meeting', 'Team meeting', CHOSEN, '8:00-9:00', { repeat: weekly() }],
  ['tomorrow all day training', 'Training', '2026-11-23'],
  ['tomorrow 9:30 call remind me 15 minutes before', 'Call', '2026-11-23', '9:30-10:30', { reminder: 15 }],
  ['tomorrow 9:30 call for 2 hours', 'Call', '2026-11-23', '9:30-11:30'],
  ['tomorrow 9h30 họp tổ tại phòng 2', 'Họp tổ', '2026-11-23', '9:30-10:30', { place: 'phòng 2' }],
  ['9h mai team meeting for 45 minutes', 'Team meeting', '2026-11-23', '9:00-9:45'],
]

/** Vietnamese that an English ear could take for English. */
const noEnglish: readonly Told[] = [
  ['9h mai mua 9 ấm trà', 'Mua 9 ấm trà', '2026-11-23', '9:00-10:00'],
  ['9h mai mua 9 am tra', 'Mua 9 am tra', '2026-11-23', '9:00-10:00'],
  ['8h mai sửa máy 25', 'Sửa máy 25', '2026-11-23', '8:00-9:00'],
  ['8h mai sua may 25', 'Sua may 25', '2026-11-23', '8:00-9:00'],
  ['gặp sếp 25/11', 'Gặp sếp', '2026-11-25'],
  ['gap sep 25/11', 'Gap sep', '2026-11-25'],
  ['8h mai in to rơi', 'In to rơi', '2026-11-23', '8:00-9:00'],
  ['8h mai in tài liệu', 'In tài liệu', '2026-11-23', '8:00-9:00'],
  ['thu 6 on thi', 'On thi', '2026-11-27'],
]

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`

describe('an appointment in a line of words', () => {
  it.each([...gold, ...english, ...noEnglish].map((one) => [one[0], one] as const))(
    '%s',
    (line, [, title, day, hours, more = {}]) => {
      const read = quickEntry(line, TODAY, CHOSEN)
      const told = read?.hours == null ? undefined : `${clock(read.hours.from)}-${clock(read.hours.until)}`
      expect({ title: read?.title, day: read?.first, hours: told }).toEqual({ title, day, hours })
      expect(read).toMatchObject(more)
      if (more.place === undefined) expect(read?.place).toBe('')
      if (more.repeat === undefined) expect(read?.repeat).toBeNull()
    },
  )

  it('needs words of its own for a title', () => {
    for (const line of ['', '   ', '9h30 mai', 'mai', '9h mai tại phòng 2'])
      expect(quickEntry(line, TODAY, CHOSEN)).toBeUndefined()
  })

  test('whatever is typed, the day is one and the hours lie within it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), (line) => {
        const read = quickEntry(line, TODAY, CHOSEN)
        if (read === undefined) return
        expect(read.first).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(read.last >= read.first).toBe(true)
        if (read.hours === null) return
        expect(read.hours.from).toBeGreaterThanOrEqual(0)
        expect(read.hours.until).toBeGreaterThan(read.hours.from)
        expect(read.hours.until).toBeLessThanOrEqual(1440)
      }),
    )
  })
})
