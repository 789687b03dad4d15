import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { calendarSources } from '../../../backbone/calendars/subscriptions/calendar-sources.ts'
import { subscriptionFiles } from '../../../backbone/calendars/subscriptions/subscription-files.ts'
import { actOrThrow, establishAgency } from '../../../backbone/directory.ts'
import type { Judge } from '../../../backbone/calendars/subscriptions/judge.port.ts'
import { judgeIsolated } from '../../../backbone/isolation/judge-calendar-isolated.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import { nodeKey } from '../../../backbone/sealing/node-key.ts'
import { sealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import { busyAnswer } from '../../../shared/protocol/busy.ts'
import {
  MOST_SUBSCRIPTIONS,
  subscriptionsAnswer,
  type SubscriptionAct,
  type SubscriptionsAnswer,
} from '../../../shared/protocol/calendar-subscriptions.ts'
import { aCalendarText } from '../../builders/a-calendar-text.ts'
import { anAgency } from '../../builders/backbone.ts'
import { nodeOnDisk } from '../../builders/node-on-disk.ts'
import { aTlsHost, type TlsHost } from '../../builders/tls-host.ts'

const PERSON = 'a-p-leader'
const ADDRESS = 'https://lich.example/u/token-rat-bi-mat/nghi-le.ics'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const key = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
const said: string[] = []
const journal = {
  warn: (what: string, facts: object) => void said.push(what, JSON.stringify(facts)),
  error: (what: string, error: unknown) => void said.push(what, String(error)),
}
let nowMs: number
let folder: string
let host: TlsHost
let node: CongsoNode
let origin: string
let asked: number

const sealed = () => sealedFiles(path.join(folder, 'subscribed'), nodeKey(key))
async function open(judge?: Judge): Promise<void> {
  const files = sealed()
  node = await nodeOnDisk({ folder, key }, { now: () => nowMs }, undefined, {
    journal,
    subscribing: {
      files: subscriptionFiles(files),
      network: host.network,
      ...(judge === undefined ? {} : { judge }),
      sources: calendarSources(sealedFiles(path.join(folder, 'keys'), nodeKey(key))),
    },
  })
  origin = `http://127.0.0.1:${String((await node.listen()).port)}`
}
beforeEach(async () => {
  nowMs = Date.parse('2026-11-23T01:00:00.000Z')
  asked = 0
  said.length = 0
  folder = await mkdtemp(path.join(tmpdir(), 'congso-subscribed-'))
  host = await aTlsHost(['lich.example', 'noi-bo.example'])
  await open()
  for (const id of ['a', 'b']) await establishAgency(await node.workspace(id), anAgency(id))
})
afterEach(async () => {
  await node.close()
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

const event = (hour: number, summary: string): readonly string[] => [
  `DTSTART:20261124T0${String(hour)}0000Z`,
  `DTEND:20261124T0${String(hour + 1)}0000Z`,
  `SUMMARY:${summary}`,
  'X-CUA-NOI-KHAC:giữ nguyên',
]
function serves(text: string, etag?: string): void {
  host.answer = (request, response) => {
    asked += 1
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, etag === undefined ? {} : { etag }).end(text)
  }
}
const CALENDAR = aCalendarText([event(2, 'Nghỉ lễ'), event(5, 'Hội nghị')], ['X-WR-CALNAME:Lịch lễ'])
const headers = (person: string) => ({
  authorization: `Bearer ${node.sessions.open(person)}`,
  'content-type': 'application/json',
})
const post = (body: object, person = PERSON, route = 'calendar-subscriptions'): Promise<Response> =>
  fetch(`${origin}/v1/${route}`, { method: 'POST', headers: headers(person), body: JSON.stringify(body) })
async function act(done: SubscriptionAct | null, person = PERSON): Promise<SubscriptionsAnswer> {
  const response = await post({ workspace: 'a', act: done }, person)
  return subscriptionsAnswer.parse(await response.json())
}
const add = (change: Partial<SubscriptionAct & { readonly what: 'add' }> = {}) =>
  act({ what: 'add', id: 's1', address: ADDRESS, name: null, mark: 0, isBusy: false, ...change })
const body = (id: string, person = PERSON): Promise<Response> =>
  fetch(`${origin}/v1/calendar-subscriptions/${id}?workspace=a`, { headers: headers(person) })
async function busy(): Promise<unknown> {
  const span = { from: '2026-11-24T00:00:00.000Z', until: '2026-11-25T00:00:00.000Z' }
  const answer = await post(
    { workspace: 'a', posts: ['a-leader'], except: null, ...span },
    'a-p-clerk',
    'busy',
  )
  return busyAnswer.parse(await answer.json()).posts[0]?.busy
}

it('reads a calendar, tells its owner alone, and of the address only the host', async () => {
  await node.close()
  await open(judgeIsolated({}))
  serves(CALENDAR)
  const answer = await add()
  expect(answer).toMatchObject({
    refused: null,
    subscriptions: [
      {
        id: 's1',
        name: 'Lịch lễ',
        host: 'lich.example',
        events: 2,
        problem: null,
        readAt: '2026-11-23T01:00:00.000Z',
      },
    ],
  })
  expect(JSON.stringify(answer)).not.toContain('token')
  const told = await body('s1')
  expect(told.headers.get('etag')).toBe(`"${answer.subscriptions[0]?.version ?? ''}"`)
  expect(await told.text()).toBe(CALENDAR)
  expect((await act(null, 'a-p-clerk')).subscriptions).toEqual([])
  expect((await body('s1', 'a-p-clerk')).status).toBe(404)
  expect((await post({ workspace: 'b', act: null })).status).toBe(404)
  expect((await fetch(`${origin}/v1/calendar-subscriptions`, { method: 'POST' })).status).toBe(401)
})

it('is kept over the end of the node, nowhere in words', async () => {
  serves(CALENDAR)
  await add()
  await node.close()
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const one of all.filter((file) => file.isFile())) {
    const bytes = await readFile(path.join(one.parentPath, one.name))
    for (const word of ['token-rat', 'lich.example', 'Nghỉ lễ']) expect(bytes.includes(word)).toBe(false)
  }
  await open()
  expect((await act(null)).subscriptions).toHaveLength(1)
  expect(await (await body('s1')).text()).toBe(CALENDAR)
  expect(said.join(' ')).not.toMatch(/token|lich\.example/)
})

it('is read every hour and no oftener, again after a restart, and fetched only when it changed', async () => {
  serves(CALENDAR, '"1"')
  const first = (await add()).subscriptions[0]
  nowMs += 59 * MINUTE_MS
  await node.subscriptions.readDue()
  expect(asked).toBe(1)
  await node.close()
  await open()
  nowMs += MINUTE_MS
  await node.subscriptions.readDue()
  await node.subscriptions.readDue()
  expect(asked).toBe(2)
  const [same] = (await act(null)).subscriptions
  expect(same).toMatchObject({ version: first?.version, readAt: '2026-11-23T02:00:00.000Z' })
  serves(aCalendarText([event(3, 'Khác')]), '"2"')
  nowMs += HOUR_MS
  await node.subscriptions.readDue()
  const [changed] = (await act(null)).subscriptions
  expect(changed?.version).not.toBe(first?.version)
  expect(changed).toMatchObject({ name: 'Lịch lễ', events: 1 })
  expect(await (await body('s1')).text()).toContain('Khác')
  expect((await readdir(path.join(folder, 'subscribed'))).length).toBe(3)
})

it('keeps the good copy when a later reading fails, waits longer each time, and is never given up', async () => {
  serves(CALENDAR)
  await add()
  host.answer = (_, response) => {
    asked += 1
    response.writeHead(410).end()
  }
  nowMs += HOUR_MS
  const waits: number[] = []
  for (let time = 0; time < 12; time += 1) {
    await node.subscriptions.readDue()
    const [one] = (await act(null)).subscriptions
    expect(one).toMatchObject({ problem: 'gone', events: 2, readAt: '2026-11-23T01:00:00.000Z' })
    waits.push((Date.parse(one?.nextAt ?? '') - nowMs) / MINUTE_MS)
    nowMs = Date.parse(one?.nextAt ?? '')
  }
  expect(asked).toBe(13)
  expect(waits.slice(0, 4)).toEqual([15, 30, 60, 120])
  expect(waits.at(-1)).toBe(24 * 60)
  expect(await (await body('s1')).text()).toBe(CALENDAR)
  for (const text of ['<html>', aCalendarText([['DTSTART:20261124T020000Z', 'SUMMARY:TỐI MẬT']])]) {
    serves(text)
    nowMs += 48 * HOUR_MS
    await node.subscriptions.readDue()
    expect(await (await body('s1')).text()).toBe(CALENDAR)
  }
  expect((await act(null)).subscriptions[0]?.problem).toBe('secret')
  serves(CALENDAR)
  nowMs += 48 * HOUR_MS
  await node.subscriptions.readDue()
  expect((await act(null)).subscriptions[0]).toMatchObject({ problem: null, events: 2 })
})

it('refuses what will not become right by waiting, and keeps what may', async () => {
  host.answer = (_, response) => response.writeHead(404).end()
  expect(await add()).toEqual({ subscriptions: [], refused: 'gone' })
  expect((await add({ address: 'https://127.0.0.1/a.ics' })).refused).toBe('address-refused')
  expect((await add({ address: 'http://lich.example/a.ics' })).refused).toBe('address-invalid')
  expect(await add({ address: `https://${'a'.repeat(301)}/a.ics` })).toEqual({
    subscriptions: [],
    refused: 'address-invalid',
  })
  serves('<html>Đăng nhập</html>')
  expect((await add()).refused).toBe('not-calendar')
  host.answer = (_, response) => response.writeHead(503).end()
  expect(await add()).toMatchObject({
    refused: null,
    subscriptions: [{ name: 'lich.example', problem: 'server-failed', version: null }],
  })
  expect((await body('s1')).status).toBe(404)
  serves(CALENDAR)
  expect((await act({ what: 'read', id: 's1' })).refused).toBe('too-often')
  nowMs += MINUTE_MS
  expect(await act({ what: 'read', id: 's1' })).toMatchObject({
    refused: null,
    subscriptions: [{ events: 2 }],
  })
})

it('reads the calendars of others where the list of one cannot be read or a host stands still', async () => {
  serves(CALENDAR)
  for (const person of [PERSON, 'a-p-clerk', 'a-p-drafter'])
    await act(
      { what: 'add', id: 's1', address: `${ADDRESS}?${person}`, name: null, mark: 0, isBusy: false },
      person,
    )
  await sealed().write(`calendar-subscriptions a ${PERSON}`, '[token-rat-bi-mat')
  const standing: string[] = []
  host.answer = (request, response) => {
    if (request.url?.endsWith('clerk') === true) standing.push(request.url)
    else response.writeHead(404).end()
  }
  nowMs += 2 * HOUR_MS
  const reading = node.subscriptions.readDue()
  await expect.poll(async () => (await act(null, 'a-p-drafter')).subscriptions[0]?.problem).toBe('gone')
  expect(standing).toHaveLength(1)
  expect(said).toContain('a subscribed calendar was not read')
  expect(said.join('\n')).not.toContain('bi-mat')
  await node.subscriptions.close()
  await reading
})

it('keeps its owner busy for colleagues only when it counts', async () => {
  serves(CALENDAR)
  await add({ name: 'Của tôi' })
  expect(await busy()).toEqual([])
  const change = { what: 'change', id: 's1', name: 'Lịch khác', mark: 3, isBusy: true } as const
  expect((await act(change)).subscriptions[0]).toMatchObject({ name: 'Lịch khác', mark: 3, isBusy: true })
  expect(await busy()).toEqual([
    { from: '2026-11-24T02:00:00.000Z', until: '2026-11-24T03:00:00.000Z' },
    { from: '2026-11-24T05:00:00.000Z', until: '2026-11-24T06:00:00.000Z' },
  ])
  expect((await act({ what: 'remove', id: 's1' })).subscriptions).toEqual([])
  expect(await busy()).toEqual([])
})

it('leaves nothing when it is removed, or its owner leaves', async () => {
  serves(CALENDAR)
  await add()
  await act({ what: 'remove', id: 's1' })
  expect((await body('s1')).status).toBe(404)
  const left = async () => (await readdir(path.join(folder, 'subscribed'))).length
  expect(await left()).toBe(1)
  await add({ id: 's2' })
  const aggregate = { kind: 'post', id: 'a-leader' } as const
  const payload = {
    person: 'a-p-other',
    name: 'Ngô Thử',
    title: 'Phó Giám đốc',
    unit: 'a-unit',
    roles: ['leader'],
    certificate: null,
  }
  await actOrThrow(await node.workspace('a'), [{ aggregate, type: 'post.appoint', payload }])
  await node.subscriptions.readDue()
  expect(await left()).toBe(1)
})

it('is added once however often it is said, and not beyond what one person may have', async () => {
  serves(CALENDAR)
  await add()
  expect((await add()).subscriptions).toHaveLength(1)
  for (let at = 2; at <= MOST_SUBSCRIPTIONS; at += 1) await add({ id: `s${String(at)}` })
  expect(await add({ id: 'more' })).toMatchObject({ refused: 'too-many' })
  expect((await act(null)).subscriptions).toHaveLength(MOST_SUBSCRIPTIONS)
})

it('is read by hand now and then only', async () => {
  serves(CALENDAR)
  const refusals: unknown[] = []
  for (let time = 0; time < 45; time += 1) {
    nowMs += MINUTE_MS
    refusals.push((await act({ what: 'read', id: 'none' })).refused)
  }
  expect(refusals.filter((one) => one === null)).toHaveLength(40)
  expect(refusals.at(-1)).toBe('too-often')
})

it('reads in a network of the agency what its operator named, and nothing else there', async () => {
  host.names.set('noi-bo.example', [['10.1.2.3']])
  serves(CALENDAR)
  const address = 'https://noi-bo.example/lich.ics'
  expect((await add({ address })).refused).toBe('address-refused')
  const sources = calendarSources(sealedFiles(path.join(folder, 'keys'), nodeKey(key)))
  await sources.set(['https://noi-bo.example'])
  expect(await add({ address })).toMatchObject({ refused: null, subscriptions: [{ host: 'noi-bo.example' }] })
  expect((await add({ id: 's2', address: 'https://noi-bo.example:8443/' })).refused).toBe('address-refused')
})
