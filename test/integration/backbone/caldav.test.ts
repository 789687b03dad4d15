import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { calDavClient } from '../../../backbone/caldav/caldav-client.ts'
import { CalendarServerRefused, type CalendarServer } from '../../../backbone/caldav/calendar-request.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { WeekDraft } from '../../../shared/domain/schedule/week-draft.ts'
import type { ShownLine } from '../../../shared/domain/schedule/week-line.ts'
import { componentsOf, textOf } from '../../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../../shared/exchange/calendar/read-calendar.ts'
import { calendarServerAnswer } from '../../../shared/protocol/calendar-server.ts'
import { aWeekLine } from '../../builders/a-week-line.ts'
import { aDesk, aNode, anAgency } from '../../builders/backbone.ts'
import { Radicale } from '../../builders/radicale.ts'

const AGENCY = 'so-lich'
const WEEK = '2026-W48'
const LEADER = `${AGENCY}-leader`
const HOUR_MS = 3_600_000

let radicale: Radicale
let node: CongsoNode | undefined
beforeAll(async () => {
  radicale = await Radicale.start()
})
afterEach(async () => {
  await node?.close()
  node = undefined
})
afterAll(() => radicale.close())

const clock = { ms: Date.parse('2026-11-20T03:00:00.000Z'), now: () => clock.ms }

async function officeAt(server: CalendarServer): Promise<CongsoNode> {
  node = await aNode([anAgency(AGENCY)], {
    clock,
    calendarOutlets: { weeks: { of: () => Promise.resolve(server) } },
  })
  return node
}

/** What the clerk does, straight into the log. */
async function act(
  at: CongsoNode,
  kind: 'week' | 'week-draft',
  verb: string,
  payload: object,
): Promise<void> {
  const desk = await aDesk(at, AGENCY, 'clerk')
  const workspace = await at.workspace(AGENCY)
  const [outcome] = await workspace.submit([
    desk.signed(
      { kind, id: WEEK },
      `${kind}.${verb}`,
      { week: WEEK, ...payload },
      { claimedAt: new Date(clock.now()).toISOString() },
    ),
  ])
  if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
}

const line = (id: string, change: Partial<ShownLine> = {}) => aWeekLine({ id, leaders: [LEADER], ...change })
const keep = (at: CongsoNode, ...lines: readonly ShownLine[]) => act(at, 'week-draft', 'keep', { lines })
async function publish(at: CongsoNode): Promise<void> {
  const workspace = await at.workspace(AGENCY)
  const draft = (await workspace.state({ kind: 'week-draft', id: WEEK })) as WeekDraft
  await act(at, 'week', 'publish', { revision: draft.revision })
  await soon(at)
}

/** What changed goes there together, after some seconds. */
async function soon(at: CongsoNode): Promise<void> {
  await at.settled()
  clock.ms += 5000
  await at.settled()
}

async function onServer(server: CalendarServer): Promise<Readonly<Record<string, string>>> {
  const client = calDavClient(server)
  const listed = (await client.list()) ?? []
  const found = await Promise.all(
    listed.map(async ({ name, etag }) => {
      const read = readCalendar((await client.get(name))!.bytes)
      const [event] = read.ok ? componentsOf(read.calendar, 'vevent') : []
      return [textOf(event!, 'summary') ?? '', etag] as const
    }),
  )
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

test('what is published is laid into a collection that is made for it; a later version changes, adds and takes out only what differs', async () => {
  const server = radicale.collection('lich-tuan')
  const office = await officeAt(server)
  await keep(
    office,
    line('l1', { content: 'Giao ban' }),
    line('l2', { content: 'Tiếp dân' }),
    line('l3', { content: 'Đi cơ sở' }),
  )
  await publish(office)
  const first = await onServer(server)
  expect(Object.keys(first)).toEqual(['Giao ban', 'Tiếp dân', 'Đi cơ sở'].toSorted())

  await keep(
    office,
    line('l2', { content: 'Tiếp dân', day: '2026-11-25' }),
    line('l4', { content: 'Họp Ban cán sự' }),
  )
  await act(office, 'week-draft', 'remove', { line: 'l3' })
  await publish(office)
  const second = await onServer(server)
  expect(Object.keys(second)).toEqual(['Giao ban', 'Họp Ban cán sự', 'Tiếp dân'].toSorted())
  expect(second['Giao ban']).toBe(first['Giao ban'])
  expect(second['Tiếp dân']).not.toBe(first['Tiếp dân'])
})

test('while the server is away nothing is lost: it has everything when it is back', async () => {
  const server = radicale.collection('khi-mat-ket-noi')
  const office = await officeAt(server)
  await radicale.stop()
  await keep(office, line('l1', { content: 'Giao ban' }))
  await publish(office)
  for (let tries = 0; tries < 25; tries++) {
    clock.ms += HOUR_MS
    office.kickJobs()
    await office.settled()
  }
  await radicale.startAgain()
  expect(await onServer(server)).toEqual({})
  clock.ms += HOUR_MS
  office.kickJobs()
  await office.settled()
  expect(Object.keys(await onServer(server))).toEqual(['Giao ban'])
})

test('what was changed by others is not overwritten unseen, and a wrong password is told', async () => {
  const server = radicale.collection('cung-ghi')
  const client = calDavClient(server)
  expect(await client.list()).toBeUndefined()
  await client.make('Lịch & <công tác>')
  const bytes = (summary: string) =>
    Buffer.from(
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//VI\r\nBEGIN:VEVENT\r\nUID:a@t\r\nDTSTAMP:20261120T030000Z\r\nDTSTART:20261123T010000Z\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    )
  await client.put('a@t.ics', bytes('một'), undefined)
  await expect(client.put('a@t.ics', bytes('hai'), undefined)).rejects.toMatchObject({ status: 412 })
  const [entry] = (await client.list()) ?? []
  await client.put('a@t.ics', bytes('ba'), entry!.etag)
  await expect(client.put('a@t.ics', bytes('bốn'), entry!.etag)).rejects.toMatchObject({ status: 412 })
  await expect(client.remove('a@t.ics', entry!.etag)).rejects.toMatchObject({ status: 412 })
  expect(Buffer.from((await client.get('a@t.ics'))!.bytes).toString()).toContain('SUMMARY:ba')
  const stranger = calDavClient({ ...server, password: 'khác' })
  await expect(stranger.list()).rejects.toBeInstanceOf(CalendarServerRefused)
})

test('what another agency published of the same week in the same collection stays', async () => {
  const server = radicale.collection('chung')
  const client = calDavClient(server)
  await client.make('Lịch chung')
  const name = `${WEEK}.l9@so-khac.congso.ics`
  const text = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//T//T//VI', 'BEGIN:VEVENT'],
    ...[`UID:${WEEK}.l9@so-khac.congso`, 'DTSTAMP:20261120T030000Z', 'DTSTART:20261123T010000Z'],
    ...['SUMMARY:Của sở khác', 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n')
  await client.put(name, Buffer.from(text), undefined)
  const office = await officeAt(server)
  await keep(office, line('l1', { content: 'Giao ban' }))
  await publish(office)
  expect(Object.keys(await onServer(server))).toEqual(['Của sở khác', 'Giao ban'].toSorted())
})

test('what was published before a server was named goes there when it is named; whoever publishes sees how far it is', async () => {
  const named: { server: CalendarServer | undefined } = { server: undefined }
  node = await aNode([anAgency(AGENCY)], {
    clock,
    calendarOutlets: { weeks: { of: () => Promise.resolve(named.server) } },
  })
  await keep(node, line('l1', { content: 'Giao ban' }))
  await publish(node)
  named.server = radicale.collection('dat-sau')
  await node.settled()
  expect(Object.keys(await onServer(named.server))).toEqual(['Giao ban'])

  const origin = `http://127.0.0.1:${(await node.listen()).port}`
  const weeksFor = async (role: string) => {
    const response = await fetch(`${origin}/v1/calendar-server`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${node!.sessions.open(`${AGENCY}-p-${role}`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ workspace: AGENCY, act: { kind: 'look' } }),
    })
    return calendarServerAnswer.parse(await response.json()).weeks
  }
  expect(await weeksFor('clerk')).toMatchObject({
    server: new URL(named.server.url).host,
    publishing: { entries: 1, problem: null },
  })
  expect(await weeksFor('drafter')).toBeNull()

  named.server = { ...named.server, password: 'sai' }
  await node.settled()
  expect((await weeksFor('clerk'))?.publishing.problem).toBe('wrong-password')
})

test('when the time for all of it is over nothing more is asked of the server', async () => {
  const ended = calDavClient(radicale.collection('qua-gio'), AbortSignal.abort())
  await expect(ended.list()).rejects.toBeInstanceOf(CalendarServerRefused)
  await expect(ended.put('a@t.ics', Buffer.from('x'), undefined)).rejects.toBeInstanceOf(
    CalendarServerRefused,
  )
})
