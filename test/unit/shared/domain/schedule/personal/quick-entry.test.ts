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
  ['9h30 mai họp tổ', 'họp tổ', '2026-11-23', '9:30-10:30'],
  ['9h30 mai hop to', 'hop to', '2026-11-23', '9:30-10:30'],
  ['mai 9h30 họp tổ', 'họp tổ', '2026-11-23', '9:30-10:30'],
  ['họp tổ 9h30 mai', 'họp tổ', '2026-11-23', '9:30-10:30'],
  ['họp tổ lúc 9 giờ 30 ngày mai', 'họp tổ', '2026-11-23', '9:30-10:30'],
  ['9 giờ rưỡi sáng mai họp tổ', 'họp tổ', '2026-11-23', '9:30-10:30'],
  ['Giao ban', 'Giao ban', CHOSEN],
  ['8h giao ban', 'giao ban', CHOSEN, '8:00-9:00'],
  ['2h gặp đoàn kiểm tra', 'gặp đoàn kiểm tra', CHOSEN, '14:00-15:00'],
  ['2h sáng trực bão', 'trực bão', CHOSEN, '2:00-3:00'],
  ['2h sang Sở Nội vụ', 'sang Sở Nội vụ', CHOSEN, '14:00-15:00'],
  ['9h tôi tiếp công dân', 'tôi tiếp công dân', CHOSEN, '9:00-10:00'],
  ['9h tối trực', 'trực', CHOSEN, '21:00-22:00'],
  ['1h trưa ăn cơm với đoàn', 'ăn cơm với đoàn', CHOSEN, '13:00-14:00'],
  ['14h-16h t6 gặp đoàn tại phòng 2', 'gặp đoàn', '2026-11-27', '14:00-16:00', { place: 'phòng 2' }],
  ['14:00 – 16:30 thứ sáu thẩm định', 'thẩm định', '2026-11-27', '14:00-16:30'],
  ['từ 8h30 đến 11h thứ tư tập huấn', 'tập huấn', '2026-11-25', '8:30-11:00'],
  ['8h tới 9h mai họp', 'họp', '2026-11-23', '8:00-9:00'],
  ['8-10h mai họp', 'họp', '2026-11-23', '8:00-10:00'],
  ['2-4h chiều mai họp', 'họp', '2026-11-23', '14:00-16:00'],
  ['11h-1h mai làm việc', 'làm việc', '2026-11-23', '11:00-13:00'],
  ['2g30 chiều mai ký hợp đồng', 'ký hợp đồng', '2026-11-23', '14:30-15:30'],
  ['chiều mai họp chi bộ', 'họp chi bộ', '2026-11-23', '14:00-15:00'],
  ['sáng thứ hai tuần sau giao ban', 'giao ban', '2026-11-23', '8:00-9:00'],
  ['chiều nay nộp báo cáo', 'nộp báo cáo', TODAY, '14:00-15:00'],
  ['tối nay trực cơ quan', 'trực cơ quan', TODAY, '19:00-20:00'],
  ['chiều họp tổ', 'họp tổ', CHOSEN, '14:00-15:00'],
  ['hôm nay 15h họp', 'họp', TODAY, '15:00-16:00'],
  ['ngày kia 9h họp', 'họp', '2026-11-24', '9:00-10:00'],
  ['mốt 9h họp', 'họp', '2026-11-24', '9:00-10:00'],
  ['9h một số việc của tổ', 'một số việc của tổ', CHOSEN, '9:00-10:00'],
  ['9h gặp chị Mai', 'gặp chị Mai', CHOSEN, '9:00-10:00'],
  ['Mai 9h gặp chị Hoa', 'gặp chị Hoa', '2026-11-23', '9:00-10:00'],
  ['cn đi lễ', 'đi lễ', '2026-11-29'],
  ['chủ nhật 8h chạy việt dã', 'chạy việt dã', '2026-11-29', '8:00-9:00'],
  ['25/11 nộp báo cáo quý', 'nộp báo cáo quý', '2026-11-25'],
  ['ngày 25/11/2027 đại hội', 'đại hội', '2027-11-25'],
  ['10/1 khám sức khỏe', 'khám sức khỏe', '2027-01-10'],
  ['ngày 25 tháng 12 sơ kết', 'sơ kết', '2026-12-25'],
  ['ngày 5 lĩnh lương', 'lĩnh lương', '2026-12-05'],
  ['sáng 25/11 họp báo', 'họp báo', '2026-11-25', '8:00-9:00'],
  ['8h sáng ngày 25/11 họp báo', 'họp báo', '2026-11-25', '8:00-9:00'],
  ['25/11 đến 27/11 công tác Đà Nẵng', 'công tác Đà Nẵng', '2026-11-25', undefined, { last: '2026-11-27' }],
  ['từ 25-27/11 công tác Đà Nẵng', 'công tác Đà Nẵng', '2026-11-25', undefined, { last: '2026-11-27' }],
  ['công tác Huế từ ngày 30/12 đến ngày 2/1', 'công tác Huế', '2026-12-30', undefined, {}],
  ['cả ngày mai tập huấn', 'tập huấn', '2026-11-23'],
  ['mai cả ngày tập huấn ở hội trường lớn', 'tập huấn', '2026-11-23', undefined, { place: 'hội trường lớn' }],
  ['8h mai họp tại trụ sở UBND phường', 'họp', '2026-11-23', '8:00-9:00', { place: 'trụ sở UBND phường' }],
  ['họp tổ tại phòng 2 9h mai', 'họp tổ', '2026-11-23', '9:00-10:00', { place: 'phòng 2' }],
  ['9h mai họp tổ @ phòng 305', 'họp tổ', '2026-11-23', '9:00-10:00', { place: 'phòng 305' }],
  ['9h mai bàn việc ở lại cơ quan', 'bàn việc ở lại cơ quan', '2026-11-23', '9:00-10:00'],
  ['8h thứ hai hằng tuần giao ban', 'giao ban', '2026-11-23', '8:00-9:00', { repeat: weekly(1) }],
  ['8h mỗi thứ hai giao ban', 'giao ban', '2026-11-23', '8:00-9:00', { repeat: weekly(1) }],
  ['mỗi ngày 16h30 tổng hợp tin', 'tổng hợp tin', CHOSEN, '16:30-17:30', { repeat: daily }],
  ['hằng tuần 8h giao ban', 'giao ban', CHOSEN, '8:00-9:00', { repeat: weekly() }],
  ['mỗi ngày làm việc 7h30 điểm danh', 'điểm danh', CHOSEN, '7:30-8:30', { repeat: weekly(1, 2, 3, 4, 5) }],
  ['8h hai tuần một lần họp tổ', 'họp tổ', CHOSEN, '8:00-9:00', { repeat: { ...weekly(), interval: 2 } }],
  [
    'ngày 25 hàng tháng báo cáo',
    'báo cáo',
    '2026-11-25',
    undefined,
    { repeat: { ...daily, every: 'month' } },
  ],
  ['9h mai họp tổ nhắc trước 15 phút', 'họp tổ', '2026-11-23', '9:00-10:00', { reminder: 15 }],
  ['9h mai họp tổ nhắc 1 ngày', 'họp tổ', '2026-11-23', '9:00-10:00', { reminder: 1440 }],
  ['nhắc anh Nam nộp báo cáo 9h mai', 'nhắc anh Nam nộp báo cáo', '2026-11-23', '9:00-10:00'],
  ['9h mai họp tổ trong 45 phút', 'họp tổ', '2026-11-23', '9:00-9:45'],
  ['9h mai họp tổ 2 tiếng', 'họp tổ', '2026-11-23', '9:00-11:00'],
  ['9h mai họp tổ 1 tiếng rưỡi', 'họp tổ', '2026-11-23', '9:00-10:30'],
  ['9h mai, họp tổ', 'họp tổ', '2026-11-23', '9:00-10:00'],
  [
    '9h mai: Họp 15 đơn vị về Nghị định 30/2020',
    'Họp 15 đơn vị về Nghị định 30/2020',
    '2026-11-23',
    '9:00-10:00',
  ],
  ['Thẩm định Quyết định số 45/QĐ-UBND', 'Thẩm định Quyết định số 45/QĐ-UBND', CHOSEN],
  ['Tiếp đoàn 12 người 10h', 'Tiếp đoàn 12 người', CHOSEN, '10:00-11:00'],
]

const english: readonly Told[] = [
  ['tomorrow 9:30 team meeting', 'team meeting', '2026-11-23', '9:30-10:30'],
  ['team meeting tomorrow at 9:30', 'team meeting', '2026-11-23', '9:30-10:30'],
  ['every Monday 14:00-15:00 briefing', 'briefing', '2026-11-23', '14:00-15:00', { repeat: weekly(1) }],
  ['next Friday 2pm visit of the delegation', 'visit of the delegation', '2026-11-27', '14:00-15:00'],
  ['this Sunday charity run', 'charity run', TODAY],
  ['Friday at 9 interview for 45 minutes', 'interview', '2026-11-27', '9:00-9:45'],
  ['on Thursday from 9 to 11:30 training', 'training', '2026-11-26', '9:00-11:30'],
  ['today 2-4pm budget review', 'budget review', TODAY, '14:00-16:00'],
  ['11am-1pm lunch with the delegation', 'lunch with the delegation', CHOSEN, '11:00-13:00'],
  ['11-1pm lunch', 'lunch', CHOSEN, '11:00-13:00'],
  ['at 3 call the province', 'call the province', CHOSEN, '15:00-16:00'],
  ['tomorrow morning prepare the report', 'prepare the report', '2026-11-23', '8:00-9:00'],
  ['tonight on duty', 'on duty', TODAY, '19:00-20:00'],
  ['at noon lunch', 'lunch', CHOSEN, '12:00-13:00'],
  ['day after tomorrow 8:00 briefing', 'briefing', '2026-11-24', '8:00-9:00'],
  ['25 December review', 'review', '2026-12-25'],
  ['on May 5th, 2027 congress', 'congress', '2027-05-05'],
  ['Jan 10 medical check', 'medical check', '2027-01-10'],
  ['tomorrow 9:00 meeting at room 2', 'meeting', '2026-11-23', '9:00-10:00', { place: 'room 2' }],
  [
    'meeting in the main hall tomorrow 9am',
    'meeting',
    '2026-11-23',
    '9:00-10:00',
    { place: 'the main hall' },
  ],
  ['every weekday 7:30 roll call', 'roll call', CHOSEN, '7:30-8:30', { repeat: weekly(1, 2, 3, 4, 5) }],
  [
    'every 2 weeks 8:00 team meeting',
    'team meeting',
    CHOSEN,
    '8:00-9:00',
    { repeat: { ...weekly(), interval: 2 } },
  ],
  ['weekly 8:00 team meeting', 'team meeting', CHOSEN, '8:00-9:00', { repeat: weekly() }],
  ['tomorrow all day training', 'training', '2026-11-23'],
  ['tomorrow 9:30 call remind me 15 minutes before', 'call', '2026-11-23', '9:30-10:30', { reminder: 15 }],
  ['tomorrow 9:30 call for 2 hours', 'call', '2026-11-23', '9:30-11:30'],
  ['tomorrow 9h30 họp tổ tại phòng 2', 'họp tổ', '2026-11-23', '9:30-10:30', { place: 'phòng 2' }],
  ['9h mai team meeting for 45 minutes', 'team meeting', '2026-11-23', '9:00-9:45'],
]

/** Vietnamese that an English ear could take for English. */
const noEnglish: readonly Told[] = [
  ['9h mai mua 9 ấm trà', 'mua 9 ấm trà', '2026-11-23', '9:00-10:00'],
  ['9h mai mua 9 am tra', 'mua 9 am tra', '2026-11-23', '9:00-10:00'],
  ['8h mai sửa máy 25', 'sửa máy 25', '2026-11-23', '8:00-9:00'],
  ['8h mai sua may 25', 'sua may 25', '2026-11-23', '8:00-9:00'],
  ['gặp sếp 25/11', 'gặp sếp', '2026-11-25'],
  ['gap sep 25/11', 'gap sep', '2026-11-25'],
  ['8h mai in to rơi', 'in to rơi', '2026-11-23', '8:00-9:00'],
  ['8h mai in tài liệu', 'in tài liệu', '2026-11-23', '8:00-9:00'],
  ['thu 6 on thi', 'on thi', '2026-11-27'],
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
