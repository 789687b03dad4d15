import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import type { Post } from '../../../../../shared/domain/directory/directory.ts'
import { readDirective } from '../../../../../shared/domain/work/read-directive.ts'

const post = (id: string, name: string, unit: string, ...roles: Post['roles']): Post => ({
  id,
  person: `person-${id}`,
  name,
  title: '',
  unit,
  roles,
  certificate: null,
})
const today = '2026-11-16'
const room = {
  people: [
    post('anh', 'Phan Thị Mai Anh', 'tcbc', 'drafter'),
    post('long', 'Chu Đức Long', 'tcbc', 'drafter'),
    post('bao', 'Lương Quốc Bảo', 'tcbc', 'unit-head'),
    post('lua', 'Hồ Thị Lụa', 'vp', 'clerk'),
    post('hung', 'Lê Mạnh Hùng', 'vp', 'drafter'),
    post('hung2', 'Trần Quốc Hùng', 'vp', 'unit-head'),
  ],
  units: [
    { id: 'tcbc', name: 'Phòng Tổ chức, biên chế', abbreviation: 'TCBC' },
    { id: 'vp', name: 'Văn phòng Sở', abbreviation: 'VP' },
  ],
  today,
  calendar: workingCalendar(undefined, today),
}
const read = (text: string) =>
  readDirective(text, room).map(({ parts, deadline }) => [
    parts.map((one) => `${one.role}:${one.post}`).join(' '),
    deadline,
  ])

describe('a directive', () => {
  it.each([
    ['Đồng chí Mai Anh dự thảo báo cáo, xong trước 25/11.', [['lead:anh', '2026-11-25']]],
    [
      'Phòng Tổ chức, biên chế chủ trì, phối hợp đ/c Long rà soát, trình trước thứ sáu',
      [['lead:bao cooperating:long', '2026-11-20']],
    ],
    ['Giao Phòng Tổ chức biên chế tham mưu, trước ngày 25/11', [['lead:bao', '2026-11-25']]],
    ['Giao P.TCBC tham mưu trong 3 ngày', [['lead:bao', '2026-11-19']]],
    [
      'Đ/c Long chuẩn bị hồ sơ. Đồng chí Mai Anh dự thảo văn bản; trước 30/11/2026 xong.',
      [
        ['lead:long', '2026-11-30'],
        ['lead:anh', '2026-11-30'],
      ],
    ],
    ['Chuyển Văn phòng Sở để biết', [['inform:hung2', null]]],
    ['Kính chuyển Chu Đức Long xử lý trong tuần', [['lead:long', '2026-11-20']]],
    ['Phối hợp với đ/c Long và đồng chí Lụa', [['cooperating:long cooperating:lua', null]]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('does not guess between two people of one name, nor take a word for a person', () => {
    expect(read('Đồng chí Hùng xử lý')).toEqual([])
    expect(read('Bảo đảm tiến độ, báo cáo lãnh đạo')).toEqual([])
  })

  it('keeps the words of the work as written', () => {
    expect(readDirective('Đồng chí Lụa lập danh sách; gửi các phòng.', room)[0]?.work).toBe(
      'Đồng chí Lụa lập danh sách',
    )
  })

  it('reads any text without failing, and names each person once in a task', () => {
    const words = fc.constantFrom(
      'Đồng chí Mai Anh',
      'đ/c Long',
      'Phòng TCBC',
      'chủ trì',
      'phối hợp',
      'để biết',
      'trước 25/11',
      '.',
      ';',
      'trong 3 ngày',
      '(',
      'ﬁ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 20 }), (pieces) => {
        for (const { parts } of readDirective(pieces.join(' '), room))
          expect(new Set(parts.map((one) => one.post)).size).toBe(parts.length)
      }),
    )
  })
})
