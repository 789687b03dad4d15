import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import { weekFrom, weekOf, mondayOf } from '../../../shared/domain/schedule/iso-week.ts'
import type { WeekDraft } from '../../../shared/domain/schedule/week-draft.ts'
import type { WeekLine } from '../../../shared/domain/schedule/week-line.ts'
import { componentsOf, textOf, type JComponent } from '../../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../../shared/exchange/calendar/read-calendar.ts'
import { localDateOf } from '../../../shared/kernel/instant.ts'
import { calendarAddressesAnswer } from '../../../shared/protocol/calendar-addresses.ts'
import { aWeekLine } from '../../builders/a-week-line.ts'
import { aDesk, anAgency, aNode, type TestDesk } from '../../builders/backbone.ts'

const AGENCY = 'a'
const clock = { ms: 0, now: () => clock.ms }
let node: CongsoNode
let origin: string
let clerk: TestDesk
beforeEach(async () => {
  clock.ms = Date.now()
  const plan = anAgency(AGENCY)
  const other = { ...plan.posts[2]!, id: 'a-director', person: 'a-p-director', title: 'Giám đốc' }
  node = await aNode([{ ...plan, posts: [...plan.posts, other] }, anAgency('b')], { clock })
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  clerk = await aDesk(node, AGENCY, 'clerk')
})
afterEach(() => node.close())

/** The week that lies so many weeks from this one. */
const week = (weeks: number): string => weekFrom(weekOf(localDateOf(new Date(clock.ms).toISOString())), weeks)

async function act(kind: 'week' | 'week-draft', verb: string, id: string, payload: object): Promise<void> {
  const workspace = await node.workspace(AGENCY)
  const claimedAt = new Date(clock.ms).toISOString()
  const signed = clerk.signed({ kind, id }, `${kind}.${verb}`, { week: id, ...payload }, { claimedAt })
  const [outcome] = await workspace.submit([signed])
  expect(outcome).toMatchObject({ outcome: 'accepted' })
}
const line = (id: string, at: string, change: object = {}) =>
  aWeekLine({ id, day: mondayOf(at), leaders: ['a-leader'], content: id, ...change })
async function publish(id: string, ...lines: readonly WeekLine[]): Promise<void> {
  if (lines.length > 0) await act('week-draft', 'keep', id, { lines })
  const workspace = await node.workspace(AGENCY)
  const { revision } = (await workspace.state({ kind: 'week-draft', id })) as WeekDraft
  await act('week', 'publish', id, { revision })
}

async function ask(change: object, role = 'drafter', workspace = AGENCY): Promise<Response> {
  return fetch(`${origin}/v1/calendar-addresses`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${node.sessions.open(`a-p-${role}`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ workspace, make: null, end: null, ...change }),
  })
}
async function made(scope: string): Promise<string> {
  return `${origin}${calendarAddressesAnswer.parse(await (await ask({ make: scope })).json()).made ?? ''}`
}
async function eventsAt(address: string): Promise<readonly JComponent[]> {
  const response = await fetch(address)
  expect(response.headers.get('content-type')).toContain('text/calendar')
  const read = readCalendar(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok) throw new Error(read.error.code)
  return componentsOf(read.calendar, 'vevent')
}
const told = (events: readonly JComponent[], name = 'summary') =>
  events.map((one) => textOf(one, name)).toSorted()
/** What was written a minute ago may be told again; that long goes by. */
const later = (): void => void (clock.ms += 61_000)

it('tells the published weeks from four weeks ago on, and of a leader the own lines', async () => {
  for (const weeks of [-5, -4, 0, 3])
    await publish(
      week(weeks),
      line(`chung ${weeks}`, week(weeks), { leaders: ['a-leader', 'a-director'] }),
      line(`riêng ${weeks}`, week(weeks), { leaders: ['a-director'] }),
    )
  await act('week-draft', 'keep', week(1), { lines: [line('dự thảo', week(1))] })
  const all = told(await eventsAt(await made('week')))
  expect(all).toEqual(['chung -4', 'chung 0', 'chung 3', 'riêng -4', 'riêng 0', 'riêng 3'])
  expect(told(await eventsAt(await made('week:a-leader')))).toEqual(['chung -4', 'chung 0', 'chung 3'])
})

it('tells of what is private the time alone', async () => {
  const { day, half, leaders } = line('l', week(0))
  await publish(week(0), { id: 'x', day, half, leaders, hours: null, busy: true })
  const [event] = await eventsAt(await made('week'))
  expect([textOf(event!, 'summary'), textOf(event!, 'class')]).toEqual(['Bận', 'PRIVATE'])
})

it('keeps its entries under their ids: a later version changes them, adds and takes out, and counts', async () => {
  const now = week(0)
  await publish(now, line('giữ', now), line('dời', now), line('bỏ', now))
  const address = await made('week')
  const before = await eventsAt(address)
  later()
  await act('week-draft', 'remove', now, { line: 'bỏ' })
  await publish(now, line('dời', now, { place: 'Hội trường' }), line('thêm', now))
  const after = await eventsAt(address)
  expect(told(after)).toEqual(['dời', 'giữ', 'thêm'])
  const uidOf = (events: readonly JComponent[], summary: string) =>
    events.find((one) => textOf(one, 'summary') === summary)
  expect(uidOf(after, 'giữ')).toEqual(uidOf(before, 'giữ'))
  const [first, second] = [uidOf(before, 'dời')!, uidOf(after, 'dời')!]
  expect(textOf(second, 'uid')).toBe(textOf(first, 'uid'))
  expect([first, second].map((one) => one[1].find(([name]) => name === 'sequence')?.[3])).toEqual([0, 1])
  expect(textOf(second, 'last-modified')! > textOf(first, 'last-modified')!).toBe(true)
  expect(new Set(told(after, 'uid')).size).toBe(3)
})

it('is told again only when something was published', async () => {
  await publish(week(0), line('một', week(0)))
  const address = await made('week')
  const etag = (await fetch(address)).headers.get('etag') ?? ''
  const again = () => fetch(address, { headers: { 'if-none-match': etag } })
  later()
  expect((await again()).status).toBe(304)
  await publish(week(0), line('hai', week(0)))
  later()
  expect((await again()).status).toBe(200)
})

it('is made of the own agency and its people alone, ended by itself, and beside the other addresses', async () => {
  const [all, one, mine] = [await made('week'), await made('week:a-leader'), await made('busy')]
  expect((await ask({ make: 'week:b-leader' })).status).toBe(404)
  expect((await ask({ make: 'week' }, 'drafter', 'b')).status).toBe(404)
  for (const scope of ['week:', 'weeks', `week:${'x'.repeat(65)}`])
    expect((await ask({ make: scope })).status).toBe(400)
  const { addresses } = calendarAddressesAnswer.parse(await (await ask({ end: 'week:a-leader' })).json())
  expect(addresses.map(({ scope }) => scope)).toEqual(['week', 'busy'])
  expect((await fetch(one)).status).toBe(404)
  const anew = await made('week')
  expect((await fetch(all)).status).toBe(404)
  for (const address of [anew, mine]) expect((await fetch(address)).status).toBe(200)
})

it('looks nobody up for who asked too often', async () => {
  const asked: number[] = []
  for (let n = 0; n < 21; n += 1) asked.push((await ask({ make: `week:nobody-${n}` })).status)
  expect(asked).toEqual([...Array.from({ length: 20 }, () => 404), 429])
})

it('ends when its owner leaves the agency, also what was written for it a moment ago', async () => {
  const address = await made('week')
  expect((await fetch(address)).status).toBe(200)
  const workspace = await node.workspace(AGENCY)
  const { id, ...post } = anAgency(AGENCY).posts.find((one) => one.id === 'a-drafter')!
  await workspace.act([
    {
      aggregate: { kind: 'post', id },
      type: 'post.appoint',
      payload: { ...post, person: 'a-p-other', name: 'Người khác' },
    },
  ])
  expect((await fetch(address)).status).toBe(404)
})
