import { expect, it } from 'vitest'
import {
  judgeCalendar,
  readSubscribed,
} from '../../../../../../shared/exchange/calendar/subscribed/read-subscribed.ts'
import { aCalendarText } from '../../../../../builders/a-calendar-text.ts'

const WINDOW = { fromMs: Date.parse('2026-11-01T00:00:00Z'), toMs: Date.parse('2027-11-01T00:00:00Z') }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const judged = (...parameters: Parameters<typeof aCalendarText>) =>
  judgeCalendar(bytes(aCalendarText(...parameters)), WINDOW)
const at = (hour: string, more: readonly string[] = []): readonly string[] => [
  `DTSTART:20261123T${hour}0000Z`,
  `DTEND:20261123T${hour}3000Z`,
  'SUMMARY:Họp',
  ...more,
]
const many = <T>(length: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length }, (_, index) => make(index))

it('tells what a calendar calls itself, and when it keeps its reader busy', () => {
  const found = judged(
    [
      at('02'),
      at('04', ['TRANSP:TRANSPARENT']),
      at('06', ['STATUS:CANCELLED']),
      ['DTSTART;VALUE=DATE:20261124', 'SUMMARY:Nghỉ'],
      at('08', ['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20261123T080000Z']),
    ],
    ['X-WR-CALNAME: Lịch bộ '],
  )
  expect(found).toEqual({
    name: 'Lịch bộ',
    events: 5,
    unshown: 0,
    busy: [
      { from: '2026-11-23T02:00:00.000Z', until: '2026-11-23T02:30:00.000Z' },
      { from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T08:30:00.000Z' },
    ],
  })
})

it('keeps what it does not know, and leaves out what cannot be read', () => {
  const text = aCalendarText([at('02', ['X-KHAC;A=1:giữ nguyên']), ['SUMMARY:không giờ']])
  const found = readSubscribed(bytes(text))
  expect(found).toMatchObject({ ok: true, unreadable: 1 })
  expect(JSON.stringify(found)).toContain('giữ nguyên')
})

it('takes nothing of what is no calendar, is a message, bears a secrecy mark or holds too much', () => {
  expect(judgeCalendar(bytes('<html>Đăng nhập</html>'), WINDOW)).toBe('not-calendar')
  expect(judgeCalendar(new Uint8Array(), WINDOW)).toBe('not-calendar')
  expect(judged([at('02')], ['METHOD:REQUEST'])).toBe('not-calendar')
  expect(judged([at('02')], ['METHOD:PUBLISH'])).toMatchObject({ events: 1 })
  expect(judged([at('02', ['DESCRIPTION:MẬT'])])).toBe('secret')
  expect(judged(many(5001, () => at('02')))).toBe('too-large')
  expect(judgeCalendar(bytes(`BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(50)}`), WINDOW)).toBe(
    'too-large',
  )
})

it('looks at repetitions for bounded work: what costs more is refused as a whole', () => {
  const hourly = `RRULE:FREQ=DAILY;BYHOUR=${many(24, String).join()}`
  expect(judged([at('02'), at('03', [hourly])])).toBe('too-costly')
  expect(judged(many(500, () => at('02', ['RRULE:FREQ=DAILY'])))).toMatchObject({ events: 500 })
})

it('keeps nothing of a calendar that tears a year into more pieces than anybody is busy in', () => {
  const every = (minutes: number) =>
    many((24 * 60) / minutes, (one) => {
      const [hour, minute] = [Math.floor((one * minutes) / 60), (one * minutes) % 60].map((part) =>
        String(part).padStart(2, '0'),
      )
      return [`DTSTART:20261101T${hour}${minute}00Z`, 'DURATION:PT1M', 'RRULE:FREQ=DAILY', 'SUMMARY:x']
    })
  expect(judged(every(15))).toBe('too-costly')
  expect(judged(every(120))).toMatchObject({ events: 12 })
})
