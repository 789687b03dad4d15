import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { calDavClient } from '../../../backbone/caldav/caldav-client.ts'
import { calendarOutlets, type CalendarOutlets } from '../../../backbone/caldav/calendar-outlets.ts'
import type { CalendarServer } from '../../../backbone/caldav/calendar-request.ts'
import { ownAccounts } from '../../../backbone/caldav/own-accounts.ts'
import { peopleServers } from '../../../backbone/caldav/people-servers.ts'
import { establishAgency } from '../../../backbone/directory.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Journal } from '../../../backbone/ports.ts'
import { memoryFiles } from '../../../backbone/sealing/memory-files.ts'
import { nodeKey } from '../../../backbone/sealing/node-key.ts'
import { sealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import type { CallDetails } from '../../../shared/domain/meetings/meeting.ts'
import { propertiesOf, propertyOf, textOf } from '../../../shared/exchange/calendar/jcal.ts'
import {
  calendarServerAnswer,
  type CalendarServerAct,
  type CalendarServerAnswer,
} from '../../../shared/protocol/calendar-server.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { aDate, MONDAYS } from '../../builders/a-series.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { aDesk, anAgency, aNode, type TestDesk } from '../../builders/backbone.ts'
import { foreignBytes, onServer, type FoundEntry } from '../../builders/calendar-on-server.ts'
import { KillableNode } from '../../builders/killable-node.ts'
import { aNodeKey } from '../../builders/node-key.ts'
import { nodeOnDisk } from '../../builders/node-on-disk.ts'
import { Radicale } from '../../builders/radicale.ts'

const AGENCY = 'so-lich'
const PERSON = `${AGENCY}-p-leader`
const PASSWORD = 'mật khẩu: của tôi'
const HOUR_MS = 3_600_000

let radicale: Radicale
beforeAll(async () => {
  radicale = await Radicale.start()
})
afterAll(() => radicale.close())

const clock = { ms: 0, now: () => clock.ms }
/** What the node wrote into its journal. */
const said: unknown[] = []
const journal: Journal = { warn: (...all) => void said.push(all), error: (...all) => void said.push(all) }
let outlets: CalendarOutlets
let node: CongsoNode
let origin: string
let leader: TestDesk
let drafter: TestDesk
let user: string
let users = 0

beforeEach(async () => {
  clock.ms = Date.parse('2026-11-20T03:00:00.000Z')
  user = `lãnh đạo ${String((users += 1))}`
  radicale.letIn(user, PASSWORD)
  const people = { of: () => Promise.resolve<string | undefined>(radicale.base) }
  outlets = { ...calendarOutlets(memoryFiles()), people }
  node = await aNode([anAgency(AGENCY)], { clock, journal, calendarOutlets: outlets })
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  leader = await aDesk(node, AGENCY, 'leader')
  drafter = await aDesk(node, AGENCY, 'drafter')
})
afterEach(async () => {
  await node.close()
  const written = inspect(said.splice(0), { depth: 10 })
  for (const secret of [PASSWORD, user, PERSON]) expect(written).not.toContain(secret)
})

const server = (collection = 'congso'): CalendarServer => ({
  url: `${radicale.base}${encodeURIComponent(user)}/${collection}/`,
  user,
  password: PASSWORD,
})

async function asked(act: CalendarServerAct, person = PERSON): Promise<Response> {
  return fetch(`${origin}/v1/calendar-server`, {
    method: 'POST',
    headers: { authorization: `Bearer ${node.sessions.open(person)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: AGENCY, act }),
  })
}
async function ask(act: CalendarServerAct): Promise<CalendarServerAnswer> {
  const response = await asked(act)
  expect(response.status).toBe(200)
  return calendarServerAnswer.parse(await response.json())
}
const begin = (change: Partial<Extract<CalendarServerAct, { kind: 'begin' }>> = {}) =>
  ask({ kind: 'begin', user, password: PASSWORD, path: null, ...change })

/** What changed goes there together, after some seconds. */
async function later(ms = 5000): Promise<ReadonlyMap<string, FoundEntry>> {
  await node.settled()
  clock.ms += ms
  await node.settled()
  return onServer(server())
}
const titles = (found: ReadonlyMap<string, FoundEntry>): readonly string[] => [...found.keys()].toSorted()

async function act(
  desk: TestDesk,
  kind: 'personal-calendar' | 'meeting',
  id: string,
  verb: string,
  payload: object,
): Promise<void> {
  const at = { claimedAt: new Date(clock.ms).toISOString() }
  const command = desk.signed({ kind, id }, `${kind}.${verb}`, { ...payload }, at)
  const [outcome] = await (await node.workspace(AGENCY)).submit([command])
  if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
}
const keep = (...entries: readonly ReturnType<typeof anAppointment>[]) =>
  act(leader, 'personal-calendar', PERSON, 'keep', { owner: PERSON, entries })
const remove = (...uids: readonly string[]) =>
  act(leader, 'personal-calendar', PERSON, 'remove', { owner: PERSON, uids })

const called = (change: Partial<CallDetails> = {}): CallDetails =>
  callDetailsOf({
    title: 'Giao ban',
    chair: `${AGENCY}-leader`,
    members: [{ post: `${AGENCY}-leader`, part: 'member' }],
    quorum: null,
    ...change,
  })
async function call(id: string, change: Partial<CallDetails> = {}): Promise<void> {
  await act(drafter, 'meeting', id, 'draft', called(change))
  await act(drafter, 'meeting', id, 'call', { shortNotice: 'Gấp' })
}

it('lays appointments in full and the meetings one goes to into a collection of one’s own, and follows what changes', async () => {
  const fitness = anAppointment('khám', {
    summary: 'Khám bệnh',
    more: [
      ['class', {}, 'text', 'PRIVATE'],
      ['x-clinic', { 'x-floor': '3' }, 'unknown', 'Phòng khám 12'],
    ],
  })
  await keep(fitness, anAppointment('ăn', { summary: 'Ăn trưa' }))
  await call('m1', { place: 'Phòng họp số 1', callUrl: 'https://hop.example/p1' })
  await call('m2', {
    title: 'Họp của người khác',
    chair: `${AGENCY}-clerk`,
    members: [{ post: `${AGENCY}-clerk`, part: 'member' }],
  })
  expect(await begin()).toMatchObject({
    refused: null,
    own: { user, address: server().url, isEnding: false },
  })
  const first = await later()
  expect(titles(first)).toEqual(['Giao ban', 'Khám bệnh', 'Ăn trưa'].toSorted())
  expect(first.get('Khám bệnh')?.text).toMatch(/CLASS:PRIVATE/)
  expect(first.get('Khám bệnh')?.text).toMatch(/X-CLINIC;X-FLOOR=3:Phòng khám 12/)
  const [meeting] = first.get('Giao ban')!.events
  expect(textOf(meeting!, 'location')).toBe('Phòng họp số 1')
  expect(textOf(meeting!, 'url')).toBe('https://hop.example/p1')
  expect(first.get('Giao ban')?.text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/)
  const state = (await ask({ kind: 'look' })).own?.publishing
  expect(state).toMatchObject({ entries: 3, leftOut: 0, problem: null })
  expect(state?.publishedAt).not.toBeNull()

  await act(drafter, 'meeting', 'm1', 'change', called({ title: 'Giao ban sớm' }))
  await keep(
    anAppointment('ăn', { summary: 'Ăn trưa', start: '2026-11-24T11:00:00', end: '2026-11-24T12:00:00' }),
  )
  const second = await later()
  expect(titles(second)).toEqual(['Giao ban sớm', 'Khám bệnh', 'Ăn trưa'].toSorted())
  expect(second.get('Khám bệnh')?.etag).toBe(first.get('Khám bệnh')?.etag)
  expect(second.get('Ăn trưa')?.etag).not.toBe(first.get('Ăn trưa')?.etag)

  await act(drafter, 'meeting', 'm1', 'cancel', { reason: 'Bận' })
  await remove('ăn')
  expect(titles(await later())).toEqual(['Khám bệnh'])
})

it('a meeting one stays away from is not there, and comes back with whoever comes after all', async () => {
  await call('m1')
  await begin()
  expect(titles(await later())).toEqual(['Giao ban'])
  const answer = (attendance: string) =>
    act(leader, 'meeting', 'm1', 'answer', { attendance, reason: 'Đi công tác', substitute: null })
  await answer('absent')
  expect(titles(await later())).toEqual([])
  await answer('coming')
  expect(titles(await later())).toEqual(['Giao ban'])
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
  await keep({ ...weekly, components: [...weekly.components, ...moved.components] })
  const dates = MONDAYS.map((on, index) =>
    aDate(on, index + 1, {
      title: 'Họp tuần',
      chair: `${AGENCY}-leader`,
      members: [{ post: `${AGENCY}-leader`, part: 'member' }],
      quorum: null,
    }),
  )
  for (const { id, payload } of dates)
    await act(drafter, 'meeting', id, 'schedule', { ...payload, shortNotice: 'Gấp' })
  await begin()
  const found = await later()
  expect(titles(found)).toEqual(['Họp tuần', 'Đọc báo'].toSorted())
  expect(found.get('Đọc báo')?.events).toHaveLength(2)
  expect(propertyOf(found.get('Họp tuần')!.events[0]!, 'rrule')).toBeDefined()

  await act(drafter, 'meeting', dates[1]!.id, 'cancel', { reason: 'Nghỉ' })
  const without = (await later()).get('Họp tuần')!
  expect(propertiesOf(without.events[0]!, 'exdate').map(([, , , at]) => at)).toEqual(['2026-11-30T08:00:00'])
})

it('touches nothing of others, and puts right what was changed of its own', async () => {
  await keep(anAppointment('a', { summary: 'Của tôi' }), anAppointment('b', { summary: 'Cũng của tôi' }))
  await begin()
  const first = await later()
  const client = calDavClient(server())
  await client.put('cua-dien-thoai.ics', foreignBytes('x@t', 'Ghi từ điện thoại'), undefined)
  const { name, etag } = first.get('Của tôi')!
  await client.put(name, foreignBytes('a', 'Sửa từ điện thoại'), etag)
  const other = first.get('Cũng của tôi')!
  await client.remove(other.name, other.etag)
  const second = await later(HOUR_MS)
  expect(titles(second)).toEqual(['Cũng của tôi', 'Của tôi', 'Ghi từ điện thoại'].toSorted())
  const seen = `BEGIN:VEVENT\r\nX-MOZ-LASTACK:20261123T010000Z`
  const marked = second.get('Của tôi')!
  await client.put(name, Buffer.from(marked.text.replace('BEGIN:VEVENT', seen)), marked.etag)
  expect((await later(HOUR_MS)).get('Của tôi')?.text).toContain('X-MOZ-LASTACK')

  const ended = await ask({ kind: 'end', takeAway: true })
  expect(ended.own?.isEnding).toBe(true)
  expect(titles(await later())).toEqual(['Ghi từ điện thoại'])
  expect((await ask({ kind: 'look' })).own).toBeNull()
})

it('ends at once where the entries may stay', async () => {
  await keep(anAppointment('a', { summary: 'Còn lại' }))
  await begin()
  await later()
  expect((await ask({ kind: 'end', takeAway: false })).own).toBeNull()
  await remove('a')
  expect(titles(await later(2 * HOUR_MS))).toEqual(['Còn lại'])
})

it('nothing more goes there once it has ended, though it was under way', async () => {
  await keep(...Array.from({ length: 150 }, (_, one) => anAppointment(`u${one}`, { summary: `Hẹn ${one}` })))
  await begin()
  const client = calDavClient(server())
  const count = async (): Promise<number> => (await client.list())?.length ?? 0
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(2)
  await ask({ kind: 'end', takeAway: false })
  await node.settled()
  const left = await count()
  await later(HOUR_MS)
  // What the server was just being told it may still have kept.
  expect(await count()).toBeLessThanOrEqual(left + 1)
  expect(await count()).toBeLessThan(150)
})

it('a wrong password is not kept; one that became wrong waits until it is put right', async () => {
  await keep(anAppointment('a', { summary: 'Một' }))
  expect(await begin({ password: 'sai' })).toMatchObject({ refused: 'wrong-password', own: null })
  await begin()
  await later()
  radicale.letIn(user, 'mới')
  await keep(anAppointment('b', { summary: 'Hai' }))
  await node.settled()
  clock.ms += 5000
  await node.settled()
  const { own } = await ask({ kind: 'look' })
  expect(own?.publishing.problem).toBe('wrong-password')
  expect(Date.parse(own?.publishing.nextTryAt ?? '') - clock.ms).toBeGreaterThan(5 * HOUR_MS)
  await keep(anAppointment('c', { summary: 'Ba' }))
  await node.settled()
  clock.ms += HOUR_MS
  await node.settled()
  expect((await ask({ kind: 'look' })).own?.publishing.nextTryAt).toBe(own?.publishing.nextTryAt)

  expect((await ask({ kind: 'changePassword', password: 'vẫn sai' })).refused).toBe('wrong-password')
  expect((await ask({ kind: 'changePassword', password: 'mới' })).refused).toBeNull()
  await node.settled()
  radicale.letIn(user, PASSWORD)
  expect(titles(await onServer(server()))).toEqual(['Ba', 'Hai', 'Một'].toSorted())
})

it('while the server is away it is tried again and again; then everything is there once', async () => {
  await keep(anAppointment('a', { summary: 'Một' }))
  await begin()
  await later()
  await radicale.stop()
  await keep(anAppointment('b', { summary: 'Hai' }))
  for (let tries = 0; tries < 12; tries += 1) {
    await node.settled()
    clock.ms += HOUR_MS
  }
  await node.settled()
  expect((await ask({ kind: 'look' })).own?.publishing.problem).toBe('not-reachable')
  await radicale.startAgain()
  expect(titles(await later(HOUR_MS))).toEqual(['Hai', 'Một'])
  expect((await ask({ kind: 'look' })).own?.publishing).toMatchObject({ problem: null, entries: 2 })
})

it('a node that is killed in between goes on where it was, and nothing is there twice', async () => {
  const place = { folder: await mkdtemp(path.join(tmpdir(), 'congso-killed-')), key: randomBytes(32) }
  const files = sealedFiles(path.join(place.folder, 'keys'), nodeKey(place.key))
  const onDisk = await nodeOnDisk(place, clock)
  await establishAgency(await onDisk.workspace(AGENCY), anAgency(AGENCY))
  const desk = await aDesk(onDisk, AGENCY, 'leader')
  const entries = Array.from({ length: 150 }, (_, one) => anAppointment(`u${one}`, { summary: `Hẹn ${one}` }))
  const keeping = desk.signed(
    { kind: 'personal-calendar', id: PERSON },
    'personal-calendar.keep',
    { owner: PERSON, entries },
    { claimedAt: new Date(clock.ms).toISOString() },
  )
  const kept = await (await onDisk.workspace(AGENCY)).submit([keeping])
  expect(kept[0]?.outcome).toBe('accepted')
  await onDisk.close()
  await peopleServers(files).set(AGENCY, radicale.base)
  const account = { workspace: AGENCY, person: PERSON, url: server().url, user, password: PASSWORD }
  await ownAccounts(files).add({ ...account, isEnding: false })

  const killable = new KillableNode(place, AGENCY, () => clock.ms)
  const start = () => killable.feed(PERSON, 0, 1)
  const client = calDavClient(server())
  const count = async (): Promise<number> => (await client.list())?.length ?? 0
  await start()
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(2)
  await killable.kill()
  expect(await count()).toBeLessThan(150)
  await start()
  await expect.poll(count, { timeout: 25_000, interval: 500 }).toBe(150)
  expect((await onServer(server())).size).toBe(150)
  await killable.end()
  await rm(place.folder, { recursive: true })
})

it('speaks to the named server alone, whatever is typed', async () => {
  for (const path of [
    'https://evil.example/x/',
    '//evil.example/x/',
    'http://127.0.0.1:1/x/',
    '/',
    '?a=b',
    '#x',
  ])
    expect((await begin({ path })).refused).toBe('path-outside')
  expect((await begin({ path: 'http://u:p@127.0.0.1:1/' })).refused).toBe('path-outside')
  expect((await begin({ path: `${encodeURIComponent(user)}/việc/` })).own?.address).toBe(
    server(encodeURIComponent('việc')).url,
  )
  expect((await asked({ kind: 'begin', user: 'a:b', password: 'x', path: null })).status).toBe(400)
  outlets.people.of = () => Promise.resolve('https://khac.example/')
  await node.settled()
  expect((await ask({ kind: 'look' })).own?.publishing.problem).toBe('server-not-named')
})

it('is nobody else’s, and ends when its owner leaves', async () => {
  await keep(anAppointment('a', { summary: 'Một' }))
  await begin()
  await later()
  const others = calendarServerAnswer.parse(await (await asked({ kind: 'look' }, `${AGENCY}-p-clerk`)).json())
  expect(others.own).toBeNull()
  expect((await fetch(`${origin}/v1/calendar-server`, { method: 'POST' })).status).toBe(401)
  const workspace = await node.workspace(AGENCY)
  const post = { kind: 'post', id: `${AGENCY}-leader` } as const
  await workspace.act([
    {
      aggregate: post,
      type: 'post.appoint',
      payload: {
        person: 'người mới',
        name: 'Người Mới',
        title: 'Phó Giám đốc',
        unit: `${AGENCY}-unit`,
        roles: ['leader'],
        certificate: null,
      },
    },
  ])
  await later()
  expect(await outlets.accounts.all()).toEqual([])
})

it('lies sealed, and is never told back', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'congso-accounts-'))
  const files = sealedFiles(folder, aNodeKey())
  const { accounts } = calendarOutlets(files)
  const account = {
    workspace: AGENCY,
    person: PERSON,
    url: server().url,
    user,
    password: PASSWORD,
    isEnding: false,
  }
  await accounts.add(account)
  for (const name of await readdir(folder))
    expect((await readFile(path.join(folder, name))).includes(PASSWORD)).toBe(false)
  expect(await calendarOutlets(files).accounts.all()).toEqual([account])
  await rm(folder, { recursive: true })
  await begin()
  expect(await (await asked({ kind: 'look' })).text()).not.toContain(PASSWORD)
})
