import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NodeAccess } from '../../../../../electron/services/backbone/backbone.port.ts'
import { httpBackbone } from '../../../../../electron/services/backbone/http-backbone.ts'
import { nodeHttp, nodeUrl } from '../../../../../electron/services/backbone/node-http.ts'

let server: Server
let address: string
let answer: { status: number; body: string; headers?: Record<string, string> }
let asked: { url: string | undefined; authorization: string | undefined }[]

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization })
    const { status, body, headers } =
      request.headers.authorization === 'Bearer old' ? { status: 401, body: '{}', headers: {} } : answer
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function access(tokens = ['new']): NodeAccess {
  return {
    address: () => address,
    token: () => Promise.resolve(tokens[0] ?? ''),
    forgetToken: () => void tokens.shift(),
  }
}

test('a refusal of the node arrives with status and problem', async () => {
  answer = { status: 409, body: '{"code":"cursor-ahead"}' }
  const reading = httpBackbone(nodeHttp(access())).readFeed('w', 9, 10)
  await expect(reading).rejects.toMatchObject({
    code: 'node-refused',
    facts: { status: 409, problem: 'cursor-ahead' },
  })
})

test('a token the node forgot is renewed once', async () => {
  answer = { status: 200, body: '' }
  await nodeHttp(access(['old', 'new']))({ method: 'GET', path: '/v1/session' })
  expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new'])
  const stale = nodeHttp(access(['old', 'old']))({ method: 'GET', path: '/v1/session' })
  await expect(stale).rejects.toMatchObject({ code: 'node-refused', facts: { status: 401 } })
})

test('lines of the feed come verbatim, with the time of the node', async () => {
  const lines = ['{"item":"skip", "from":1}', '{"item":"head"}']
  answer = { status: 200, body: `${lines.join('\n')}\n`, headers: { date: 'Sun, 22 Nov 2026 01:02:03 GMT' } }
  expect(await httpBackbone(nodeHttp(access())).readFeed('so noi vu', 4, 10)).toEqual({
    lines,
    serverTime: '2026-11-22T01:02:03.000Z',
  })
  expect(asked[0]?.url).toBe('/v1/feed?workspace=so+noi+vu&after=4&limit=10')
})

test('a page that breaks off, a busy node and a redirect count as offline', async () => {
  const backbone = httpBackbone(nodeHttp(access()))
  answer = { status: 200, body: '{"item":"head"}\n{"item"' }
  await expect(backbone.readFeed('w', 0, 1)).rejects.toMatchObject({ code: 'offline' })
  answer = { status: 503, body: '' }
  await expect(backbone.readFeed('w', 0, 1)).rejects.toMatchObject({ code: 'offline' })
  answer = { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }
  await expect(backbone.readFeed('w', 0, 1)).rejects.toMatchObject({ code: 'offline' })
})

test('an answer outside the protocol is told apart from no answer', async () => {
  answer = { status: 200, body: '{"person":1}' }
  await expect(httpBackbone(nodeHttp(access())).readSession()).rejects.toMatchObject({
    code: 'node-unreadable',
  })
  const nobody = nodeHttp({ ...access(), address: () => undefined })
  await expect(nobody({ method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'offline' })
})

test('plain http never leaves the loopback', () => {
  expect(() => nodeUrl('http://node.example', { path: '/' })).toThrow(
    expect.objectContaining({ code: 'node-unreadable' }),
  )
  expect(nodeUrl('https://node.example', { path: '/v1/session' }).href).toBe(
    'https://node.example/v1/session',
  )
})
