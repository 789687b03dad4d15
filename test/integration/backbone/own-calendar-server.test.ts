import { expect, it } from 'vitest'
import { calDavClient } from '../../../backbone/caldav/caldav-client.ts'
import { propertiesOf, propertyOf, textOf } from '../../../shared/exchange/calendar/jcal.ts'
import { aDate, MONDAYS } from '../../builders/a-series.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { foreignBytes } from '../../builders/calendar-on-server.ts'
import { eachWithOwnCalendar } from '../../builders/each-with-own-calendar.ts'
import {
  AGENCY,
  called,
  HOUR_MS,
  type OwnCalendarOffice,
  titles,
} from '../../builders/own-calendar-office.ts'

let office: OwnCalendarOffice
eachWithOwnCalendar((opened) => {
  office = opened
})

it('lays appointments in full and the meetings one goes to into a collection of one’s own, and follows what changes', async () => {
  const fitness = anAppointment('khám', {
    summary: 'Khám bệnh',
    more: [
      ['class', {}, 'text', 'PRIVATE'],
      ['x-clinic', { 'x-floor': '3' }, 'unknown', 'Phòng khám 12'],
    ],
  })
  await office.keep(fitness, anAppointment('ăn', { summary: 'Ăn trưa' }))
  await office.call('m1', { place: 'Phòng họp số 1', callUrl: 'https://hop.example/p1' })
  await office.call('m2', {
    title: 'Họp của người khác',
    chair: `${AGENCY}-clerk`,
    members: [{ post: `${AGENCY}-clerk`, part: 'member' }],
  })
  expect(await office.begin()).toMatchObject({
    refused: null,
    own: { user: office.user, address: office.server().url, isEnding: false },
  })
  const first = await office.later()
  expect(titles(first)).toEqual(['Giao ban', 'Khám bệnh', 'Ăn trưa'].toSorted())
  expect(first.get('Khám bệnh')?.text).toMatch(/CLASS:PRIVATE/)
  expect(first.get('Khám bệnh')?.text).toMatch(/X-CLINIC;X-FLOOR=3:Phòng khám 12/)
  const [meeting] = first.get('Giao ban')!.events
  expect(textOf(meeting!, 'location')).toBe('Phòng họp số 1')
  expect(textOf(meeting!, 'url')).toBe('https://hop.example/p1')
  expect(first.get('Giao ban')?.text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/)
  const state = (await office.ask({ kind: 'look' })).own?.publishing
  expect(state).toMatchObject({ entries: 3, leftOut: 0, problem: null })
  expect(state?.publishedAt).not.toBeNull()

  await office.act(office.drafter, 'meeting', 'm1', 'change', called({ title: 'Giao ban sớm' }))
  await office.keep(
    anAppointment('ăn', { summary: 'Ăn trưa', start: '2026-11-24T11:00:00', end: '2026-11-24T12:00:00' }),
  )
  const second = await office.later()
  expect(titles(second)).toEqual(['Giao ban sớm', 'Khám bệnh', 'Ăn trưa'].toSorted())
  expect(second.get('Khám bệnh')?.etag).toBe(first.get('Khám bệnh')?.etag)
  expect(second.get('Ăn trưa')?.etag).not.toBe(first.get('Ăn trưa')?.etag)

  await office.act(office.drafter, 'meeting', 'm1', 'cancel', { reason: 'Bận' })
  await office.remove('ăn')
  expect(titles(await office.later())).toEqual(['Khám bệnh'])
})

it('a meeting one stays away from is not there, and comes back with whoever comes after all', async () => {
  await office.call('m1')
  await office.begin()
  expect(titles(await office.later())).toEqual(['Giao ban'])
  const answer = (attendance: string) =>
    office.act(office.leader, 'meeting', 'm1', 'answer', {
      attendance,
      reason: 'Đi công tác',
      substitute: null,
    })
  await answer('absent')
  expect(titles(await office.later())).toEqual([])
  await answer('coming')
  expect(titles(await office.later())).toEqual(['Giao ban'])
})

it('keeps a series one object with its exceptions, of appointments and of meetings', async () => {
  const weekly = anAppointment('tuần', {
    summary: 'Đọc báo',
    more: [
      ['rrule', {}, 'recur', { freq: 'WEEKLY', count: 5 }],
      ['exdate', { tzid: 'Asia/Ho_Chi_Minh' }, 'date-time', '2026-12-07T09:30:00'],
    ],
  })
  const moved = anAppointment('tuần', {
    summary: 'Đọc báo muộn',
    start: '2026-11-30T15:00:00',
    end: '2026-11-30T16:00:00',
    more: [['recurrence-id', { tzid: 'Asia/Ho_Chi_Minh' }, 'date-time', '2026-11-30T09:30:00']],
  })
  await office.keep({ ...weekly, components: [...weekly.components, ...moved.components] })
  const dates = MONDAYS.map((on, index) =>
    aDate(on, index + 1, {
      title: 'Họp tuần',
      chair: `${AGENCY}-leader`,
      members: [{ post: `${AGENCY}-leader`, part: 'member' }],
      quorum: null,
    }),
  )
  for (const { id, payload } of dates)
    await office.act(office.drafter, 'meeting', id, 'schedule', { ...payload, shortNotice: 'Gấp' })
  await office.begin()
  const found = await office.later()
  expect(titles(found)).toEqual(['Họp tuần', 'Đọc báo'].toSorted())
  expect(found.get('Đọc báo')?.events).toHaveLength(2)
  expect(propertyOf(found.get('Họp tuần')!.events[0]!, 'rrule')).toBeDefined()

  await office.act(office.drafter, 'meeting', dates[1]!.id, 'cancel', { reason: 'Nghỉ' })
  const without = (await office.later()).get('Họp tuần')!
  expect(propertiesOf(without.events[0]!, 'exdate').map(([, , , at]) => at)).toEqual(['2026-11-30T08:00:00'])
})

it('touches nothing of others, and puts right what was changed of its own', async () => {
  await office.keep(
    anAppointment('a', { summary: 'Của tôi' }),
    anAppointment('b', { summary: 'Cũng của tôi' }),
  )
  await office.begin()
  const first = await office.later()
  const client = calDavClient(office.server())
  await client.put('cua-dien-thoai.ics', foreignBytes('x@t', 'Ghi từ điện thoại'), undefined)
  const { name, etag } = first.get('Của tôi')!
  await client.put(name, foreignBytes('a', 'Sửa từ điện thoại'), etag)
  const other = first.get('Cũng của tôi')!
  await client.remove(other.name, other.etag)
  const second = await office.later(HOUR_MS)
  expect(titles(second)).toEqual(['Cũng của tôi', 'Của tôi', 'Ghi từ điện thoại'].toSorted())
  const seen = `BEGIN:VEVENT\r\nX-MOZ-LASTACK:20261123T010000Z`
  const marked = second.get('Của tôi')!
  await client.put(name, Buffer.from(marked.text.replace('BEGIN:VEVENT', seen)), marked.etag)
  expect((await office.later(HOUR_MS)).get('Của tôi')?.text).toContain('X-MOZ-LASTACK')

  const ended = await office.ask({ kind: 'end', takeAway: true })
  expect(ended.own?.isEnding).toBe(true)
  expect(titles(await office.later())).toEqual(['Ghi từ điện thoại'])
  expect((await office.ask({ kind: 'look' })).own).toBeNull()
})
