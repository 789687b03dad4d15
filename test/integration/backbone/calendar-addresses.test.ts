import { afterEach, beforeEach, expect, it } from 'vitest'
import { calendarAddresses } from '../../../backbone/calendars/calendar-addresses.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import { componentsOf, textOf } from '../../../shared/exchange/calendar/jcal.ts'
import { readCalendar } from '../../../shared/exchange/calendar/read-calendar.ts'
import { calendarAddressesAnswer } from '../../../shared/protocol/calendar-addresses.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { aDesk, anAgency, aNode } from '../../builders/backbone.ts'

const PERSON = 'a-p-leader'
let node: CongsoNode
let origin: string
beforeEach(async () => {
  node = await aNode([anAgency('a'), anAgency('b')])
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  const workspace = await node.workspace('a')
  const leader = await aDesk(node, 'a', 'leader')
  const drafter = await aDesk(node, 'a', 'drafter')
  const at = (hours: number): string => new Date(tomorrow() + hours * 3_600_000).toISOString()
  const broken = anAppointment('hỏng', {
    start: wall(9),
    end: wall(10),
    more: [['url', {}, 'uri', 'https://a\r\nBEGIN:VEVENT']],
  })
  const entries = [
    anAppointment('khám bệnh', { summary: 'Khám bệnh', start: wall(9), end: wall(10) }),
    broken,
  ]
  const meeting = { kind: 'meeting', id: 'm1' } as const
  const details = callDetailsOf({
    title: 'Họp kín của lãnh đạo',
    from: at(5),
    until: at(6),
    chair: 'a-leader',
    members: [{ post: 'a-leader', part: 'member' }],
    quorum: null,
  })
  const outcomes = await workspace.submit([
    leader.signed({ kind: 'personal-calendar', id: PERSON }, 'personal-calendar.keep', {
      owner: PERSON,
      entries,
    }),
    drafter.signed(meeting, 'meeting.draft', details),
    drafter.signed(meeting, 'meeting.call', { shortNotice: 'Gấp' }),
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
})
afterEach(() => node.close())

/** The next midnight of UTC, seven in Vietnam. */
const tomorrow = (): number => (Math.floor(Date.now() / 86_400_000) + 1) * 86_400_000
const wall = (hour: number): string => new Date(tomorrow() + hour * 3_600_000).toISOString().slice(0, 19)

async function ask(change: object, person = PERSON, workspace = 'a'): Promise<Response> {
  return fetch(`${origin}/v1/calendar-addresses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${node.sessions.open(person)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ workspace, make: null, end: null, ...change }),
  })
}
async function made(scope: 'busy' | 'full'): Promise<string> {
  const answer = calendarAddressesAnswer.parse(await (await ask({ make: scope })).json())
  return `${origin}${answer.made ?? ''}`
}
async function summaries(response: Response): Promise<readonly (string | undefined)[]> {
  const read = readCalendar(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok) throw new Error(read.error.code)
  return componentsOf(read.calendar, 'vevent').map((one) => textOf(one, 'summary'))
}

it('tells when somebody is busy, or their own appointments; never what a meeting of the agency is about', async () => {
  const busy = await fetch(await made('busy'))
  expect(busy.headers.get('content-type')).toContain('text/calendar')
  expect(await summaries(busy)).toEqual(['Bận', 'Bận'])
  const full = await fetch(await made('full'))
  expect(await summaries(full.clone())).toEqual(['Khám bệnh', 'Bận'])
  expect(await full.text()).not.toMatch(/kín|hỏng/)
})

it('is told again only when it changed', async () => {
  const address = await made('busy')
  const etag = (await fetch(address)).headers.get('etag') ?? ''
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

it('ends when it is made anew or taken away, and opens nothing else', async () => {
  const first = await made('full')
  const busy = await made('busy')
  const second = await made('full')
  expect((await fetch(first)).status).toBe(404)
  expect((await fetch(second)).status).toBe(200)
  await ask({ end: 'full' })
  expect((await fetch(second)).status).toBe(404)
  expect((await fetch(busy)).status).toBe(200)
  for (const name of ['', 'x.ics', `${'0'.repeat(64)}.ics`, '0'.repeat(64), '..%2f..%2fkeys.ics'])
    expect((await fetch(`${origin}/v1/calendars/${name}`)).status).toBe(404)
  expect((await fetch(busy, { method: 'POST' })).status).toBe(404)
})

it('is of one’s own agency, and nobody else’s addresses are told', async () => {
  await made('full')
  expect((await ask({ make: 'full' }, PERSON, 'b')).status).toBe(404)
  const others = calendarAddressesAnswer.parse(await (await ask({}, 'a-p-clerk')).json())
  expect(others).toEqual({ addresses: [], made: null })
  expect((await fetch(`${origin}/v1/calendar-addresses`, { method: 'POST' })).status).toBe(401)
})

it('is made so often only', async () => {
  const statuses = []
  for (let time = 0; time < 21; time += 1) statuses.push((await ask({ make: 'busy' })).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.at(-1)).toBe(429)
})

it('is kept without its secret', async () => {
  const kept = new Map<string, Uint8Array>()
  const store = calendarAddresses({
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, content) => Promise.resolve(void kept.set(name, Buffer.from(content))),
  })
  const owner = { workspace: 'a', person: PERSON }
  const secrets = ['1'.repeat(64), '2'.repeat(64)]
  await Promise.all([
    store.make(owner, 'busy', secrets[0] ?? '', '2026-11-23T00:00:00.000Z'),
    store.make(owner, 'full', secrets[1] ?? '', '2026-11-23T00:00:00.000Z'),
  ])
  expect(await store.of(owner)).toHaveLength(2)
  const text = [...kept.values()].map((bytes) => Buffer.from(bytes).toString()).join('')
  expect(secrets.some((secret) => text.includes(secret))).toBe(false)
  expect(await store.find(secrets[1] ?? '')).toMatchObject({ ...owner, scope: 'full' })
})
