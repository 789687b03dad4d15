import { expect, test } from 'vitest'
import { agendaFromLines, linesOfAgenda } from '#shared/domain/meetings/agenda-lines.ts'
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

test('an agenda is read line by line, and keeps what it knew', () => {
  let next = 0
  const newId = (): string => `n${(next += 1)}`
  const first = agendaFromLines('1. Báo cáo tháng 11 (20 phút)\n\n- Dự toán năm 2027\n', [], newId)
  expect(first.map(({ id, title, minutes }) => [id, title, minutes])).toEqual([
    ['n1', 'Báo cáo tháng 11', 20],
    ['n2', 'Dự toán năm 2027', 15],
  ])
  const again = agendaFromLines(`Khai mạc 5'\n${linesOfAgenda(first)}`, first, newId)
  expect(again.map(({ id }) => id)).toEqual(['n3', 'n1', 'n2'])
  expect(again.slice(1)).toEqual(first)
})
