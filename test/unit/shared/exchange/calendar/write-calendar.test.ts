import { expect, test } from 'vitest'
import { meetingMessage, type ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'

const INJECTED = '\r\nX-EVIL:1'
const told: ToldMeeting = {
  uid: 'm1@cong-so',
  sequence: 0,
  stampedAt: '2026-11-20T01:00:00.000Z',
  title: 'Họp giao ban',
  from: '2026-11-24T01:00:00.000Z',
  until: '2026-11-24T04:00:00.000Z',
  place: 'Phòng họp số 1',
  callUrl: null,
  description: '',
  organizer: { address: 'urn:vn-agency:H29', name: 'Sở Nội vụ' },
  attendees: [],
}
const written = (change: Partial<ToldMeeting>): string =>
  new TextDecoder().decode(writeCalendar(meetingMessage('REQUEST', { ...told, ...change })))

test.each<[string, Partial<ToldMeeting>]>([
  [
    'the address of somebody invited',
    { attendees: [{ address: `urn:vn-agency:H29${INJECTED}`, name: 'x' }] },
  ],
  ['the address of who invites', { organizer: { address: `urn:vn-agency:H29${INJECTED}`, name: 'x' } }],
  ['a link', { callUrl: `https://hop.example/1${INJECTED}` }],
])('a line end in %s is refused', (_, change) => {
  expect(() => written(change)).toThrow(RangeError)
})

test('a line end in words or a name stays within its line', () => {
  const text = written({
    title: `Họp${INJECTED}`,
    description: 'một\rhai\u000bba',
    attendees: [{ address: 'urn:vn-agency:H29', name: `Sở${INJECTED}` }],
  })
  expect(text).toContain('SUMMARY:Họp\\nX-EVIL:1\r\n')
  expect(text).toContain('DESCRIPTION:một\\nhaiba\r\n')
  expect(text).not.toMatch(/(?:^|\r|\n)X-EVIL/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
