import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchHostApp, mainPage, newProfile, removeProfile } from './host-app.ts'

let profile: string
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  profile = await newProfile()
  app = await launchHostApp(profile)
  page = await mainPage(app)
})

afterAll(async () => {
  await app.close()
  await removeProfile(profile)
})

test('dates, bytes, maps and big integers keep their type on the way to main', async () => {
  expect(await page.evaluate(() => native.describe())).toEqual([true, true, true, 'bigint', 5])
})

test('and on the way back', async () => {
  const kinds = await page.evaluate(async () => {
    const sent = {
      date: new Date(5),
      bytes: new Uint8Array([1, 2]),
      map: new Map([['a', new Set([1])]]),
      none: undefined,
    }
    const got = (await native.invoke('echo', sent)) as typeof sent
    return [
      got.date.getTime(),
      got.bytes instanceof Uint8Array && [...got.bytes].join(),
      got.map.get('a')?.has(1),
      'none' in got,
    ]
  })
  expect(kinds).toEqual([5, '1,2', true, true])
})

test('three megabytes come back byte for byte', async () => {
  const equal = await page.evaluate(async () => {
    const sent = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31) % 256)
    const got = (await native.invoke('echo', sent)) as Uint8Array
    return got.length === sent.length && got.every((byte, i) => byte === sent[i])
  })
  expect(equal).toBe(true)
})

test('a handler that throws rejects with the words Electron uses', async () => {
  const message = (name: string): Promise<string> =>
    page.evaluate(
      (call) => native.invoke(call).then(String, (error: unknown) => (error as Error).message),
      name,
    )
  expect(await message('fail')).toBe("Error invoking remote method 'fail': TypeError: on purpose")
  expect(await message('nope')).toBe(
    "Error invoking remote method 'nope': Error: No handler registered for 'nope'",
  )
})

test('what cannot be cloned is refused', async () => {
  const message = await page.evaluate(() =>
    native
      .invoke('echo', { wait: new Promise(() => undefined) })
      .then(String, (error: unknown) => String(error)),
  )
  expect(message).toContain('could not be cloned')
})

test('a message and its answer reach a listener, until it is taken away', async () => {
  const heard = await page.evaluate(async () => {
    const texts: string[] = []
    await new Promise<void>((resolve) => {
      const stop = native.onNoted((text) => {
        texts.push(text)
        stop()
        resolve()
      })
      native.note('one')
    })
    native.note('two')
    await native.invoke('echo')
    return texts
  })
  expect(heard).toEqual(['ONE'])
  expect(await app.evaluate(() => seen.messages)).toEqual(['one', 'two'])
})

test('main knows who is speaking', async () => {
  expect(await page.evaluate(() => native.invoke('sender'))).toEqual(['app://bundle', 'app://bundle/', null])
})

test('the page sees the exposed functions, frozen, and nothing else of the preload world', async () => {
  const seen = await page.evaluate(() => [
    Object.isFrozen(native),
    Object.getOwnPropertyDescriptor(globalThis, 'native')?.writable,
    typeof (globalThis as { require?: unknown }).require,
    typeof (globalThis as { process?: unknown }).process,
    Object.keys(globalThis).filter((name) => /toMain|fromMain/i.test(name)),
    Object.getPrototypeOf(native.invoke('echo')) === Promise.prototype,
  ])
  expect(seen).toEqual([true, false, 'undefined', 'undefined', [], true])
})

test('the driver can replace what the app exports', async () => {
  const answer = await app.evaluate(async ({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/chosen'] })
    return (await dialog.showOpenDialog({})).filePaths
  })
  expect(answer).toEqual(['/chosen'])
})
