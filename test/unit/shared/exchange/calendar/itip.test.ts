import { describe, expect, test } from 'vitest'
import { answer, counter, type Answered } from '#shared/exchange/calendar/itip/answer.ts'
import { attendeesOf } from '#shared/exchange/calendar/itip/components.ts'
import { organize } from '#shared/exchange/calendar/itip/organize.ts'
import { receiveMessage } from '#shared/exchange/calendar/itip/receive.ts'
import type { Reading, Received } from '#shared/exchange/calendar/itip/received.ts'
import { componentsOf, textOf, type JComponent } from '#shared/exchange/calendar/jcal.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'
import { calendarOf, eventLines } from './calendar-text.ts'

const CALLER = 'mailto:vanphong@so.example'
const AN = 'mailto:an@so.example'
const BINH = 'mailto:binh@so.example'
const NOW = Date.parse('2026-11-22T02:00:00Z')

interface Version {
  readonly sequence?: number
  readonly stamp?: string
  readonly start?: string
  readonly summary?: string
  readonly more?: readonly string[]
  readonly attendees?: readonly string[]
}

function meeting(version: Version = {}): string[] {
  const { sequence = 0, stamp = '20261120T010000Z', start = '20261124T080000' } = version
  return [
    'BEGIN:VEVENT',
    'UID:giao-ban@so.example',
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;TZID=Asia/Ho_Chi_Minh:${start}`,
    'DURATION:PT90M',
    `SUMMARY:${version.summary ?? 'Giao ban tuần'}`,
    `ORGANIZER;CN=Văn phòng:${CALLER}`,
    ...(version.attendees ?? [
      `ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:${CALLER}`,
      `ATTENDEE;CN=An;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${AN}`,
      `ATTENDEE;CN=Bình;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${BINH}`,
    ]),
    ...(version.more ?? []),
    'END:VEVENT',
  ]
}

const WEEKLY = ['RRULE:FREQ=WEEKLY;COUNT=4']
const message = (method: string, ...lines: string[]): JComponent => calendarOf(`METHOD:${method}`, ...lines)
const nothing = calendarOf('X-WR-CALNAME:Riêng')

function reading(calendar: JComponent, me: string, from?: string): Reading {
  return { calendar, zones: zonesOf(calendar), me: [me], from, nowMs: NOW }
}

function received(calendar: JComponent, text: JComponent, me = AN, from?: string): Received {
  return receiveMessage(text, reading(calendar, me, from))
}

function statusOf({ calendar }: { calendar: JComponent }, address: string): string | undefined {
  const [event] = componentsOf(calendar, 'vevent')
  return event && attendeesOf(event).find((one) => one.address === address)?.partstat
}

function given(answered: Answered | string): Answered {
  if (typeof answered === 'string') throw new Error(answered)
  return answered
}

const to = { uid: 'giao-ban@so.example', occurrenceMs: undefined, comment: undefined }

describe('an invitation', () => {
  test('enters the calendar once, and its answer reaches the organizer alone', () => {
    const invited = received(nothing, message('REQUEST', ...meeting()), AN, CALLER)
    expect(invited).toMatchObject({ outcome: 'applied', significance: 'significant', outgoing: [] })
    const again = received(invited.calendar, message('REQUEST', ...meeting()), AN, CALLER)
    expect(again).toMatchObject({ outcome: 'ignored', reason: 'known' })
    const accepted = given(answer(reading(invited.calendar, AN), to, 'ACCEPTED'))
    expect(statusOf(accepted, AN)).toBe('ACCEPTED')
    expect(accepted.message).toMatchObject({ method: 'REPLY', from: AN, to: [CALLER] })
    const [reply] = componentsOf(accepted.message.calendar, 'vevent')
    expect(reply && attendeesOf(reply).map(({ address }) => address)).toEqual([AN])

    const organizer = calendarOf(...meeting())
    const answered = received(organizer, accepted.message.calendar, CALLER, AN)
    expect(answered).toMatchObject({ outcome: 'applied', changes: ['partstat'] })
    expect(statusOf(answered, AN)).toBe('ACCEPTED')
    expect(statusOf(answered, BINH)).toBe('NEEDS-ACTION')
    const twice = received(answered.calendar, accepted.message.calendar, CALLER, AN)
    expect(twice).toMatchObject({ outcome: 'ignored', reason: 'known' })
  })

  test('with other words keeps my answer and my alarms, with another time asks anew', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT1H', 'ACTION:DISPLAY', 'END:VALARM']
    const mine = calendarOf(
      ...meeting({
        more: alarm,
        attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`],
      }),
    )
    const words = message('REQUEST', ...meeting({ stamp: '20261121T010000Z', summary: 'Giao ban (phòng 2)' }))
    const renamed = received(mine, words)
    expect(renamed).toMatchObject({ outcome: 'applied', significance: 'minor' })
    expect(statusOf(renamed, AN)).toBe('ACCEPTED')
    expect(componentsOf(renamed.calendar, 'vevent')[0]?.[2]).toHaveLength(1)
    const moved = received(
      renamed.calendar,
      message('REQUEST', ...meeting({ sequence: 1, start: '20261125T080000' })),
    )
    expect(moved).toMatchObject({ outcome: 'applied', significance: 'significant' })
    expect(moved.changes).toContain('dtstart')
    expect(statusOf(moved, AN)).toBe('NEEDS-ACTION')
    expect(received(moved.calendar, words)).toMatchObject({ outcome: 'ignored', reason: 'outdated' })
  })

  test.each([
    ['from somebody else than who calls', BINH, 'sender-not-organizer'],
    ['from nobody proven', undefined, undefined],
  ])('%s', (_, from, reason) => {
    const found = received(nothing, message('REQUEST', ...meeting()), AN, from)
    expect(found.reason).toBe(reason)
    expect(found.outcome).toBe(reason === undefined ? 'applied' : 'refused')
  })

  test('cannot be taken over by another organizer', () => {
    const stolen = meeting({ sequence: 9 }).map((line) => line.replaceAll(CALLER, 'mailto:ai@la.example'))
    const found = received(
      calendarOf(...meeting()),
      message('REQUEST', ...stolen),
      AN,
      'mailto:ai@la.example',
    )
    expect(found).toMatchObject({ outcome: 'refused', reason: 'organizer-changed' })
  })

  test.each(['REQUEST', 'ADD', 'CANCEL', 'PUBLISH'])(
    '(%s) never replaces what one wrote down oneself',
    (method) => {
      const own = calendarOf(...meeting({ attendees: [] }).filter((line) => !line.startsWith('ORGANIZER')))
      const later = { sequence: 9, stamp: '20261121T010000Z', start: '20261125T080000' }
      for (const from of [undefined, CALLER])
        expect(received(own, message(method, ...meeting(later)), AN, from)).toMatchObject({
          outcome: 'refused',
          reason: 'own-appointment',
          calendar: own,
        })
    },
  )

  test('that was only forwarded waits for a person', () => {
    const found = received(nothing, message('REQUEST', ...meeting()), 'mailto:khac@so.example')
    expect(found).toMatchObject({ outcome: 'to-decide', reason: 'not-invited', calendar: nothing })
  })
})

describe('a cancellation', () => {
  test('marks the event and leaves it there', () => {
    const off = message('CANCEL', ...meeting({ sequence: 1 }))
    const found = received(calendarOf(...meeting()), off, AN, CALLER)
    expect(found).toMatchObject({ outcome: 'applied', significance: 'significant' })
    expect(textOf(componentsOf(found.calendar, 'vevent')[0] ?? nothing, 'status')).toBe('CANCELLED')
    expect(received(nothing, off)).toMatchObject({ outcome: 'ignored', reason: 'unknown-event' })
  })

  test('of one occurrence leaves the others', () => {
    const off = meeting({ sequence: 1, more: ['RECURRENCE-ID:20261201T010000Z'] })
    const found = received(calendarOf(...meeting({ more: WEEKLY })), message('CANCEL', ...off))
    const [series] = seriesOf(found.calendar)
    expect(textOf(series?.master ?? nothing, 'status')).toBeUndefined()
    expect(series?.overrides.map((one) => textOf(one, 'status'))).toEqual(['CANCELLED'])
    const never = meeting({ sequence: 1, more: ['RECURRENCE-ID:20261202T010000Z'] })
    expect(received(calendarOf(...meeting({ more: WEEKLY })), message('CANCEL', ...never)).reason).toBe(
      'unknown-occurrence',
    )
  })
})

describe('an answer', () => {
  const reply = (stamp: string, partstat: string, ...more: string[]): JComponent =>
    message('REPLY', ...meeting({ stamp, attendees: [`ATTENDEE;PARTSTAT=${partstat}:${AN}`], more }))

  test('counts by when it was made, whatever order it comes in', () => {
    const late = received(calendarOf(...meeting()), reply('20261121T030000Z', 'DECLINED'), CALLER)
    const early = received(late.calendar, reply('20261121T020000Z', 'ACCEPTED'), CALLER)
    expect(early).toMatchObject({ outcome: 'ignored', reason: 'outdated' })
    expect(statusOf(late, AN)).toBe('DECLINED')
  })

  test('to an hour that was given up is outdated', () => {
    const moved = calendarOf(...meeting({ sequence: 2, start: '20261126T080000' }))
    expect(received(moved, reply('20261121T030000Z', 'ACCEPTED'), CALLER).reason).toBe('outdated')
  })

  test('in somebody else’s name is refused, of somebody not invited waits', () => {
    const text = reply('20261121T030000Z', 'ACCEPTED')
    expect(received(calendarOf(...meeting()), text, CALLER, BINH)).toMatchObject({
      outcome: 'refused',
      reason: 'sender-not-attendee',
    })
    const alone = calendarOf(...meeting({ attendees: [`ATTENDEE:${BINH}`] }))
    expect(received(alone, text, CALLER)).toMatchObject({ outcome: 'to-decide', reason: 'not-invited' })
  })

  test.each(['REPLY', 'COUNTER', 'REFRESH'])(
    'dated far ahead (%s) is refused and keeps out nothing said later',
    (method) => {
      const attendees = [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`]
      const organizer = calendarOf(...meeting())
      const ahead = received(
        organizer,
        message(method, ...meeting({ stamp: '99991231T235959Z', attendees })),
        CALLER,
      )
      expect(ahead).toMatchObject({ outcome: 'refused', reason: 'dated-ahead', calendar: organizer })
      const within = received(
        organizer,
        message(method, ...meeting({ stamp: '20261123T015959Z', attendees })),
        CALLER,
      )
      expect(within.reason).not.toBe('dated-ahead')
      expect(received(ahead.calendar, reply('20261122T010000Z', 'DECLINED'), CALLER).outcome).toBe('applied')
    },
  )

  test.each(['99999999T999999Z', '99991399T250000Z', 'zzzz', 'zzzz 2001'])(
    'made at no time (%s) keeps out nothing said later',
    (stamp) => {
      const attendees = [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`]
      const organizer = calendarOf(...meeting())
      const odd = received(organizer, message('REPLY', ...meeting({ stamp, attendees })), CALLER)
      expect(received(odd.calendar, reply('20261122T010000Z', 'DECLINED'), CALLER).outcome).toBe('applied')
    },
  )

  test('that sends several people at once is refused', () => {
    const two = 'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:a@la.example","mailto:b@la.example"'
    const attendees = [`ATTENDEE;${two}:${AN}`]
    const organizer = calendarOf(...meeting())
    const found = received(
      organizer,
      message('REPLY', ...meeting({ stamp: '20261121T030000Z', attendees })),
      CALLER,
    )
    expect(found).toMatchObject({ outcome: 'refused', reason: 'too-many-delegates', calendar: organizer })
  })

  test('for one occurrence stands for that one', () => {
    const one = reply('20261121T030000Z', 'DECLINED', 'RECURRENCE-ID:20261201T010000Z')
    const found = received(calendarOf(...meeting({ more: WEEKLY })), one, CALLER)
    const [series] = seriesOf(found.calendar)
    const partstat = (component: JComponent | undefined): string | undefined =>
      component && attendeesOf(component).find(({ address }) => address === AN)?.partstat
    expect(partstat(series?.master)).toBe('NEEDS-ACTION')
    expect(series?.overrides.map(partstat)).toEqual(['DECLINED'])
    expect(textOf(series?.overrides[0] ?? nothing, 'dtstart')).toBe('2026-12-01T08:00:00')
  })

  test('that sends somebody else invites that person', () => {
    const delegated = message(
      'REPLY',
      ...meeting({
        stamp: '20261121T030000Z',
        attendees: [`ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:thay@so.example":${AN}`],
      }),
    )
    const found = received(calendarOf(...meeting()), delegated, CALLER, AN)
    expect(found.outgoing).toMatchObject([{ method: 'REQUEST', to: ['mailto:thay@so.example'] }])
    expect(statusOf(found, AN)).toBe('DELEGATED')
    expect(statusOf(found, 'mailto:thay@so.example')).toBe('NEEDS-ACTION')
  })
})

test('a counter-proposal waits for the organizer and changes nothing', () => {
  const organizer = calendarOf(...meeting())
  const proposed = given(
    counter(reading(organizer, AN), to, {
      start: { kind: 'zoned', at: '2026-11-25T14:00:00', zone: 'Asia/Ho_Chi_Minh' },
      end: { kind: 'zoned', at: '2026-11-25T15:00:00', zone: 'Asia/Ho_Chi_Minh' },
      location: undefined,
    }),
  )
  const found = received(organizer, proposed.message.calendar, CALLER, AN)
  expect(found).toMatchObject({
    outcome: 'to-decide',
    reason: 'counter-proposal',
    significance: 'significant',
    calendar: organizer,
  })
  expect(textOf(found.proposal ?? nothing, 'dtstart')).toBe('2026-11-25T14:00:00')
})

test('one more occurrence of a series that nobody knows here is asked for', () => {
  const added = message('ADD', ...meeting({ sequence: 1, start: '20261127T080000' }))
  const asked = received(nothing, added)
  expect(asked.outgoing).toMatchObject([{ method: 'REFRESH', from: AN, to: [CALLER] }])
  const known = received(calendarOf(...meeting({ more: WEEKLY })), added)
  expect(known.outcome).toBe('applied')
  const answered = received(calendarOf(...meeting()), asked.outgoing[0]?.calendar ?? nothing, CALLER, AN)
  expect(answered.outgoing).toMatchObject([{ method: 'REQUEST', to: [AN] }])
})

describe('an organizer’s change', () => {
  const organizing = { zones: zonesOf(nothing), me: [CALLER], nowMs: NOW }
  const before = calendarOf(...meeting({ attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`] }))

  test('of the time raises the version and asks anew', () => {
    const after = calendarOf(
      ...meeting({ start: '20261125T080000', attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`] }),
    )
    const { calendar, outgoing } = organize(before, after, organizing)
    expect(outgoing).toMatchObject([{ method: 'REQUEST', to: [AN], significance: 'significant' }])
    expect(componentsOf(calendar, 'vevent')[0]?.[1]).toContainEqual(['sequence', {}, 'integer', 1])
    expect(statusOf({ calendar }, AN)).toBe('NEEDS-ACTION')
  })

  test('of the words is told without a new version, of nothing is not told', () => {
    const after = calendarOf(...meeting({ summary: 'Họp', attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`] }))
    const { calendar, outgoing } = organize(before, after, organizing)
    expect(outgoing).toMatchObject([{ method: 'REQUEST', to: [AN], significance: 'minor' }])
    expect(statusOf({ calendar }, AN)).toBe('ACCEPTED')
    expect(organize(before, before, organizing).outgoing).toEqual([])
  })

  test('of the people invites who came and cancels for who left', () => {
    const after = calendarOf(...meeting({ attendees: [`ATTENDEE:${BINH}`] }))
    const { outgoing } = organize(before, after, organizing)
    expect(outgoing).toMatchObject([
      { method: 'REQUEST', to: [BINH], significance: 'significant' },
      { method: 'CANCEL', to: [AN], significance: 'significant' },
    ])
  })

  test('that takes it off tells all, once', () => {
    const off = calendarOf(
      ...meeting({ more: ['STATUS:CANCELLED'], attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:${AN}`] }),
    )
    const { calendar, outgoing } = organize(before, off, organizing)
    expect(outgoing).toMatchObject([{ method: 'CANCEL', to: [AN] }])
    expect(organize(calendar, calendar, organizing).outgoing).toEqual([])
    expect(organize(before, nothing, organizing).outgoing).toMatchObject([{ method: 'CANCEL', to: [AN] }])
    const told = received(before, outgoing[0]?.calendar ?? nothing, AN, CALLER)
    expect(told.outcome).toBe('applied')
  })
})

describe('a proven sender', () => {
  const version = (sentBy: string, more: Version = {}): string[] =>
    meeting(more).map((line) =>
      line.replace('ORGANIZER;CN=Văn phòng', `ORGANIZER;SENT-BY="${sentBy}";CN=Văn phòng`),
    )
  const later = { sequence: 1, stamp: '20261121T010000Z', start: '20261125T080000' }

  test('speaks for who calls only where the calendar knows of it', () => {
    const own = received(nothing, message('REQUEST', ...meeting())).calendar
    const claimed = message('REQUEST', ...version(BINH, later))
    expect(received(own, claimed, AN, BINH)).toMatchObject({
      outcome: 'refused',
      reason: 'sender-not-organizer',
    })
    const known = received(nothing, message('REQUEST', ...version(BINH)), AN, BINH).calendar
    expect(received(known, claimed, AN, BINH).outcome).toBe('applied')
  })
})

test('occurrences are cancelled in bounded work, however many are named', () => {
  const series = meeting({ start: '20200101T080000', more: ['RRULE:FREQ=DAILY'] })
  const own = received(nothing, message('REQUEST', ...series)).calendar
  const dayOf = (n: number): string =>
    new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '')
  const named = Array.from({ length: 1500 }, (_, n) =>
    meeting({ sequence: 1, more: [`RECURRENCE-ID;TZID=Asia/Tokyo:${dayOf(n)}T100000`] }),
  )
  const told = received(own, message('CANCEL', ...named.flat()))
  expect(told.outcome).toBe('applied')
  expect(componentsOf(told.calendar, 'vevent')).toHaveLength(1501)
})

test.each([
  ['no method', calendarOf(...meeting()), 'method-missing'],
  ['no event', message('REQUEST'), 'event-missing'],
  [
    'no organizer',
    message('REQUEST', ...eventLines('UID:1', 'DTSTART:20261124T010000Z')),
    'organizer-missing',
  ],
  ['two who answer', message('REPLY', ...meeting()), 'attendee-missing'],
  ['no time', message('REQUEST', ...meeting({ start: '20260230T080000' })), 'event-unreadable'],
])('a message with %s is refused', (_, text, reason) => {
  expect(received(nothing, text)).toMatchObject({ outcome: 'refused', reason, calendar: nothing })
})
