import { describe, expect, test } from 'vitest'
import { MOST_EFFORT } from '#shared/exchange/calendar/limits.ts'
import { occurrencesOf } from '#shared/exchange/calendar/occurrences.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import { calendarOf, eventLines } from './calendar-text.ts'

function shown(lines: string[], from: string, to: string): readonly string[] {
  const calendar = calendarOf(...lines)
  const window = { fromMs: Date.parse(from), toMs: Date.parse(to) }
  return seriesOf(calendar).flatMap((series) =>
    occurrencesOf(series, window, zonesOf(calendar), { timesLeft: MOST_EFFORT }).occurrences.map(
      ({ event, startMs, endMs }) =>
        `${new Date(startMs).toISOString().slice(0, 16)}/${new Date(endMs).toISOString().slice(11, 16)} ${event.summary}`,
    ),
  )
}

const WEEKLY = [
  'UID:giao-ban',
  'DTSTART;TZID=Asia/Ho_Chi_Minh:20261102T080000',
  'DTEND;TZID=Asia/Ho_Chi_Minh:20261102T093000',
  'SUMMARY:Giao ban',
  'RRULE:FREQ=WEEKLY;UNTIL=20261130T010000Z',
]

describe('occurrences', () => {
  test('come at the same hour of the clock of Vietnam, the last one of UNTIL with them', () => {
    expect(shown(eventLines(...WEEKLY), '2026-11-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
      '2026-11-02T01:00/02:30 Giao ban',
      '2026-11-09T01:00/02:30 Giao ban',
      '2026-11-16T01:00/02:30 Giao ban',
      '2026-11-23T01:00/02:30 Giao ban',
      '2026-11-30T01:00/02:30 Giao ban',
    ])
  })

  test('leave out what was taken out, and show a changed one in its place, also when it left the window', () => {
    const lines = [
      ...eventLines(...WEEKLY, 'EXDATE:20261109T010000Z', 'RDATE;TZID=Asia/Ho_Chi_Minh:20261112T140000'),
      ...eventLines(
        'UID:giao-ban',
        'RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20261116T080000',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261117T140000',
        'DURATION:PT1H',
        'SUMMARY:Giao ban (dời)',
      ),
    ]
    expect(shown(lines, '2026-11-05T00:00Z', '2026-11-24T00:00Z')).toEqual([
      '2026-11-12T07:00/08:30 Giao ban',
      '2026-11-17T07:00/08:00 Giao ban (dời)',
      '2026-11-23T01:00/02:30 Giao ban',
    ])
    expect(shown(lines, '2026-11-15T00:00Z', '2026-11-16T12:00Z')).toEqual([])
  })

  test('follow a change of this and all that come', () => {
    const lines = [
      ...eventLines(...WEEKLY),
      ...eventLines(
        'UID:giao-ban',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Ho_Chi_Minh:20261116T080000',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261116T090000',
        'DURATION:PT1H',
        'SUMMARY:Giao ban 9 giờ',
      ),
    ]
    expect(shown(lines, '2026-11-08T00:00Z', '2026-11-24T00:00Z')).toEqual([
      '2026-11-09T01:00/02:30 Giao ban',
      '2026-11-16T02:00/03:00 Giao ban 9 giờ',
      '2026-11-23T02:00/03:00 Giao ban 9 giờ',
    ])
  })

  test('keep the clock of a zone that changes it, by the name of the zone or by what the calendar says of it', () => {
    const berlin = (zone: string): string[] =>
      eventLines(
        'UID:1',
        `DTSTART;TZID=${zone}:20261020T100000`,
        'DURATION:PT1H',
        'SUMMARY:B',
        'RRULE:FREQ=WEEKLY;COUNT=2',
      )
    const described = [
      'BEGIN:VTIMEZONE',
      'TZID:Riêng',
      'BEGIN:DAYLIGHT',
      'DTSTART:19810329T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const expected = ['2026-10-20T08:00/09:00 B', '2026-10-27T09:00/10:00 B']
    expect(shown(berlin('Europe/Berlin'), '2026-10-01T00:00Z', '2026-12-01T00:00Z')).toEqual(expected)
    expect(shown([...described, ...berlin('Riêng')], '2026-10-01T00:00Z', '2026-12-01T00:00Z')).toEqual(
      expected,
    )
    expect(shown(berlin('SE Asia Standard Time'), '2026-10-01T00:00Z', '2026-12-01T00:00Z')).toEqual([
      '2026-10-20T03:00/04:00 B',
      '2026-10-27T03:00/04:00 B',
    ])
  })

  test('are found in bounded work whatever a zone says of itself', () => {
    const daily = ['BEGIN:STANDARD', 'DTSTART:20000101T000000', 'TZOFFSETFROM:+0700', 'TZOFFSETTO:+0800']
    const observance = [...daily, 'RRULE:FREQ=DAILY', 'END:STANDARD']
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Riêng', ...Array.from({ length: 300 }, () => observance).flat()]
    const event = eventLines('UID:1', 'DTSTART;TZID=Riêng:20261123T080000', 'RRULE:FREQ=DAILY', 'SUMMARY:A')
    const found = shown([...zone, 'END:VTIMEZONE', ...event], '2026-11-23T00:00Z', '2027-11-22T00:00Z')
    expect(found.length).toBeGreaterThan(360)
    expect(found[0]).toBe('2026-11-23T00:00/00:00 A')
  })

  test('take a whole day from midnight to midnight in Vietnam', () => {
    expect(
      shown(
        eventLines('UID:1', 'DTSTART;VALUE=DATE:20261123', 'SUMMARY:Tết'),
        '2026-11-22T00:00Z',
        '2026-11-25T00:00Z',
      ),
    ).toEqual(['2026-11-22T17:00/17:00 Tết'])
  })

  test('tell why something is not shown, and show the rest', () => {
    const calendar = calendarOf(
      ...eventLines('UID:1', 'DTSTART:20260230T080000Z'),
      ...eventLines('UID:2', 'DTSTART:20261123T080000Z', 'DTEND:20261123T070000Z'),
      ...eventLines('UID:3', 'DTSTART:20261123T080000Z', 'RRULE:FREQ=SECONDLY'),
      ...eventLines('UID:4', 'DTSTART:20260101T080000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5'),
    )
    const window = { fromMs: Date.parse('2026-01-01T00:00Z'), toMs: Date.parse('9000-01-01T00:00Z') }
    const found = seriesOf(calendar).map((series) => {
      const { occurrences, problems } = occurrencesOf(series, window, zonesOf(calendar), {
        timesLeft: MOST_EFFORT,
      })
      return [occurrences.length, ...problems]
    })
    expect(found).toEqual([
      [0, 'start-unreadable'],
      [0, 'end-before-start'],
      [1, 'rule-finer-than-day'],
      [1, 'too-many-occurrences'],
    ])
  })
})
