import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

test('the policy of the page is enforced', async () => {
  // Behind a timer, since what the driver evaluates is exempt from the policy.
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve((0, eval)('1 + 1'))
          } catch (error) {
            resolve((error as Error).name)
          }
        }),
      ),
  )
  expect(outcome).toBe('EvalError')
})

test('the page is a secure context of its own origin', async () => {
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle.digest])).toEqual([
    true,
    'function',
  ])
})

test('what the handler does not have is not found', async () => {
  expect(await page.evaluate(() => fetch('/nothing').then(({ status }) => status))).toBe(404)
})

test('no page reaches the network, not even this machine', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked++
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const outcomes = await page.evaluate(async (address) => {
    const reach = (url: string): Promise<string> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      )
    const image = new Promise((resolve) => {
      const element = new Image()
      element.onload = () => resolve('reached')
      element.onerror = () => resolve('refused')
      element.src = `${address}/image.png`
    })
    return [await reach(address), await reach('https://example.com/'), await image]
  }, `http://127.0.0.1:${port}`)
  server.close()
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
  expect(asked).toBe(0)
})

test('new windows are denied', async () => {
  const before = app.windows().length
  await page.evaluate(() => open('https://example.com/new') === null)
  await page.evaluate(() => open('/viewer', '_blank', 'noopener') === null)
  await expect
    .poll(() => app.evaluate(() => seen.opened))
    .toEqual(['https://example.com/new', 'app://bundle/viewer'])
  await expect.poll(() => app.windows().length).toBe(before)
})

test('navigations are denied and leave the page as it is', async () => {
  await page.evaluate(() => location.assign('https://example.com/away'))
  await page.evaluate(() => location.assign('/viewer'))
  await expect
    .poll(() => app.evaluate(() => seen.navigations))
    .toEqual(['https://example.com/away', 'app://bundle/viewer'])
  expect(await page.evaluate(() => [document.title, typeof native])).toEqual(['Main', 'object'])
})

test('what needs no request to go to does not last', async () => {
  const loads = await app.evaluate(() => seen.loads)
  await page.evaluate(() => location.assign('about:blank'))
  await expect.poll(() => app.evaluate(() => seen.navigations)).toContain('about:blank')
  await expect.poll(() => app.evaluate(() => seen.loads.at(-1))).toBe('app://bundle/')
  await expect.poll(() => app.evaluate(() => seen.loads.length)).toBeGreaterThan(loads.length)
  await expect
    .poll(() => page.evaluate(() => [document.title, typeof native]).catch(String))
    .toEqual(['Main', 'object'])
})

test('permissions are denied', async () => {
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return state
      }),
    ),
  )
  expect(new Set(states)).toEqual(new Set(['denied']))
  expect(await app.evaluate(() => seen.permissions)).toEqual([])
})
