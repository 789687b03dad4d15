import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type JSHandle, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../../..')

/** What the fixture's main preload exposes. */
export interface Native {
  version: number
  invoke(name: string, value?: unknown): Promise<unknown>
  note(text: string): void
  onNoted(listener: (text: string) => void): () => void
  lastNoted(): string | undefined
  describe(): Promise<unknown>
}

export interface Seen {
  navigations: string[]
  loads: string[]
  opened: string[]
  permissions: string[]
  messages: string[]
}

declare global {
  var native: Native
  var pin: (text: string) => Promise<string>
  var seen: Seen
  var openWindow: (url: string, preload?: string, options?: object) => Promise<Electron.BrowserWindow>
  var forkEcho: (env: object) => Electron.UtilityProcess
}

export function newProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'congso-host-'))
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** The fixture app on the host, through the stock driver. */
export function launchHostApp(profile: string): Promise<ElectronApplication> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.join(root, 'electron/host/dist')
  return _electron.launch({
    args: ['.', `--user-data-dir=${profile}`],
    cwd: path.join(root, 'test/fixtures/host-app'),
    env: { ...(process.env as Record<string, string>), CONGSO_HEADLESS: '1' },
  })
}

/** The main window, once its own script has run. */
export async function mainPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForSelector('body[data-script=ran]')
  return page
}

/** A further window, once it shows the page. */
export async function openPage(
  app: ElectronApplication,
  pathname: string,
  preload?: string,
  options: Electron.BrowserWindowConstructorOptions = {},
): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(
    (_electron, [url, script, rest]) => openWindow(url, script, rest).then(() => undefined),
    [pathname, preload, options] as const,
  )
  const page = await opened
  await page.waitForURL((url) => url.pathname === pathname)
  return page
}

export function windowOf(app: ElectronApplication, page: Page): Promise<JSHandle<Electron.BrowserWindow>> {
  return app.browserWindow(page) as Promise<JSHandle<Electron.BrowserWindow>>
}
