import { describe, expect, test } from 'vitest'
import { invitationOf } from '#shared/exchange/calendar/invitation-of.ts'

const bytesOf = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode([...lines, ''].join('\r\n'))
const request = (method: string): Uint8Array =>
  bytesOf([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//VI',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:m1@so-tai-chinh',
    'DTSTAMP:20261120T010000Z',
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20261126T140000',
    'DTEND;TZID=Asia/Ho_Chi_Minh:20261126T163000',
    'SUMMARY:Họp rà soát dự toán',
    'LOCATION:Phòng họp số 2',
    'ORGANIZER;CN=Sở Tài chính:mailto:van-thu@stc.example',
    'ATTENDEE;ROLE=CHAIR;CN=Nguyễn Văn An:mailto:an@stc.example',
    'ATTENDEE;CN=Sở Nội vụ:mailto:van-thu@snv.example',
    'END:VEVENT',
    'END:VCALENDAR',
  ])

describe('a calendar file that came with a letter', () => {
  test('says all it says for certain', () => {
    const read = invitationOf(request('REQUEST'), 'hop.ics')
    expect(read).toMatchObject({
      title: { value: 'Họp rà soát dự toán', confidence: 1, quote: 'hop.ics', page: null },
      from: { value: '2026-11-26T07:00:00.000Z' },
      until: { value: '2026-11-26T09:30:00.000Z' },
      place: { value: 'Phòng họp số 2' },
      chair: { value: 'Nguyễn Văn An' },
      people: { value: 'Sở Nội vụ' },
      requirements: null,
    })
  })

  test('invites to nothing when it cancels, or is no calendar', () => {
    expect(invitationOf(request('CANCEL'), 'hop.ics')).toBeUndefined()
    expect(invitationOf(new TextEncoder().encode('GIẤY MỜI'), 'hop.ics')).toBeUndefined()
  })
})
