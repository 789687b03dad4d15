import { describe, expect, test } from 'vitest'
import { answer, counter } from '#shared/exchange/calendar/itip/answer.ts'
import { receiveMessage } from '#shared/exchange/calendar/itip/receive.ts'
import type { Reading } from '#shared/exchange/calendar/itip/received.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { meetingMessage, type ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { outsiderReplyIn, seriesReplyIn } from '#shared/exchange/calendar/outsider-reply.ts'
import { seriesMessage, type ToldSeries } from '#shared/exchange/calendar/series-message.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'

const NOW = Date.parse('2026-11-21T02:00:00Z')
const ME = 'mailto:an@truong.example'
const told: ToldMeeting = {
  uid: 'm1@t86.03',
  sequence: 0,
  stampedAt: '2026-11-20T01:00:00.000Z',
  title: 'Họp thẩm định đề án',
  from: '2026-11-26T07:00:00.000Z',
  until: '2026-11-26T09:00:00.000Z',
  place: 'Phòng họp số 1',
  callUrl: null,
  description: '',
  organizer: { address: 'mailto:van-thu@snv.example', name: 'Sở Nội vụ' },
  attendees: [{ address: ME, name: 'Nguyễn Văn An' }],
}

/** The guest's own calendar, after the invitation came. */
function guestOf(meeting: ToldMeeting): Reading {
  const empty: JComponent = ['vcalendar', [['version', {}, 'text', '2.0']], []]
  const request = meetingMessage('REQUEST', meeting)
  const reading = { calendar: empty, zones: zonesOf(request), me: [ME], from: undefined, nowMs: NOW }
  return { ...reading, calendar: receiveMessage(request, reading).calendar }
}

function replied(
  meeting: ToldMeeting,
  partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE',
  comment?: string,
): Uint8Array {
  const given = answer(guestOf(meeting), { uid: meeting.uid, occurrenceMs: undefined, comment }, partstat)
  if (typeof given === 'string') throw new Error(given)
  return writeCalendar(given.message.calendar)
}

describe('what a guest sends back', () => {
  test.each([
    ['ACCEPTED', 'coming'],
    ['DECLINED', 'absent'],
    ['TENTATIVE', 'maybe'],
  ] as const)('%s is read as %s', (partstat, attendance) => {
    expect(outsiderReplyIn(replied(told, partstat, 'Xin báo'), told, NOW)).toEqual({
      address: 'an@truong.example',
      attendance,
      words: 'Xin báo',
      proposal: null,
      saidAt: '2026-11-21T02:00:00.000Z',
    })
  })

  test('another time is read as what it proposes', () => {
    const proposed = counter(
      guestOf(told),
      { uid: told.uid, occurrenceMs: undefined, comment: 'Sáng bận' },
      {
        start: { kind: 'utc', at: '2026-11-27T01:00:00' },
        end: { kind: 'utc', at: '2026-11-27T03:00:00' },
        location: undefined,
      },
    )
    if (typeof proposed === 'string') throw new Error(proposed)
    expect(outsiderReplyIn(writeCalendar(proposed.message.calendar), told, NOW)).toMatchObject({
      attendance: 'maybe',
      words: 'Sáng bận',
      proposal: { from: '2026-11-27T01:00:00.000Z', until: '2026-11-27T03:00:00.000Z' },
    })
  })

  test('an answer to an earlier version, of a stranger, about another meeting or no answer at all counts for nothing', () => {
    const bytes = replied(told, 'ACCEPTED')
    expect(outsiderReplyIn(bytes, { ...told, sequence: 1 }, NOW)).toBe('outdated')
    expect(outsiderReplyIn(bytes, { ...told, attendees: [] }, NOW)).toBe('not-invited')
    expect(outsiderReplyIn(bytes, { ...told, uid: 'm2@t86.03' }, NOW)).toBe('unknown-event')
    expect(outsiderReplyIn(new TextEncoder().encode('BEGIN'), told, NOW)).toBe('not-calendar')
    expect(typeof outsiderReplyIn(writeCalendar(meetingMessage('REQUEST', told)), told, NOW)).toBe('string')
  })

  test('an answer dated far ahead counts for nothing', () => {
    const text = new TextDecoder().decode(replied(told, 'ACCEPTED'))
    const ahead = new TextEncoder().encode(text.replace(/DTSTAMP:\d{4}/, 'DTSTAMP:9999'))
    expect(outsiderReplyIn(ahead, told, NOW)).toBe('dated-ahead')
  })

  test('a cancellation takes the meeting out of the guest’s calendar, a refused time leaves it', () => {
    const guest = guestOf(told)
    const off = receiveMessage(meetingMessage('CANCEL', { ...told, sequence: 1 }), guest)
    expect(off.outcome).toBe('applied')
    const stays = receiveMessage(meetingMessage('DECLINECOUNTER', told), guest)
    expect(stays).toMatchObject({ outcome: 'ignored', reason: 'counter-declined' })
  })
})

describe('what a guest sends back about a series', () => {
  const at = (on: string, hour: string): ToldMeeting => ({
    ...told,
    uid: 's1@t86.03',
    from: `${on}T${hour}:00:00.000Z`,
    until: `${on}T${hour}:45:00.000Z`,
  })
  const series: ToldSeries = {
    uid: 's1@t86.03',
    sequence: 3,
    pattern: { kind: 'weekly', interval: 1 },
    first: '2026-11-26',
    dates: [
      { on: '2026-11-26', isOff: false, told: at('2026-11-26', '07') },
      { on: '2026-12-03', isOff: false, told: at('2026-12-04', '02') },
      { on: '2026-12-10', isOff: true, told: at('2026-12-10', '07') },
      { on: '2026-12-17', isOff: false, told: at('2026-12-17', '07') },
    ],
  }
  function repliedTo(occurrence: string | undefined, version = series): Uint8Array {
    const request = seriesMessage('REQUEST', version)
    const empty: JComponent = ['vcalendar', [['version', {}, 'text', '2.0']], []]
    const reading = { calendar: empty, zones: zonesOf(request), me: [ME], from: undefined, nowMs: NOW }
    const guest = { ...reading, calendar: receiveMessage(request, reading).calendar }
    const occurrenceMs = occurrence === undefined ? undefined : Date.parse(occurrence)
    const given = answer(guest, { uid: series.uid, occurrenceMs, comment: undefined }, 'ACCEPTED')
    if (typeof given === 'string') throw new Error(given)
    return writeCalendar(given.message.calendar)
  }

  test.each([
    ['2026-12-03T07:00:00.000Z', '2026-12-03'],
    ['2026-12-17T07:00:00.000Z', '2026-12-17'],
    [undefined, null],
  ])('about %s is of the date %s', (occurrence, on) => {
    expect(seriesReplyIn(repliedTo(occurrence), series, NOW)).toMatchObject({
      on,
      reply: { address: 'an@truong.example', attendance: 'coming' },
    })
  })

  test('to an earlier version is not taken', () => {
    const before = { ...series, sequence: 2 }
    expect(seriesReplyIn(repliedTo('2026-12-17T07:00:00.000Z', before), series, NOW)).toBe('outdated')
  })
})
