import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { calendarOutlets, type CalendarOutlets } from '../../../backbone/caldav/calendar-outlets.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import { memoryFiles } from '../../../backbone/sealing/memory-files.ts'
import type { CalendarServerAct } from '../../../shared/protocol/calendar-server.ts'
import { anAgency, aNode } from '../../builders/backbone.ts'

const AGENCY = 'so-lich'
const PERSON = `${AGENCY}-p-leader`
const EMPTY = '<multistatus xmlns="DAV:"/>'

let server: Server
let node: CongsoNode
let origin: string
let outlets: CalendarOutlets
/** The server takes its time with passwords that say so: whether it was asked with one, and when it answers. */
const newSlow = () => ({
  isAsked: Promise.withResolvers<undefined>(),
  answers: Promise.withResolvers<undefined>(),
})
let slow: ReturnType<typeof newSlow>

beforeEach(async () => {
  slow = newSlow()
  server = createServer((request, response) => {
    const [, sent = ''] = (request.headers.authorization ?? '').split(' ')
    const isSlow = Buffer.from(sent, 'base64').toString('utf8').includes('chậm')
    if (isSlow) slow.isAsked.resolve(undefined)
    void (isSlow ? slow.answers.promise : Promise.resolve()).then(() => response.writeHead(207).end(EMPTY))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
  outlets = { ...calendarOutlets(memoryFiles()), people: { of: () => Promise.resolve(base) } }
  node = await aNode([anAgency(AGENCY)], { calendarOutlets: outlets })
  origin = `http://127.0.0.1:${(await node.listen()).port}`
})
afterEach(async () => {
  await node.close()
  await new Promise((resolve) => server.close(resolve))
})

const ask = (act: CalendarServerAct): Promise<Response> =>
  fetch(`${origin}/v1/calendar-server`, {
    method: 'POST',
    headers: { authorization: `Bearer ${node.sessions.open(PERSON)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: AGENCY, act }),
  })
const begin = (path: string, password: string): Promise<Response> =>
  ask({ kind: 'begin', user: 'an', password, path })

it.each([true, false])(
  'what was ended while the server was asked for a new password stays so (entries taken away: %s)',
  async (takeAway) => {
    expect((await begin('lich', 'cũ')).status).toBe(200)
    const changing = ask({ kind: 'changePassword', password: 'mới và chậm' })
    await slow.isAsked.promise
    expect((await ask({ kind: 'end', takeAway })).status).toBe(200)
    slow.answers.resolve(undefined)
    expect((await changing).status).toBe(200)
    expect((await outlets.accounts.all()).filter(({ isEnding }) => !isEnding)).toEqual([])
    await node.settled()
    expect(await outlets.accounts.all()).toEqual([])
  },
)

it('of two desks that begin at once one is told that there is a server already; what the first laid is known', async () => {
  const later = begin('cham', 'chậm')
  await slow.isAsked.promise
  expect((await begin('lich', 'x')).status).toBe(200)
  slow.answers.resolve(undefined)
  expect((await later).status).toBe(400)
  expect((await outlets.accounts.all()).map(({ url }) => new URL(url).pathname)).toEqual(['/lich/'])
})
