import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { calendarBytes, calendarOf, eventLines } from './calendar-text.ts'

function refusal(bytes: Uint8Array): { code: string; line: number } | undefined {
  const read = readCalendar(bytes)
  return read.ok ? undefined : { code: read.error.code, line: read.error.line }
}

describe('a calendar', () => {
  test('keeps what nobody here knows, and is the same after export, import and export', () => {
    const calendar = calendarOf(
      'X-WR-CALNAME:Lịch của Sở',
      'BEGIN:X-NHOM',
      'X-A;X-GHI-CHU="a:b;c,d":1\\,2;3',
      'END:X-NHOM',
      ...eventLines(
        'UID:họp-1@example',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T080000',
        'SUMMARY:Họp\\, giao ban\\; tháng 11\\nPhòng 1',
        'X-TRANG-THAI;X-P=1:abc',
        'CATEGORIES:A\\,B,C',
        'GEO:10.5;106.7',
        'ATTENDEE;CN="Lê, Văn A";DELEGATED-TO="mailto:b@example","mailto:c@example":mailto:a@example',
        'ATTACH;ENCODING=BASE64;VALUE=BINARY:AAEC',
        'RRULE:FREQ=WEEKLY;UNTIL=20271231T000000Z;BYDAY=MO,TU;WKST=SU',
        'EXDATE;TZID=Asia/Ho_Chi_Minh:20261130T080000,20261207T080000',
        'REQUEST-STATUS:2.0;Success',
        'BEGIN:VALARM',
        'TRIGGER:-PT15M',
        'ACTION:DISPLAY',
        'DESCRIPTION:x',
        'END:VALARM',
      ),
    )
    const first = writeCalendar(calendar)
    const again = readCalendar(first)
    expect(again).toEqual({ ok: true, calendar })
    const text = new TextDecoder().decode(first)
    expect(text).toContain('X-TRANG-THAI;X-P=1:abc\r\n')
    expect(text).toContain('BEGIN:X-NHOM\r\nX-A;X-GHI-CHU="a:b;c,d":1\\,2;3\r\n')
    for (const line of text.split('\r\n')) expect(utf8ToBytes(line).length).toBeLessThanOrEqual(75)
  })

  test('survives export, import and export unchanged, whatever stands in its texts', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/\p{Cc}/gu, ' '))
    fc.assert(
      fc.property(word, word, (summary, unknown) => {
        const calendar = calendarOf(...eventLines('UID:1', 'DTSTART:20261123T010000Z'))
        const [name, properties, [event]] = calendar
        if (event === undefined) throw new Error('no event')
        const written = writeCalendar([
          name,
          properties,
          [[event[0], [...event[1], ['summary', {}, 'text', summary], ['x-a', {}, 'unknown', unknown]], []]],
        ])
        const read = readCalendar(written)
        if (!read.ok) throw new Error(read.error.code)
        expect(writeCalendar(read.calendar)).toEqual(written)
      }),
    )
  })

  test('joins several calendars of one stream', () => {
    const one = calendarBytes(...eventLines('UID:1', 'DTSTART:20261123'))
    const other = calendarBytes(...eventLines('UID:2', 'DTSTART:20261124'))
    const read = readCalendar(new Uint8Array([...one, ...other]))
    expect(read.ok && read.calendar[2].map(([, properties]) => properties[1]?.[3])).toEqual(['1', '2'])
  })
})

describe('what is no calendar is refused with its line', () => {
  const utf8 = utf8ToBytes
  test.each([
    ['nothing', utf8('\r\n'), { code: 'empty', line: 0 }],
    ['another file', utf8('<html>'), { code: 'not-calendar', line: 1 }],
    ['other bytes', new Uint8Array([0xff, 0xfe]), { code: 'encoding-unsupported', line: 0 }],
    ['a card', utf8('BEGIN:VCARD\nEND:VCARD'), { code: 'not-calendar', line: 1 }],
    [
      'an old version',
      utf8('BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR'),
      { code: 'version-unsupported', line: 0 },
    ],
    ['an end too early', calendarBytes('BEGIN:VEVENT', 'END:VALARM'), { code: 'not-nested', line: 5 }],
    [
      'a component without an end',
      utf8('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1'),
      { code: 'not-nested', line: 2 },
    ],
    [
      'a line without a name',
      calendarBytes('BEGIN:VEVENT', 'không có gì', 'END:VEVENT'),
      { code: 'not-well-formed', line: 0 },
    ],
  ])('%s', (_, bytes, expected) => {
    expect(refusal(bytes)).toEqual(expected)
  })
})

describe('a hostile calendar is refused in bounded work', () => {
  test('a million attendees', () => {
    const attendees = (count: number): string =>
      Array.from({ length: count }, (_, n) => `ATTENDEE:mailto:${n}@x`).join('\r\n')
    expect(refusal(calendarBytes('BEGIN:VEVENT', attendees(1_000_000)))?.code).toBe('too-large')
    expect(refusal(calendarBytes('BEGIN:VEVENT', attendees(100_000)))?.code).toBe('too-many-properties')
  })

  test('a line of more parameters than any property has, folded or not', () => {
    const parameters = (count: number, fold: string): string =>
      `X-A${Array.from({ length: count }, (_, n) => `${fold};P${n}=1`).join('')}:x`
    const event = (line: string): Uint8Array => calendarBytes(...eventLines('UID:1', line))
    expect(refusal(event(parameters(300_000, '')))?.code).toBe('too-many-parameters')
    expect(refusal(event(parameters(2_000, '\r\n ')))?.code).toBe('too-many-parameters')
    expect(refusal(event(`SUMMARY;X-P="${';'.repeat(5_000)}":${';'.repeat(5_000)}`))).toBeUndefined()
  })

  test('components in components in components', () => {
    const begins = Array.from({ length: 100_000 }, () => 'BEGIN:VEVENT')
    expect(refusal(utf8ToBytes(`BEGIN:VCALENDAR\r\n${begins.join('\r\n')}`))?.code).toBe('too-deep')
  })

  test('more components than any office has', () => {
    const many = Array.from({ length: 30_000 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT')
    expect(refusal(calendarBytes(...many))?.code).toBe('too-many-components')
  })

  test('a name that every object has', () => {
    expect(refusal(calendarBytes(...eventLines('UID:1', 'CONSTRUCTOR:x')))?.code).toBe('not-well-formed')
    expect(refusal(calendarBytes(...eventLines('UID:1', '__proto__;X=1:x')))?.code).toBe('not-well-formed')
  })

  test('a line folded without an end', () => {
    const folds = `SUMMARY:x${'\r\n yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'.repeat(250_000)}`
    expect(refusal(calendarBytes(...eventLines('UID:1', folds)))?.code).toBe('line-too-long')
  })

  test('any bytes at all are read or refused, never thrown at', () => {
    const piece = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'UID',
      ':',
      ';',
      '=',
      '"',
      ',',
      '\r\n',
      '\n ',
      'RRULE:FREQ=DAILY',
      'DTSTART;TZID=',
      'VALUE=DATE',
      '\\',
      '^',
      'TRIGGER:-P',
      'GEO:',
      'EXDATE;VALUE=PERIOD:',
      '20261123T080000',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = utf8ToBytes(`BEGIN:VCALENDAR\r\n${pieces.join('')}\r\nEND:VCALENDAR`)
        expect(typeof readCalendar(bytes).ok).toBe('boolean')
      }),
      { numRuns: 2_000 },
    )
  })
})
