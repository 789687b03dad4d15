import { expect, it } from 'vitest'
import { weekPage } from '#shared/domain/schedule/week-page.ts'
import { aWeekLine } from '../../../../builders/a-week-line.ts'

const agency = { superior: 'UBND tỉnh Minh Giang', letterhead: 'Sở Nội vụ', place: 'Minh Giang' }
const printed = (lines: Parameters<typeof weekPage>[0]['lines'], version: number | null = 2): string =>
  weekPage(
    {
      week: '2026-W48',
      agency,
      lines,
      version: version === null ? null : { number: version, day: '2026-11-20' },
      nameOf: (post) => `Ông ${post}`,
    },
    '',
  )

it('has the heading of the agency, the days of the week and every line under its day', () => {
  const html = printed([
    aWeekLine(),
    aWeekLine({ id: 'l2', content: '<Tiếp> công dân', transport: 'Xe số 1' }),
  ])
  expect(html).toContain('UBND TỈNH MINH GIANG')
  expect(html).toContain('(Từ ngày 23/11/2026 đến ngày 29/11/2026)')
  expect(html).toContain('Công bố lần 2, ngày 20/11/2026')
  expect(html).toContain('<td>8h30 – 11h</td><td>Họp giao ban lãnh đạo</td><td>Ông director</td>')
  expect(html).toContain('&#60;Tiếp&#62; công dân')
  expect(html).toContain('Văn phòng; Phương tiện: Xe số 1')
  expect(html.match(/class="day"/g)).toHaveLength(5)
})

it('says that it is a draft, and shows a day of the weekend only when something takes place', () => {
  const html = printed([aWeekLine({ day: '2026-11-28' })], null)
  expect(html).toContain('Dự thảo')
  expect(html).toContain('Thứ Bảy')
  expect(html).not.toContain('Chủ nhật')
})

it('tells of a busy line when and who', () => {
  const { id, leaders, day, half, hours } = aWeekLine()
  expect(printed([{ id, leaders, day, half, hours, busy: true }])).toContain(
    '<td>Bận</td><td>Ông director</td><td></td>',
  )
})
