import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { CdpConnection, type CdpSession } from './cdp.ts'
import type { PausedRequest, TargetInfo } from './cdp-protocol.ts'
import {
  ENGINE_VARIABLE,
  engineArguments,
  findChromium,
  isHeadless,
  type LaunchSettings,
} from './chromium.ts'

/** An attached page, still paused before its first document. */
export interface Page {
  targetId: string
  session: CdpSession
  /** Resolves when the page is closed, by whomever. */
  gone: Promise<void>
}

type Settings = Omit<LaunchSettings, 'headless' | 'isRoot'>

/** The preload worlds use `Uint8Array.toBase64`. */
const OLDEST_ENGINE = 140
/** A killed predecessor may hold the profile for a moment: then the new engine ends at once and is started again. */
const START_ATTEMPTS = 25
const RETRY_AFTER_MS = 200
const CLOSE_WITHIN_MS = 5_000
const KEPT_LINES = 20

/** The running Chromium: its process, its pages, and every request that any of them makes. */
class Engine {
  readonly headless = isHeadless(process.env)
  onRequest: (request: PausedRequest, browser: CdpSession) => void = () => undefined
  /** The engine ended without being asked to; the reason is for the log. */
  onExit: (reason: string) => void = () => undefined
  #settings: Settings | undefined
  #binary = ''
  #child: ChildProcess | undefined
  #lastLines: string[] = []
  #connection = Promise.withResolvers<CdpConnection>()
  #pages = new Map<string, () => void>()
  #claims: ((page: Page) => void)[] = []
  #startPage: Promise<Page> | undefined
  #opening: Promise<unknown> = Promise.resolve()
  #closing = false

  /** Does not wait: commands queue until the engine is up. Throws when no engine is installed. */
  start(settings: Settings): void {
    const binary = findChromium(process.env)
    if (!binary) {
      throw new Error(
        `No Chromium, Chrome or Edge found. Install one, or name its binary in ${ENGINE_VARIABLE}.`,
      )
    }
    this.#binary = binary
    this.#settings = settings
    mkdirSync(settings.profile, { recursive: true })
    this.#connect().then(this.#connection.resolve, (error: unknown) => {
      this.#connection.reject(error)
      this.onExit(String(error))
    })
    this.#connection.promise.catch(() => undefined)
  }

  async browser(): Promise<CdpSession> {
    return (await this.#connection.promise).browser
  }

  /** Opens a window and claims its page. `plain` windows are for work nobody looks at: minimised, off the task bar. */
  openPage(plain: boolean): Promise<Page> {
    const opened = this.#opening.then(() => this.#open(plain))
    this.#opening = opened.catch(() => undefined)
    return opened
  }

  async close(): Promise<void> {
    const child = this.#child
    this.#closing = true
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    this.#connection.promise.then(
      ({ browser }) => browser.post('Browser.close', {}),
      () => child.kill(),
    )
    const outcome = await Promise.race([ended, delay(CLOSE_WITHIN_MS, 'late' as const, { ref: false })])
    if (outcome === 'late') child.kill('SIGKILL')
  }

  async #connect(): Promise<CdpConnection> {
    for (let attempt = 1; attempt <= START_ATTEMPTS && !this.#closing; attempt++) {
      const { child, connection } = this.#spawn()
      const product = await connection.browser.send('Browser.getVersion', {}).then(
        (version) => version.product,
        () => undefined,
      )
      if (product !== undefined) {
        const major = Number(/\/(\d+)/.exec(product)?.[1])
        if (major < OLDEST_ENGINE)
          throw new Error(`${product} is too old: ${OLDEST_ENGINE} or newer is needed.`)
        child.once('exit', () => this.#exited())
        return connection
      }
      if (child.pid === undefined) break
      await delay(RETRY_AFTER_MS)
    }
    throw new Error(
      [`${this.#binary} does not start, or its profile is in use.`, ...this.#lastLines].join('\n'),
    )
  }

  #spawn(): { child: ChildProcess; connection: CdpConnection } {
    if (!this.#settings) throw new Error('The engine has no settings yet.')
    const args = engineArguments({
      ...this.#settings,
      headless: this.headless,
      isRoot: process.getuid?.() === 0,
    })
    // A process group of its own: Ctrl-C is for the app, which closes the engine properly.
    const child = spawn(this.#binary, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    })
    this.#child = child
    this.#lastLines = []
    child.on('error', (error) => this.#lastLines.push(String(error)))
    this.#readErrors(child.stderr as Readable)
    const connection = new CdpConnection(child.stdio[4] as Readable, child.stdio[3] as Writable)
    this.#claims = []
    this.#startPage = new Promise((resolve) => this.#claims.push(resolve))
    const { browser } = connection
    browser.on('Fetch.requestPaused', (request) => this.onRequest(request, browser))
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) =>
      this.#attached(browser, connection.session(sessionId), targetInfo),
    )
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      connection.forget(sessionId)
      this.#pages.get(sessionId)?.()
      this.#pages.delete(sessionId)
    })
    browser.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    browser.post('Browser.setDownloadBehavior', { behavior: 'deny' })
    browser.post('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    })
    return { child, connection }
  }

  /** The engine's own chatter is kept for the case that it fails; the line that test drivers wait for is passed on. */
  #readErrors(stderr: Readable): void {
    createInterface({ input: stderr }).on('line', (line) => {
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
      if (!line.includes('/dbus/')) this.#lastLines = [...this.#lastLines, line].slice(-KEPT_LINES)
    })
  }

  #exited(): void {
    const open = [...this.#pages.values()]
    this.#pages.clear()
    // With its last window a visible engine ends by itself; with windows open it has crashed.
    if (!this.#closing && open.length > 0) this.onExit(['The engine ended.', ...this.#lastLines].join('\n'))
    for (const end of open) end()
  }

  /** A page that nobody is waiting for was opened by another page: it never gets to show anything. */
  #attached(browser: CdpSession, session: CdpSession, target: TargetInfo): void {
    const claim = target.openerId ? undefined : this.#claims.shift()
    if (!claim) {
      // Paused, it would hold up the page that opened it too.
      session.post('Runtime.runIfWaitingForDebugger', {})
      browser.post('Target.closeTarget', { targetId: target.targetId })
      return
    }
    const { promise: gone, resolve } = Promise.withResolvers<undefined>()
    this.#pages.set(session.id, () => resolve(undefined))
    claim({ targetId: target.targetId, session, gone })
  }

  async #open(plain: boolean): Promise<Page> {
    const browser = await this.browser()
    if (this.#startPage && (this.headless || !plain)) {
      const page = await this.#startPage
      this.#startPage = undefined
      return page
    }
    await this.#startPage
    const next = new Promise<Page>((resolve) => this.#claims.push(resolve))
    if (this.headless || plain) {
      const minimised =
        plain && !this.headless ? ({ background: true, windowState: 'minimized' } as const) : {}
      await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...minimised })
    } else this.#openAppWindow()
    return next
  }

  /** A second start with the same profile hands its window over to the running engine. */
  #openAppWindow(): void {
    if (!this.#settings) return
    const { profile, startPage } = this.#settings
    const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    spawn(this.#binary, [`--user-data-dir=${profile}`, ...noSandbox, `--app=${startPage}`], {
      stdio: 'ignore',
    })
  }
}

export const engine = new Engine()
