import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import { busyAnswer } from '../../../shared/protocol/busy.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { callDetailsOf } from '../../builders/a-meeting.ts'
import { aDesk, anAgency, aNode, type TestDesk } from '../../builders/backbone.ts'

const LEADER = 'a-leader'
const CLERK = 'a-clerk'
const ASKING = 'a-p-clerk'
let node: CongsoNode
let origin: string
let drafter: TestDesk
let leader: TestDesk

beforeEach(async () => {
  node = await aNode([anAgency('a'), anAgency('b')])
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  drafter = await aDesk(node, 'a', 'drafter')
  leader = await aDesk(node, 'a', 'leader')
})
afterEach(() => node.close())

const SPAN = { from: '2026-11-23T00:00:00.000Z', until: '2026-11-24T00:00:00.000Z' }

function ask(person: string, change: object = {}): Promise<Response> {
  return fetch(`${origin}/v1/busy`, {
    method: 'POST',
    headers: { authorization: `Bearer ${node.sessions.open(person)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: 'a', posts: [LEADER], except: null, ...SPAN, ...change }),
  })
}
async function busy(person = ASKING, change: object = {}) {
  const answer = await ask(person, change)
  return busyAnswer.parse(await answer.json()).posts
}
const hours = (from: string, until: string) => ({
  from: `2026-11-23T${from}:00.000Z`,
  until: `2026-11-23T${until}:00.000Z`,
})

async function act(
  desk: TestDesk,
  id: string,
  type: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const workspace = await node.workspace('a')
  const [outcome] = await workspace.submit([desk.signed({ kind: 'meeting', id }, type, payload)])
  expect(outcome).toMatchObject({ outcome: 'accepted' })
}

async function called(id: string, from: string, until: string): Promise<void> {
  const details = callDetailsOf({
    title: 'Họp kín của lãnh đạo',
    ...hours(from, until),
    chair: LEADER,
    members: [{ post: LEADER, part: 'member' }],
    quorum: null,
  })
  await act(drafter, id, 'meeting.draft', details)
  await act(drafter, id, 'meeting.call', { shortNotice: 'Gấp' })
}

it('tells a colleague when somebody is busy and not with what, also of what begins and ends later', async () => {
  expect(await busy()).toEqual([{ post: LEADER, busy: [] }])
  await called('m1', '01:00', '02:00')
  await called('m2', '02:00', '03:00')
  const text = await (await ask(ASKING)).text()
  expect(text).not.toContain('kín')
  expect(text).not.toContain('m1')
  expect(await busy()).toEqual([{ post: LEADER, busy: [hours('01:00', '03:00')] }])
  expect(await busy(ASKING, { from: '2026-11-23T02:30:00.000Z' })).toEqual([
    { post: LEADER, busy: [hours('02:30', '03:00')] },
  ])

  // Who runs a meeting looks for another time for it; to others it tells nothing by being left out.
  expect(await busy('a-p-drafter', { except: 'm2' })).toEqual([
    { post: LEADER, busy: [hours('01:00', '02:00')] },
  ])
  expect(await busy(ASKING, { except: 'm2' })).toEqual([{ post: LEADER, busy: [hours('01:00', '03:00')] }])

  await act(drafter, 'm2', 'meeting.cancel', { reason: 'Hoãn' })
  await act(leader, 'm1', 'meeting.answer', { attendance: 'absent', reason: 'Công tác', substitute: CLERK })
  expect(await busy(ASKING, { posts: [LEADER, CLERK] })).toEqual([
    { post: LEADER, busy: [] },
    { post: CLERK, busy: [hours('01:00', '02:00')] },
  ])
})

it('answers nobody of another agency, nobody who is not logged in, and no question without an end', async () => {
  expect((await ask('b-p-clerk')).status).toBe(404)
  expect((await ask(ASKING, { until: '2027-12-01T00:00:00.000Z' })).status).toBe(400)
  expect((await ask(ASKING, { posts: [] })).status).toBe(400)
  expect((await fetch(`${origin}/v1/busy`, { method: 'POST' })).status).toBe(401)
})

it('counts what somebody has appointments for, on any clock and each time again; what is kept free and whole days do not count', async () => {
  const workspace = await node.workspace('a')
  const person = 'a-p-leader'
  const entries = [
    anAppointment('khám bệnh', {
      summary: 'Khám bệnh',
      start: '2026-11-16T09:00:00',
      end: '2026-11-16T10:00:00',
      more: [['rrule', {}, 'recur', { freq: 'WEEKLY' }]],
    }),
    anAppointment('berlin', {
      zone: 'Europe/Berlin',
      start: '2026-11-23T06:00:00',
      end: '2026-11-23T07:00:00',
    }),
    anAppointment('rảnh', {
      start: '2026-11-23T16:00:00',
      end: '2026-11-23T17:00:00',
      more: [['transp', {}, 'text', 'TRANSPARENT']],
    }),
  ]
  const ref = { kind: 'personal-calendar', id: person } as const
  const keep = leader.signed(ref, 'personal-calendar.keep', { owner: person, entries })
  expect(await workspace.submit([keep])).toMatchObject([{ outcome: 'accepted' }])
  const answer = await ask(ASKING)
  const text = await answer.text()
  expect(text).not.toContain('Khám')
  expect(busyAnswer.parse(JSON.parse(text)).posts).toEqual([
    { post: LEADER, busy: [hours('02:00', '03:00'), hours('05:00', '06:00')] },
  ])
})
