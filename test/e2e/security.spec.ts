import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Frame } from 'playwright-core'
import { askMain } from './fixtures/ask-main.ts'
import { launchApp, type RunningApp } from './fixtures/launch-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await launchApp()
})

afterAll(() => running.end())

/** Runs in a task of the page itself: what the debugger evaluates is not bound by the policy. */
function inPage<T>(target: RunningApp['page'] | Frame, code: string): Promise<T> {
  const task = `new Promise((resolve) => setTimeout(async () => {
    try { resolve(await (async () => { ${code} })()) } catch (error) { resolve('threw ' + error.name) }
  }))`
  return target.evaluate(task)
}

test('the page carries exactly the policy of the design, with a fresh nonce', async () => {
  const read = `const response = await fetch('/'); return response.headers.get('content-security-policy')`
  const [one, two] = [await inPage<string>(running.page, read), await inPage<string>(running.page, read)]
  const policy = (nonce: string): string =>
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; ` +
    `font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  const nonceOf = (text: string): string => /'nonce-([^']+)'/.exec(text)?.[1] ?? 'none'
  expect(one).toBe(policy(nonceOf(one)))
  expect(nonceOf(two)).not.toBe(nonceOf(one))
  expect(await inPage(running.page, `return (await fetch('/')).headers.get('x-content-type-options')`)).toBe(
    'nosniff',
  )
})

test('code from text does not run, inline styles without the nonce do not apply', async () => {
  expect(await inPage(running.page, `return eval('1 + 1')`)).toBe('threw EvalError')
  expect(await inPage(running.page, `return new Function('return 1')()`)).toBe('threw EvalError')
  const script = `const script = document.createElement('script'); script.textContent = 'globalThis.injected = 1'
    document.head.append(script); return globalThis.injected ?? 'refused'`
  expect(await inPage(running.page, script)).toBe('refused')
  const style = `const style = document.createElement('style'); style.textContent = 'html { outline-width: 77px }'
    document.head.append(style); const applied = getComputedStyle(document.documentElement).outlineWidth; style.remove(); return applied`
  expect(await inPage(running.page, style)).not.toBe('77px')
})

test('the page reaches no network: not outside, not the loopback, not the node', async () => {
  for (const address of ['https://example.com/', 'http://127.0.0.1:80/', 'ws://127.0.0.1:80/'])
    expect(await inPage(running.page, `return (await fetch('${address}')).status`)).toMatch(/^threw/)
  expect(
    await inPage(
      running.page,
      `return new Promise((resolve) => {
    const socket = new WebSocket('ws://127.0.0.1:9/'); socket.onerror = () => resolve('closed'); socket.onopen = () => resolve('open')
  })`,
    ),
  ).not.toBe('open')
  const picture = `return new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('loaded')
    image.onerror = () => resolve('refused'); image.src = 'https://example.com/x.png' })`
  expect(await inPage(running.page, picture)).toBe('refused')
})

/** Electron answers null; an engine may also hand out a window that is dead at once. */
const opening = (target: string): string => `const opened = window.open(${JSON.stringify(target)})
  for (let turn = 0; opened !== null && !opened.closed; turn++) {
    if (turn > 100) return 'stays open'
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return 'refused'`

test('a page can neither open a window nor go elsewhere', async () => {
  const { app, page } = running
  const windows = app.windows().length
  for (const target of ['https://example.com/', '/pin.html', 'app://pin/', ''])
    expect(await inPage(page, opening(target)), target).toBe('refused')
  const before = page.url()
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', '/viewer.html'])
    await inPage(page, `location.href = ${JSON.stringify(target)}`)
  await inPage(page, `await new Promise((resolve) => setTimeout(resolve, 300))`)
  expect(page.url()).toBe(before)
  expect(app.windows().length).toBe(windows)
})

test('a frame inside the page cannot be loaded', async () => {
  const frame = `const frame = document.createElement('iframe'); frame.src = '/'; document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 300)); const text = frame.contentDocument?.title ?? 'refused'; frame.remove(); return text`
  expect(await inPage(running.page, frame)).not.toBe('Congso')
})

test('permissions are denied', async () => {
  const { page } = running
  for (const name of ['geolocation', 'camera', 'microphone', 'midi'])
    expect(
      await inPage(page, `return (await navigator.permissions.query({ name: '${name}' })).state`),
      name,
    ).toBe('denied')
  expect(
    await inPage(page, `return (await navigator.mediaDevices.getUserMedia({ audio: true })).id`),
  ).toMatch(/^threw/)
})

test('the page has no Node, no Electron, and three functions of main', async () => {
  const { page } = running
  expect(
    await inPage(
      page,
      `return [typeof require, typeof process, typeof module, typeof Buffer, typeof global].join()`,
    ),
  ).toBe('undefined,undefined,undefined,undefined,undefined')
  expect(await inPage(page, `return Object.keys(window.congso).sort().join()`)).toBe(
    'invoke,subscribe,tokenForFile',
  )
  expect(
    await inPage(
      page,
      `return Object.keys(window.congso).every((key) => typeof window.congso[key] === 'function')`,
    ),
  ).toBe(true)
  expect(
    await inPage(
      page,
      `'use strict'; try { window.congso.invoke = 1 } catch {} ; return typeof window.congso.invoke`,
    ),
  ).toBe('function')
})

test('main refuses what no page may ask, and says why by a code', async () => {
  const { page } = running
  expect(await askMain(page, 'pin.say', { say: 'show' })).toMatchObject({
    ok: false,
    error: { code: 'sender-refused' },
  })
  expect(await askMain(page, 'fs.readFile', '/etc/passwd')).toMatchObject({
    ok: false,
    error: { code: 'unknown-request' },
  })
  expect(await askMain(page, 'blobs.saveAs', { sha256: 'x', name: '../x' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
})

test('a window that is not ours is refused, even with our preload', async () => {
  const { app } = running
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow, app: electron }) => {
    const preload = `${electron.getAppPath()}/out/app/preload.cjs`
    const window = new BrowserWindow({
      show: false,
      skipTaskbar: true,
      webPreferences: { preload, sandbox: true },
    })
    await window.loadURL('app://bundle/')
  })
  const stranger = await opened
  await stranger.waitForFunction(() => 'congso' in window)
  expect(await askMain(stranger, 'session.current')).toMatchObject({
    ok: false,
    error: { code: 'sender-refused' },
  })
  await stranger.close()
})
