import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  fetchCalendar,
  type FetchOptions,
  type Validators,
} from '../../../backbone/calendars/subscriptions/fetch-calendar.ts'
import { MOST_CALENDAR_BYTES } from '../../../shared/protocol/calendar-subscriptions.ts'
import { aTlsHost, type TlsHost } from '../../builders/tls-host.ts'

const HOST = 'lich.example'
const ADDRESS = `https://${HOST}/lich.ics?token=bi-mat`
const TEXT = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
let host: TlsHost
beforeEach(async () => {
  host = await aTlsHost([HOST, 'khac.example', 'noi-bo.example'])
})
afterEach(() => host.close())

const read = (address = ADDRESS, known: Partial<Validators> = {}, options: Partial<FetchOptions> = {}) =>
  fetchCalendar(
    address,
    { etag: null, lastModified: null, ...known },
    { network: host.network, isNamed: () => false, ...options },
  )
const gives =
  (text: string | Uint8Array, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar', ...headers }).end(text)
  }
const leadsTo =
  (location: string, status = 302): RequestListener =>
  (_, response) => {
    response.writeHead(status, { location }).end()
  }
const failed = (problem: string) => ({ kind: 'failed', problem })

it('reads a calendar at the address that was checked, and says nothing of who asks', async () => {
  let asked: unknown
  host.answer = (request, response) => {
    asked = { url: request.url, host: request.headers.host, cookie: request.headers.cookie }
    response.end(TEXT)
  }
  const fetched = await read()
  expect(fetched.kind === 'calendar' && Buffer.from(fetched.bytes).toString()).toBe(TEXT)
  expect(asked).toEqual({ url: '/lich.ics?token=bi-mat', host: HOST, cookie: undefined })
  expect(host.went).toEqual(['93.184.215.14:443'])
})

it('asks only for what changed', async () => {
  host.answer = (request, response) => {
    const isKnown =
      request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'Mon'
    if (isKnown) response.writeHead(304).end()
    else gives(TEXT, { etag: '"1"', 'last-modified': 'Mon' })(request, response)
  }
  expect(await read()).toMatchObject({ kind: 'calendar', etag: '"1"', lastModified: 'Mon' })
  expect(await read(ADDRESS, { etag: '"1"', lastModified: 'Mon' })).toEqual({ kind: 'unchanged' })
})

it('resolves a name once: what it means a moment later is never asked', async () => {
  host.names.set(HOST, [['93.184.215.14'], ['127.0.0.1']])
  host.answer = gives(TEXT)
  expect((await read()).kind).toBe('calendar')
  expect(host.went).toEqual(['93.184.215.14:443'])
  expect(await read()).toEqual(failed('address-refused'))
  expect(host.went).toHaveLength(1)
})

it('follows three redirections, each checked anew, and never off TLS, into a network or with a password', async () => {
  let left = 3
  host.answer = (request, response) => {
    left -= 1
    ;(left < 0 ? gives(TEXT) : leadsTo('https://khac.example/a', 308))(request, response)
  }
  expect((await read()).kind).toBe('calendar')
  host.answer = leadsTo('/lich.ics')
  expect(await read()).toEqual(failed('redirected'))
  for (const location of ['http://khac.example/a', 'https://a:b@khac.example/', 'file:///etc/passwd', '']) {
    host.answer = leadsTo(location)
    expect(await read()).toEqual(failed('redirected'))
  }
  host.names.set('noi-bo.example', [['10.1.2.3']])
  host.answer = leadsTo('https://noi-bo.example/')
  const before = host.went.length
  expect(await read()).toEqual(failed('address-refused'))
  expect(host.went.slice(before)).toEqual(['93.184.215.14:443'])
})

it('leads nobody from outside to what the operator named', async () => {
  host.names.set('noi-bo.example', [['10.1.2.3']])
  const isNamed = ({ hostname }: URL): boolean => hostname === 'noi-bo.example'
  host.answer = gives(TEXT)
  expect((await read('https://noi-bo.example/a', {}, { isNamed })).kind).toBe('calendar')
  host.answer = leadsTo('https://noi-bo.example/a')
  expect(await read(ADDRESS, {}, { isNamed })).toEqual(failed('address-refused'))
})

it('gives up on what is slow, endless, too large or packed to be', async () => {
  host.answer = () => undefined
  expect(await read(ADDRESS, {}, { timeoutMs: 200 })).toEqual(failed('timeout'))
  host.answer = (_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(drip))
  }
  expect(await read(ADDRESS, {}, { timeoutMs: 300 })).toEqual(failed('timeout'))
  host.answer = (_, response) => {
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536, 'x')));
    }
    response.on('drain', more)
    more()
  }
  expect(await read()).toEqual(failed('too-large'))
  host.answer = gives(TEXT, { 'content-length': String(MOST_CALENDAR_BYTES + 1) })
  expect(await read()).toEqual(failed('too-large'))
  host.answer = gives(gzipSync(Buffer.alloc(40 * MOST_CALENDAR_BYTES, 'x')), { 'content-encoding': 'gzip' })
  expect(await read()).toEqual(failed('too-large'))
  const until = new AbortController()
  host.answer = () => until.abort()
  expect(await read(ADDRESS, {}, { until: until.signal })).toEqual(failed('timeout'))
})

it('unpacks what a host packs all the same, and no more than that', async () => {
  host.answer = gives(gzipSync(TEXT), { 'content-encoding': 'gzip' })
  const fetched = await read()
  expect(fetched.kind === 'calendar' && Buffer.from(fetched.bytes).toString()).toBe(TEXT)
  for (const encoding of ['br', 'gzip']) {
    host.answer = gives(TEXT, { 'content-encoding': encoding })
    expect(await read()).toEqual(failed('not-calendar'))
  }
})

it('tells what kept it from reading', async () => {
  const statuses = [
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'server-failed'],
    [429, 'server-failed'],
    [204, 'server-failed'],
  ] as const
  for (const [status, problem] of statuses) {
    host.answer = (_, response) => response.writeHead(status).end()
    expect(await read()).toEqual(failed(problem))
  }
  host.answer = (request) => request.socket.destroy()
  expect(await read()).toEqual(failed('unreachable'))
  host.answer = (request) => request.socket.write('no answer at all\r\n\r\n')
  expect(await read()).toEqual(failed('server-failed'))
  host.answer = (_, response) =>
    response.socket?.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')
  expect(await read(ADDRESS, {}, { timeoutMs: 2000 })).toMatchObject({ kind: 'failed' })
  expect(await read('https://khong-co.example/')).toEqual(failed('host-unknown'))
  host.names.set('ten-khac.example', [['93.184.215.14']])
  expect(await read('https://ten-khac.example/')).toEqual(failed('certificate'))
  expect(await read('http://lich.example/')).toEqual(failed('address-invalid'))
  expect(await read('https://a:b@lich.example/')).toEqual(failed('address-invalid'))
})

it('never touches a program on this machine unless it was named', async () => {
  let asked = 0
  const server: Server = createServer((_, response) => {
    asked += 1
    response.end(TEXT)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.on('connection', () => (asked += 1))
  const { port } = server.address() as AddressInfo
  const { realNetwork } = await import('../../../backbone/calendars/subscriptions/open-calendar.ts')
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0177.1',
    '[::ffff:7f00:1]',
    '[::1]',
    'localhost',
    '0',
  ]
  for (const name of hosts)
    for (const protocol of ['http', 'https'])
      expect(await read(`${protocol}://${name}:${String(port)}/`, {}, { network: realNetwork })).toEqual(
        failed(protocol === 'http' ? 'address-invalid' : 'address-refused'),
      )
  expect(asked).toBe(0)
  const named = await read(
    `http://127.0.0.1:${String(port)}/`,
    {},
    { network: realNetwork, isNamed: () => true },
  )
  expect(named.kind).toBe('calendar')
  await new Promise((resolve) => server.close(resolve))
})
