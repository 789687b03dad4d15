import { expect, it } from 'vitest'
import { saysTheSame } from '../../../../backbone/caldav/says-the-same.ts'
import type { JComponent, JProperty } from '../../../../shared/exchange/calendar/jcal.ts'

const event = (...more: readonly JProperty[]): JComponent => [
  'vcalendar',
  [],
  [['vevent', [['uid', {}, 'text', 'a'], ['summary', {}, 'text', 'Họp'], ...more], []]],
]
const zone = (value: string): JProperty => ['dtstart', { tzid: value }, 'date-time', '2026-11-23T08:00:00']

it('the order of what is said, the marks of other programs and reminders do not count', () => {
  const [, , [one]] = event(zone('Asia/Ho_Chi_Minh'))
  const turned: JComponent = ['vcalendar', [], [[one![0], one![1].toReversed(), [['valarm', [], []]]]]]
  expect(saysTheSame(turned, event(zone('Asia/Ho_Chi_Minh')))).toBe(true)
  const stamped = event(['dtstamp', {}, 'date-time', '2026-11-23T00:00:00Z'], ['x-seen', {}, 'unknown', '1'])
  expect(saysTheSame(stamped, event())).toBe(true)
})

it('lists of days may be one property or many', () => {
  const [a, b] = ['2026-11-23', '2026-11-30'] as const
  const one = event(['exdate', {}, 'date', a, b])
  expect(saysTheSame(event(['exdate', {}, 'date', b], ['exdate', {}, 'date', a]), one)).toBe(true)
  expect(saysTheSame(event(['exdate', {}, 'date', a]), one)).toBe(false)
})

it('any other property, value, clock or date by itself counts', () => {
  const plain = event(zone('Asia/Ho_Chi_Minh'))
  expect(saysTheSame(event(zone('Asia/Tokyo')), plain)).toBe(false)
  expect(saysTheSame(event(zone('Asia/Ho_Chi_Minh'), ['location', {}, 'text', 'P1']), plain)).toBe(false)
  expect(saysTheSame(event(), plain)).toBe(false)
  expect(saysTheSame(['vcalendar', [], [...plain[2], ...plain[2]]], plain)).toBe(false)
  expect(saysTheSame(event(), event(['x-clinic', {}, 'unknown', '12']))).toBe(false)
  expect(saysTheSame(['vcalendar', [], []], plain)).toBe(false)
})
