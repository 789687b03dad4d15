import { EventEmitter } from 'node:events'
import { isMapped, originOf, toAppUrl, toEngineUrl } from './addresses.ts'
import type { Method, Params, Result } from './cdp-protocol.ts'
import { engine, type Page } from './engine.ts'
import { textOf, valueOf } from './evaluate.ts'
import { HostEvent } from './event.ts'
import { NativeImage } from './native-image.ts'
import { Navigation } from './navigation.ts'
import { pdfParams } from './pdf-options.ts'
import { PreloadChannel, type Reply } from './preload-channel.ts'
import type { WorldMessage } from './world-preload.ts'
import { installPreload } from './worlds.ts'

export interface Frame {
  readonly url: string
  readonly origin: string
  readonly parent: null
  readonly routingId: number
  readonly processId: number
}

export interface ContentsOptions {
  preload: string | undefined
  plain: boolean
  arguments: string[]
}

type OpenHandler = (details: { url: string; frameName: string }) => { action: 'deny' }

let nextId = 1
const all = new Map<number, WebContents>()

/** One page. Its target opens in the background; calls made meanwhile wait for it. */
export class WebContents extends EventEmitter {
  /** Where messages of the preload worlds go; set by the IPC module. */
  static onMessage: (contents: WebContents, message: WorldMessage, reply: Reply) => void = () => undefined
  readonly id = nextId++
  readonly mainFrame: Frame
  #page: Promise<Page>
  #targetId = ''
  #isDestroyed = false
  #navigation = new Navigation()
  #channel: PreloadChannel | undefined
  #openHandler: OpenHandler = () => ({ action: 'deny' })

  constructor(options: ContentsOptions) {
    super()
    const navigation = this.#navigation
    this.mainFrame = {
      get url() {
        return navigation.url
      },
      get origin() {
        return originOf(navigation.url)
      },
      parent: null,
      routingId: this.id,
      processId: this.id,
    }
    if (options.preload !== undefined) {
      this.#channel = new PreloadChannel((message, reply) => WebContents.onMessage(this, message, reply))
    }
    all.set(this.id, this)
    this.#page = engine.openPage(options.plain).then((page) => this.#attach(page, options))
    this.#page.catch((error: unknown) => {
      process.emitWarning(String(error), 'HostWarning')
      this.#end()
    })
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()]
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id)
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#targetId === targetId)
  }

  getURL(): string {
    return this.#navigation.url
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isLoading(): boolean {
    return this.#navigation.isLoading
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** Resolves when the page has loaded; rejects when it could not, or when another navigation took its place. */
  async loadURL(url: string): Promise<void> {
    const target = toEngineUrl(url)
    this.#navigation.expect(target)
    const { loaderId, errorText } = await this.command('Page.navigate', { url: target })
    if (errorText) {
      this.#navigation.failed(errorText)
      this.emit('did-stop-loading')
      throw Object.assign(new Error(`${errorText.replace(/^net::/, '')} loading '${url}'`), { url })
    }
    if (loaderId !== undefined) await this.#navigation.arrival(loaderId)
  }

  reload(): void {
    this.#navigation.expect(toEngineUrl(this.getURL()))
    this.post('Page.reload', {})
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.isLoading()) {
      await new Promise((resolve) => this.once('did-stop-loading', resolve).once('destroyed', resolve))
    }
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture }
    return valueOf(await this.command('Runtime.evaluate', params))
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { data } = await this.command('Page.printToPDF', pdfParams(options))
    return Buffer.from(data, 'base64')
  }

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {}
    const { data } = await this.command('Page.captureScreenshot', { format: 'png', ...clip })
    return new NativeImage(Buffer.from(data, 'base64'))
  }

  /** Dropped where no preload script listens. */
  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    this.#channel?.send({ kind: 'send', channel, args })
  }

  /** With `waitForBeforeUnload`, the page may refuse; `will-prevent-unload` decides then. */
  close(options?: { waitForBeforeUnload?: boolean }): void {
    if (options?.waitForBeforeUnload) this.post('Page.close', {})
    else this.destroy()
  }

  destroy(): void {
    this.#page
      .then(async ({ targetId }) => (await engine.browser()).post('Target.closeTarget', { targetId }))
      .catch(() => undefined)
  }

  /** The id of the page's target, once it exists. */
  async whenAttached(): Promise<string> {
    return (await this.#page).targetId
  }

  async command<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const { session } = await this.#page
    return session.send(method, params)
  }

  /** For commands whose answer nobody needs. */
  post<M extends Method>(method: M, params: Params<M>): void {
    this.#page.then(({ session }) => session.post(method, params)).catch(() => undefined)
  }

  /** Asked for every document the main frame is about to load; engine address. */
  allowsDocument(engineUrl: string): boolean {
    if (this.#navigation.isExpected(engineUrl)) return true
    const url = toAppUrl(engineUrl)
    const event = Object.assign(new HostEvent(), { url, isMainFrame: true, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (!event.defaultPrevented) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  /** Waits until the page's process has taken the set-up: a navigation sent earlier would overtake it. */
  async #attach(page: Page, options: ContentsOptions): Promise<Page> {
    const { session, targetId } = page
    this.#targetId = targetId
    void page.gone.then(() => this.#end())
    this.#listen(page)
    const prepared: Promise<object>[] = [
      session.send('Page.enable', {}),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable', {}),
      session.send('Inspector.enable', {}),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: engine.headless }),
    ]
    if (options.preload !== undefined) {
      this.#channel?.attach(session, targetId)
      prepared.push(...installPreload(session, options.preload, options.arguments))
    }
    session.post('Runtime.runIfWaitingForDebugger', {})
    await Promise.all(prepared)
    return page
  }

  #listen({ session, targetId }: Page): void {
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== targetId) return
      if (!isMapped(frame.url)) {
        this.#recover()
        return
      }
      this.#navigation.committed(frame.url)
      this.emit('did-navigate', new HostEvent(), this.getURL(), 200, '')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId) return
      this.#navigation.url = toAppUrl(url)
      this.emit('did-navigate-in-page', new HostEvent(), this.getURL(), true)
    })
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      // Only http(s) documents pass the interceptor: the rest is told about here, and never stays.
      if (frameId === targetId && !/^(https?|javascript):/.test(url)) this.allowsDocument(url)
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId === targetId && this.getURL() !== '') this.#reached(name, loaderId)
    })
    session.on('Page.windowOpen', ({ url, windowName }) => {
      this.#openHandler({ url: toAppUrl(url), frameName: windowName })
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      const event = new HostEvent()
      if (type === 'beforeunload') this.emit('will-prevent-unload', event)
      if (type === 'beforeunload' && !event.defaultPrevented) this.emit('unload-refused')
      session.post('Page.handleJavaScriptDialog', { accept: type === 'alert' || event.defaultPrevented })
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map(textOf).join(' ')
      this.emit('console-message', Object.assign(new HostEvent(), { level: type, message }))
    })
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 })
    })
  }

  /** What needs no request (`about:`, `blob:`) cannot be refused in time: the page goes back to where it was. */
  #recover(): void {
    const url = this.getURL()
    if (url !== '')
      this.loadURL(url).catch((error: unknown) => process.emitWarning(String(error), 'HostWarning'))
  }

  #reached(milestone: string, loaderId: string): void {
    if (milestone === 'DOMContentLoaded') this.emit('dom-ready', new HostEvent())
    if (milestone !== 'load') return
    this.#navigation.finished(loaderId)
    this.emit('did-stop-loading')
    this.emit('did-finish-load')
  }

  #end(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    all.delete(this.id)
    this.#navigation.failed('ERR_FAILED: the page was closed')
    this.emit('destroyed')
  }
}
