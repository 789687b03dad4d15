import { expect, test } from 'vitest'
import { agendaFromLines, linesOfAgenda, namingOf } from '#shared/domain/meetings/agenda-lines.ts'
import type { AgendaItem } from '#shared/domain/meetings/meeting.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'

test.each([
  ['8h', 480, 600],
  ['8h30-11h', 510, 660],
  ['14:00 – 16:30', 840, 990],
  ['8 giờ 30 đến 11 giờ', 510, 660],
  ['7.15 - 8', 435, 480],
])('%s', (words, from, until) => {
  expect(hoursFromWords(words)).toEqual({ from, until })
})

test.each(['', 'sáng', '11h-8h', '25h', '8h75', '8-9-10'])('%s is no time', (words) => {
  expect(hoursFromWords(words)).toBeUndefined()
})

const naming = namingOf([
  { id: 'head', name: 'Lương Quốc Bảo', title: 'Trưởng phòng' },
  { id: 'an-1', name: 'Nguyễn Văn An', title: 'Chuyên viên' },
  { id: 'an-2', name: 'Nguyễn Văn An', title: 'Văn thư' },
])

test('an agenda is read line by line, and keeps what it knew', () => {
  let next = 0
  const newId = (): string => `n${(next += 1)}`
  const first = agendaFromLines('1. Báo cáo tháng 11 (20 phút)\n\n- Dự toán năm 2027\n', [], naming, newId)
  expect(first.map(({ id, title, minutes }) => [id, title, minutes])).toEqual([
    ['n1', 'Báo cáo tháng 11', 20],
    ['n2', 'Dự toán năm 2027', 15],
  ])
  const again = agendaFromLines(`Khai mạc 5'\n${linesOfAgenda(first, naming)}`, first, naming, newId)
  expect(again.map(({ id }) => id)).toEqual(['n3', 'n1', 'n2'])
  expect(again.slice(1)).toEqual(first)
})

test.each([
  ['Đề án (20 phút, luong quoc bao)', 'Đề án', 20, 'head'],
  ['Đề án (Lương Quốc Bảo; 10p)', 'Đề án', 10, 'head'],
  ['Đề án (Lương Quốc Bảo)', 'Đề án', 15, 'head'],
  ['Đề án (Nguyễn Văn An - Văn thư)', 'Đề án', 15, 'an-2'],
  ['Đề án (Nguyễn Văn An)', 'Đề án (Nguyễn Văn An)', 15, null],
  ['Đề án (sửa đổi)', 'Đề án (sửa đổi)', 15, null],
  ['Đề án (sửa đổi) - 30 phút', 'Đề án (sửa đổi)', 30, null],
])('%s', (line, title, minutes, presenter) => {
  expect(agendaFromLines(line, [], naming, () => 'new')).toMatchObject([{ title, minutes, presenter }])
})

test('who presents is kept as it is written, taken away with the name, and kept when nobody has that name any more', () => {
  const item = { id: 'i', title: 'Đề án', minutes: 15, mayBeAdoptedTogether: true }
  const known = (presenter: string): AgendaItem[] => [{ ...item, presenter }]
  const read = (text: string, presenter: string): readonly AgendaItem[] =>
    agendaFromLines(text, known(presenter), naming, () => 'new')
  expect(read(linesOfAgenda(known('an-1'), naming), 'an-1')).toEqual(known('an-1'))
  expect(read('Đề án', 'head')).toEqual([{ ...item, presenter: null }])
  expect(read(linesOfAgenda(known('left'), naming), 'left')).toEqual(known('left'))
})
