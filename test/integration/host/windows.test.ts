import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchHostApp, mainPage, newProfile, openPage, removeProfile, windowOf } from './host-app.ts'

let profile: string
let app: ElectronApplication
let main: Page

beforeAll(async () => {
  profile = await newProfile()
  app = await launchHostApp(profile)
  main = await mainPage(app)
})

afterAll(async () => {
  await app.close()
  await removeProfile(profile)
})

test('each window has its own preload, and a window without one has nothing', async () => {
  const small = await openPage(app, '/pin', 'pin-preload.cjs', { width: 360, height: 220 })
  const viewer = await openPage(app, '/viewer')
  const names = (page: Page): Promise<string[]> =>
    page.evaluate(() => [typeof globalThis.native, typeof globalThis.pin])
  expect(await names(main)).toEqual(['object', 'undefined'])
  expect(await names(small)).toEqual(['undefined', 'function'])
  expect(await names(viewer)).toEqual(['undefined', 'undefined'])
  expect(await small.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 220])
  expect(await small.evaluate(() => pin('1234'))).toBe('1234')
})

test('the driver finds the window of a page, and closes it', async () => {
  const page = await openPage(app, '/pin', 'pin-preload.cjs')
  const window = await windowOf(app, page)
  expect(await window.evaluate((it) => [it.isDestroyed(), it.getBounds().width])).toEqual([false, 800])
  await page.close()
  await expect.poll(() => window.evaluate((it) => it.isDestroyed())).toBe(true)
})

test('a hidden window prints a tagged PDF with an outline', async () => {
  const pdf = await app.evaluate(async () => {
    const window = await openWindow('/print', undefined, { show: false, skipTaskbar: true })
    const bytes = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      pageSize: 'A4',
    })
    window.destroy()
    return bytes.toString('latin1')
  })
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toContain('/Outlines')
  expect(pdf).toContain('/Lang (vi)')
})

test('main runs scripts in a page and takes its picture', async () => {
  const [size, sum, failure] = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const { width, height } = (await window.webContents.capturePage()).getSize()
    const value = (await window.webContents.executeJavaScript('Promise.resolve(20 + 1)')) as number
    const reason: unknown = await window.webContents
      .executeJavaScript('Promise.reject(new Error("no"))')
      .catch(String)
    return [[width, height], value, reason as string] as const
  })
  expect(size).toEqual([800, 600])
  expect(sum).toBe(21)
  expect(failure).toContain('no')
})

test('messages sent while a page is loading are held until its preload has run', async () => {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    const loading = openWindow('/', 'main-preload.cjs')
    BrowserWindow.getAllWindows().at(-1)!.webContents.send('noted', 'EARLY')
    return loading.then(() => undefined)
  })
  const page = await opened
  await page.waitForSelector('body[data-script=ran]')
  expect(await page.evaluate(() => native.lastNoted())).toBe('EARLY')
  await page.close()
})

test('a page may refuse to unload, and main may overrule it', async () => {
  const page = await openPage(app, '/viewer')
  await page.evaluate(() => {
    addEventListener('beforeunload', (event) => event.preventDefault())
  })
  await page.locator('h1').click()
  // Left alone, the driver would answer for main.
  page.on('dialog', () => undefined)
  const window = await windowOf(app, page)
  const refused = await window.evaluate(
    (it) =>
      new Promise((resolve) => {
        it.webContents.once('will-prevent-unload', () => resolve(it.isDestroyed()))
        it.close()
      }),
  )
  expect(refused).toBe(false)
  expect(await page.evaluate(() => document.title)).toBe('Viewer')
  const overruled = await window.evaluate(
    (it) =>
      new Promise((resolve) => {
        it.webContents.once('will-prevent-unload', (event) => event.preventDefault())
        it.once('closed', () => resolve(it.isDestroyed()))
        it.close()
      }),
  )
  expect(overruled).toBe(true)
})

test('a page whose process dies is told about', async () => {
  const page = await openPage(app, '/viewer')
  const window = await windowOf(app, page)
  const reason = window.evaluate(
    (it) =>
      new Promise((resolve) => {
        it.webContents.once('render-process-gone', (_event, details) => resolve(details.reason))
      }),
  )
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  expect(await reason).toBe('crashed')
  await window.evaluate((it) => it.destroy())
})
