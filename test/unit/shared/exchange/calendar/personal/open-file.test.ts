import { describe, expect, it } from 'vitest'
import { entryUnder, type CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { answer, counter } from '#shared/exchange/calendar/itip/answer.ts'
import { vietnamTime } from '#shared/exchange/calendar/calendar-time.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import {
  entryIn,
  openCalendarFile,
  receivedIn,
  type CalendarMessage,
  type OpenedFile,
} from '#shared/exchange/calendar/personal/open-file.ts'
import { guestWordIn } from '#shared/exchange/calendar/personal/guest-replies.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'

const ME = ['mailto:an@so.example']
const NOW = Date.parse('2026-11-23T00:00:00Z')

const bytes = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//VI', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  )
const event = (uid: string, ...more: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20261101T000000Z',
  'DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T080000',
  'DURATION:PT1H',
  ...more,
  'END:VEVENT',
]
const invited = (...more: readonly string[]): readonly string[] =>
  event(
    'moi@tinh.example',
    'SUMMARY:Họp liên ngành',
    'ORGANIZER:mailto:vp@tinh.example',
    'ATTENDEE:mailto:an@so.example',
    ...more,
  )
const messageIn = (opened: OpenedFile): CalendarMessage => {
  if (opened.kind !== 'message') throw new Error(opened.kind)
  return opened.message
}
const open = (method: string, lines: readonly string[], entries: Record<string, CalendarEntry> = {}) =>
  messageIn(openCalendarFile(bytes(`METHOD:${method}`, ...lines), entries))

/** As the desk keeps it after an answer. */
function accepted(entries: Record<string, CalendarEntry> = {}): Record<string, CalendarEntry> {
  const message = open('REQUEST', invited(), entries)
  const { reading, received } = receivedIn(message, entries, ME, NOW)
  const done = answer(
    { ...reading, calendar: received.calendar },
    { uid: message.uid, occurrenceMs: undefined, comment: undefined },
    'ACCEPTED',
  )
  if (typeof done === 'string') throw new Error(done)
  const entry = entryIn(done.calendar, message.uid, message.calendar)
  return { ...entries, ...(entry === undefined ? {} : { [entry.uid]: entry }) }
}

describe('a calendar file that is taken in', () => {
  it('tells what is new, changed, the same and refused, and leaves out what is no event', () => {
    const first = openCalendarFile(bytes(...event('a', 'SUMMARY:A'), ...event('b', 'SUMMARY:B')), {})
    if (first.kind !== 'events') throw new Error(first.kind)
    expect(first.rows.map(({ state }) => state)).toEqual(['new', 'new'])
    const entries = Object.fromEntries(first.rows.map(({ uid, entry }) => [uid, entry]))
    const next = openCalendarFile(
      bytes(
        ...event('a', 'SUMMARY:A'),
        ...event('b', 'SUMMARY:Khác'),
        ...event('c', 'SUMMARY:TUYỆT MẬT'),
        'BEGIN:VEVENT',
        'UID:d',
        'END:VEVENT',
        ...event('e', `DESCRIPTION:${'x'.repeat(110_000)}`),
        'BEGIN:VTODO',
        'UID:t',
        'END:VTODO',
      ),
      entries,
    )
    expect(next).toMatchObject({
      leftOut: 1,
      rows: [
        { uid: 'a', state: 'same' },
        { uid: 'b', state: 'changed' },
        { uid: 'c', state: 'refused', reason: 'secret' },
        { uid: 'd', state: 'refused', reason: 'start-unreadable' },
        { uid: 'e', state: 'refused', reason: 'too-large' },
      ],
    })
  })

  it('is given out again as it came, with what nobody knows', () => {
    const lines = event(
      'a',
      'SUMMARY:Giao ban',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;TZID=Asia/Ho_Chi_Minh:20261202T080000',
      'X-GHI-CHU;X-MUC=2:giữ lại',
      'BEGIN:VALARM',
      'ACTION:AUDIO',
      'TRIGGER:-PT7M',
      'END:VALARM',
    )
    const opened = openCalendarFile(bytes(...lines), {})
    if (opened.kind !== 'events') throw new Error(opened.kind)
    const out = writeCalendar(calendarOf(opened.rows.map(({ entry }) => entry)))
    const [before, after] = [readCalendar(bytes(...lines)), readCalendar(out)]
    if (!before.ok || !after.ok) throw new Error('unread')
    const events = (calendar: typeof before.calendar) => calendar[2].filter(([name]) => name === 'vevent')
    expect(events(after.calendar)).toEqual(events(before.calendar))
    const again = openCalendarFile(out, Object.fromEntries(opened.rows.map((row) => [row.uid, row.entry])))
    expect(again).toMatchObject({ rows: [{ state: 'same' }] })
  })

  it('says why it cannot be read', () => {
    expect(openCalendarFile(new TextEncoder().encode('không phải lịch'), {})).toMatchObject({
      kind: 'unread',
    })
  })
})

describe('a message', () => {
  it('that invites is answered to who called, and known then', () => {
    const entries = accepted()
    expect(JSON.stringify(entries)).toContain('ACCEPTED')
    const again = receivedIn(open('REQUEST', invited(), entries), entries, ME, NOW)
    expect(again.received).toMatchObject({ outcome: 'ignored', reason: 'known' })
  })

  it('is not for who is not called', () => {
    const { received } = receivedIn(open('REQUEST', invited()), {}, ['mailto:khac@so.example'], NOW)
    expect(received).toMatchObject({ outcome: 'to-decide', reason: 'not-invited' })
  })

  it('with a later version tells what changed; an earlier one and a stranger’s change nothing', () => {
    const entries = accepted()
    const later = invited('SEQUENCE:1').map((line) => line.replace('T080000', 'T140000'))
    expect(receivedIn(open('REQUEST', later, entries), entries, ME, NOW).received).toMatchObject({
      outcome: 'applied',
      significance: 'significant',
      changes: ['dtstart'],
    })
    const forged = invited('SEQUENCE:9').map((line) => line.replace('vp@tinh', 'gia@tinh'))
    for (const method of ['REQUEST', 'CANCEL'])
      expect(receivedIn(open(method, forged, entries), entries, ME, NOW).received).toMatchObject({
        outcome: 'refused',
        reason: 'organizer-changed',
      })
  })

  it('calls it off, and only what is known', () => {
    const off = invited('SEQUENCE:1', 'STATUS:CANCELLED')
    expect(receivedIn(open('CANCEL', off), {}, ME, NOW).received).toMatchObject({ reason: 'unknown-event' })
    const entries = accepted()
    const message = open('CANCEL', off, entries)
    const { received } = receivedIn(message, entries, ME, NOW)
    expect(JSON.stringify(entryIn(received.calendar, message.uid, message.calendar))).toContain('CANCELLED')
  })

  it('is answered with another time', () => {
    const message = open('REQUEST', invited())
    const { reading, received } = receivedIn(message, {}, ME, NOW)
    const to = { uid: message.uid, occurrenceMs: undefined, comment: 'Chiều được không?' }
    const start = vietnamTime(Date.parse('2026-11-25T07:00:00Z'))
    const end = vietnamTime(Date.parse('2026-11-25T08:00:00Z'))
    const done = counter({ ...reading, calendar: received.calendar }, to, { start, end, location: undefined })
    expect(done).toMatchObject({ message: { method: 'COUNTER', to: ['mailto:vp@tinh.example'] } })
  })
})

it('what others wrote without measure is shown by its beginning, and refused or kept as it came', () => {
  const long = 'Họp '.repeat(400_000)
  const words = [`SUMMARY:${long}`, `LOCATION:${long}`, `DESCRIPTION:${long}`]
  const opened = openCalendarFile(bytes(...event('dai@t', ...words)), {})
  const [row] = opened.kind === 'events' ? opened.rows : []
  expect(row).toMatchObject({ state: 'refused', reason: 'too-large' })
  expect(row?.event?.summary).toMatch(/^Họp .*…$/)
  for (const shown of [
    row?.event,
    open('REQUEST', event('dai@t', ...words, `ORGANIZER;CN=${long}:mailto:a@b.c`)).event,
  ])
    expect(JSON.stringify(shown).length).toBeLessThan(20_000)
  const kept = openCalendarFile(bytes(...event('vua@t', `SUMMARY:${'x'.repeat(40_000)}`)), {})
  expect(JSON.stringify(kept.kind === 'events' && kept.rows[0]?.entry).length).toBeGreaterThan(40_000)
})

it.each(['constructor', '__proto__', 'toString'])(
  'a message about %s is about nothing that is kept',
  (uid) => {
    const message = open(
      'REPLY',
      event(uid, 'ORGANIZER:mailto:an@so.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@c.d'),
    )
    expect(guestWordIn(message, entryUnder({}, message.uid), NOW)).toBeUndefined()
  },
)
