import { beforeEach, expect, test } from 'vitest'
import { AppError } from '#shared/errors/app-error.ts'
import { contract } from '#shared/ipc/contract.ts'
import { nativeApi } from '../../../renderer/native/native-api.ts'
import { createRouter, type Handlers, type Router } from '../../../electron/ipc/router.ts'
import type { Sender } from '../../../electron/ipc/trusted-senders.ts'
import { memoryLog } from '../../fakes/memory-log.ts'

const page: Sender = { page: 1, window: 'main', origin: 'app://bundle', isMainFrame: true }
const pin: Sender = { page: 2, window: 'pin', origin: 'app://pin', isMainFrame: true }
const hash = '0a'.repeat(32)

let log: ReturnType<typeof memoryLog>
let reached: string[]

/** Every handler notes that it was reached, and answers what the test wants. */
function routerWith(answers: { [K in keyof Handlers]?: (input: never) => unknown }): Router {
  const names = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'request' ? [name] : []))
  const handlers = names.map((name) => [
    name,
    (input: never) => {
      reached.push(name)
      return (answers as Record<string, (input: never) => unknown>)[name]?.(input)
    },
  ])
  return createRouter(Object.fromEntries(handlers) as Handlers, log)
}

beforeEach(() => {
  log = memoryLog()
  reached = []
})

test('a request reaches its handler with parsed input, and its answer comes back', async () => {
  const router = routerWith({ 'blobs.has': (sha256) => sha256 === hash })
  expect(await router(page, 'blobs.has', hash)).toEqual({ ok: true, value: true })
})

test.each([
  ['no window of ours', { ...page, window: undefined }],
  ['a frame inside a page', { ...page, isMainFrame: false }],
  ['a frame that is gone', { ...page, origin: undefined }],
  ['another origin', { ...page, origin: 'https://example.com' }],
  ['the origin of another window', { ...page, origin: 'app://viewer' }],
  ['the PIN window', pin],
])('%s may not ask what the main page asks', async (_who, sender) => {
  const router = routerWith({})
  expect(await router(sender, 'blobs.has', hash)).toEqual({
    ok: false,
    error: { code: 'sender-refused', facts: {} },
  })
  expect(reached).toEqual([])
})

test('the main page may not speak for the PIN window, which may', async () => {
  const router = routerWith({})
  expect(await router(page, 'pin.say', { say: 'show' })).toMatchObject({ error: { code: 'sender-refused' } })
  await router(pin, 'pin.say', { say: 'show' })
  expect(reached).toEqual(['pin.say'])
})

test.each([
  ['blobs.has', 'not a hash'],
  ['blobs.has', undefined],
  ['backbone.readFeed', { workspace: 'w', after: 0, limit: 5000 }],
  ['blobs.saveAs', { sha256: hash, name: '../x' }],
  ['settings.change', { language: 'vi', extra: 1 }],
])('%s with %j is refused before any handler', async (name, input) => {
  const router = routerWith({})
  expect(await router(page, name, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  expect(reached).toEqual([])
})

test('names that are no requests are refused', async () => {
  const router = routerWith({})
  for (const name of ['backbone.doorbell', 'toString', 'fs.readFile', 7, undefined])
    expect(await router(page, name, undefined)).toMatchObject({ error: { code: 'unknown-request' } })
})

test('a declared refusal arrives with code and facts, rebuilt as AppError', async () => {
  const router = routerWith({
    'blobs.get': () => {
      throw new AppError('blob-missing', { sha256: hash })
    },
  })
  const api = nativeApi({
    invoke: async (name, input) => structuredClone(await router(page, name, structuredClone(input))),
    subscribe: () => () => undefined,
    tokenForFile: () => Promise.reject(new Error('unused')),
  })
  const refused = api.invoke('blobs.get', hash)
  await expect(refused).rejects.toBeInstanceOf(AppError)
  await expect(refused).rejects.toMatchObject({ code: 'blob-missing', facts: { sha256: hash } })
})

test.each([
  ['an undeclared code', () => Promise.reject(new AppError('wrong-pin'))],
  ['a bug', () => Promise.reject(new TypeError('x is not a function'))],
  ['an answer outside the contract', () => ({ sha256: hash })],
])('%s arrives as internal and is written down', async (_what, answer) => {
  const router = routerWith({ 'blobs.has': answer })
  expect(await router(page, 'blobs.has', hash)).toEqual({ ok: false, error: { code: 'internal', facts: {} } })
  expect(log.lines.some((line) => line.startsWith('error request failed'))).toBe(true)
})

test('an answer that is no envelope is internal too', async () => {
  const api = nativeApi({
    invoke: () => Promise.resolve({ ok: 'maybe' }),
    subscribe: () => () => undefined,
    tokenForFile: () => Promise.reject(new Error('the bridge is closed')),
  })
  await expect(api.invoke('blobs.has', hash)).rejects.toMatchObject({ code: 'internal' })
  await expect(api.tokenForFile(new File([], 'x'))).rejects.toMatchObject({ code: 'internal' })
})
