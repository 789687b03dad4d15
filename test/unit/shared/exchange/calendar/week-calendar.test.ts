import { expect, it } from 'vitest'
import { eventOf } from '#shared/exchange/calendar/event.ts'
import { componentsOf, textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import { MOST_EFFORT } from '#shared/exchange/calendar/limits.ts'
import { occurrencesOf } from '#shared/exchange/calendar/occurrences.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { calendarWith, eventsOfWeek, type PublishedWeek } from '#shared/exchange/calendar/week-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import { officeHours } from '#shared/domain/calendar/vietnam-calendar.ts'
import { aWeekLine } from '../../../../builders/a-week-line.ts'

const by = { person: 'person-clerk', post: 'clerk' }
const published = (...versions: readonly (readonly WeekLine[])[]): PublishedWeek => ({
  week: '2026-W48',
  versions: versions.map((lines, index) => ({
    number: index + 1,
    at: `2026-11-2${index}T09:00:00.000Z`,
    by,
    lines,
  })),
  workspace: 'snv',
  nameOf: (post) => (post === 'director' ? 'Nguyễn Hữu Tường' : ''),
  hoursOf: (half) => officeHours[half === 'morning' ? 0 : 1]!,
})
const busy: WeekLine = {
  id: 'l2',
  leaders: ['leader'],
  day: '2026-11-24',
  half: 'afternoon',
  hours: null,
  busy: true,
}

function written(week: PublishedWeek, leader?: string): JComponent {
  const read = readCalendar(writeCalendar(calendarWith(eventsOfWeek(week, leader), 'Lịch công tác tuần 48')))
  if (!read.ok) throw new Error(read.error.code)
  return read.calendar
}

it('takes place at the hours of Vietnam, a line without hours in those of the office', () => {
  const calendar = written(published([aWeekLine(), busy]))
  const window = { fromMs: Date.parse('2026-11-20'), toMs: Date.parse('2026-11-30') }
  const times = seriesOf(calendar).flatMap(
    (one) => occurrencesOf(one, window, zonesOf(calendar), { timesLeft: MOST_EFFORT }).occurrences,
  )
  expect(
    times.map(({ startMs, endMs }) => [new Date(startMs).toISOString(), new Date(endMs).toISOString()]),
  ).toEqual([
    ['2026-11-23T01:30:00.000Z', '2026-11-23T04:00:00.000Z'],
    ['2026-11-24T06:30:00.000Z', '2026-11-24T10:00:00.000Z'],
  ])
})

it('tells of a busy line the time alone, and of one leader the own lines', () => {
  const [event] = componentsOf(written(published([aWeekLine(), busy]), 'leader'), 'vevent')
  expect(event?.[1].map(([name]) => name)).not.toContain('location')
  expect([textOf(event!, 'summary'), textOf(event!, 'class')]).toEqual(['Bận', 'PRIVATE'])
  expect(componentsOf(written(published([aWeekLine(), busy]), 'director'), 'vevent')).toHaveLength(1)
})

it('changes nothing of a line that a later version has as it was, and counts the changes of the others', () => {
  const moved = aWeekLine({ day: '2026-11-25' })
  const other = aWeekLine({ id: 'l3' })
  const bytesOf = (week: PublishedWeek, uid: string) =>
    writeCalendar(calendarWith(eventsOfWeek(week).filter((one) => one.uid === uid)))
  const [first, second] = [published([aWeekLine(), other]), published([aWeekLine(), other], [moved, other])]
  const uid = '2026-W48.l3@snv.congso'
  expect(bytesOf(second, uid)).toEqual(bytesOf(first, uid))
  const changed = eventsOfWeek(second).find((one) => one.uid === '2026-W48.l1@snv.congso')
  expect(eventOf(changed!.component)).toMatchObject({ sequence: 1, stamp: '2026-11-21T09:00:00Z' })
})

it('survives export, import and export unchanged', () => {
  const calendar = written(published([aWeekLine(), busy]))
  const again = readCalendar(writeCalendar(calendar))
  expect(again).toEqual({ ok: true, calendar })
})
