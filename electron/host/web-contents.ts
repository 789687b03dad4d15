import { EventEmitter } from 'node:events'
import { CdpError } from './cdp.ts'
import type { EvaluateResult, PdfParams, Params, Method, Result } from './cdp-protocol.ts'
import { originOf, toAppUrl, toEngineUrl } from './addresses.ts'
import { createCodec, nodeBytes } from './codec.ts'
import { engine, type Page } from './engine.ts'
import { HostEvent } from './event.ts'
import { NativeImage } from './native-image.ts'
import { pdfParams } from './pdf-options.ts'
import type { WorldMessage } from './world-preload.ts'
import { BINDING, BLANK_PATH, CHUNK_SIZE, installPreload, PRELOAD_WORLD, RECEIVER } from './worlds.ts'

const codec = createCodec(nodeBytes)

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

/** Answers the document that asked, and no later one. */
type Reply = (message: WorldMessage) => void

interface Navigation {
  loaderId: string
  settle: (error?: Error) => void
}

let nextId = 1
const all = new Map<number, WebContents>()

/** One page. Its target opens in the background; calls made meanwhile wait for it. */
export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly mainFrame: Frame
  /** Where messages of the preload world go; set by the IPC module. */
  static onMessage: (contents: WebContents, message: WorldMessage, reply: Reply) => void = () => undefined
  #page: Promise<Page>
  #targetId = ''
  #destroyed = false
  #url = ''
  #expected: string | undefined
  #navigation: Navigation | undefined
  #lastLoaded = ''
  #loading = false
  #worldContext: number | undefined
  #worldReady = false
  #held: WorldMessage[] = []
  #parts = ''
  #hasPreload: boolean
  #openHandler: OpenHandler = () => ({ action: 'deny' })

  constructor(options: ContentsOptions) {
    super()
    const frame = (): string => this.getURL()
    this.mainFrame = {
      get url() {
        return frame()
      },
      get origin() {
        return originOf(frame())
      },
      parent: null,
      routingId: this.id,
      processId: this.id,
    }
    this.#hasPreload = options.preload !== undefined
    all.set(this.id, this)
    this.#page = engine.openPage(options.plain).then((page) => this.#attach(page, options))
    this.#page.catch((error: unknown) => this.#end(error))
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
    return this.#url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isLoading(): boolean {
    return this.#loading
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** Resolves when the page has loaded; rejects when it could not, or when another navigation took its place. */
  async loadURL(url: string): Promise<void> {
    const target = toEngineUrl(url)
    this.#expected = target
    this.#loading = true
    const { loaderId, errorText } = await this.command('Page.navigate', { url: target })
    if (errorText) {
      this.#stopLoading()
      throw Object.assign(new Error(`${errorText.replace(/^net::/, '')} loading '${url}'`), { url })
    }
    if (loaderId === undefined) this.#stopLoading()
    else await this.#loaded(loaderId)
  }

  reload(): void {
    this.#expected = toEngineUrl(this.#url)
    this.post('Page.reload', {})
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.#loading)
      await new Promise((resolve) => this.once('did-stop-loading', resolve).once('destroyed', resolve))
    const answer = await this.command('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    return valueOf(answer)
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const params: PdfParams = pdfParams(options)
    const { data } = await this.command('Page.printToPDF', params)
    return Buffer.from(data, 'base64')
  }

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {}
    const { data } = await this.command('Page.captureScreenshot', { format: 'png', ...clip })
    return new NativeImage(Buffer.from(data, 'base64'))
  }

  /** Messages sent while a page with a preload script is still loading are held until that script has run. */
  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    const message = { kind: 'send', channel, args } as const
    if (this.#worldReady && this.#worldContext !== undefined) this.#push(this.#worldContext, message)
    else if (this.#hasPreload) this.#held.push(message)
  }

  /** With `waitForBeforeUnload`, the page may refuse; `will-prevent-unload` decides then. */
  close(options?: { waitForBeforeUnload?: boolean }): void {
    if (options?.waitForBeforeUnload) this.post('Page.close', {})
    else this.destroy()
  }

  destroy(): void {
    this.#page.then(
      async ({ targetId }) => {
        const browser = await engine.browser()
        browser.post('Target.closeTarget', { targetId })
      },
      () => undefined,
    )
  }

  /** The id of the page's target, once it exists. */
  async whenAttached(): Promise<string> {
    return (await this.#page).targetId
  }

  async command<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const { session } = await this.#page
    return session.send(method, params)
  }

  /** Asked for every document the main frame is about to load; engine address. */
  allowsDocument(engineUrl: string): boolean {
    if (withoutHash(engineUrl) === withoutHash(this.#expected ?? '')) return true
    const url = toAppUrl(engineUrl)
    const event = Object.assign(new HostEvent(), { url, isMainFrame: true, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (!event.defaultPrevented) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  /** For commands whose answer nobody needs. */
  post<M extends Method>(method: M, params: Params<M>): void {
    this.#page.then(
      ({ session }) => session.post(method, params),
      () => undefined,
    )
  }

  /** Waits until the page's process has taken the set-up: a navigation sent earlier would overtake it. */
  async #attach(page: Page, options: ContentsOptions): Promise<Page> {
    const { session } = page
    this.#targetId = page.targetId
    void page.gone.then(() => this.#end())
    this.#listen(page)
    const prepared: Promise<object>[] = [
      session.send('Page.enable', {}),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable', {}),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: engine.headless }),
    ]
    if (options.preload !== undefined) {
      const processInfo = {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        platform: process.platform,
        arch: process.arch,
        versions: process.versions,
        env: {},
        argv: options.arguments,
      }
      prepared.push(...installPreload(session, options.preload, processInfo))
    }
    session.post('Runtime.runIfWaitingForDebugger', {})
    await Promise.all(prepared)
    return page
  }

  #listen({ session, targetId }: Page): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.frameId !== targetId || context.name !== PRELOAD_WORLD) return
      this.#worldContext = context.id
      this.#worldReady = false
      this.#parts = ''
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.#worldContext)
        this.#receive(executionContextId, payload)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === targetId) this.#navigated(frame.url)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId) return
      this.#url = toAppUrl(url)
      this.emit('did-navigate-in-page', new HostEvent(), this.#url, true)
    })
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      // Only http(s) documents pass the interceptor: the rest is judged here.
      if (frameId === targetId && !/^(https?|javascript):/.test(url) && !this.allowsDocument(url)) {
        session.post('Page.stopLoading', {})
      }
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId === targetId) this.#lifecycle(name, loaderId)
    })
    session.on('Page.windowOpen', ({ url, windowName }) => {
      this.#openHandler({ url: toAppUrl(url), frameName: windowName })
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      const event = new HostEvent()
      if (type === 'beforeunload') {
        this.emit('will-prevent-unload', event)
        if (!event.defaultPrevented) this.emit('unload-refused')
      }
      session.post('Page.handleJavaScriptDialog', { accept: type === 'alert' || event.defaultPrevented })
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((arg) => String(arg.value ?? arg.description)).join(' ')
      this.emit('console-message', Object.assign(new HostEvent(), { level: type, message }))
    })
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 })
    })
  }

  #navigated(url: string): void {
    if (isBlank(url)) return
    this.#url = toAppUrl(url)
    this.#expected = undefined
    this.#loading = true
    this.emit('did-navigate', new HostEvent(), this.#url, 200, '')
  }

  #lifecycle(name: string, loaderId: string): void {
    if (this.#url === '' || (name !== 'DOMContentLoaded' && name !== 'load')) return
    if (name === 'DOMContentLoaded') {
      this.emit('dom-ready', new HostEvent())
      return
    }
    this.#lastLoaded = loaderId
    this.#stopLoading()
    this.emit('did-finish-load', new HostEvent())
    if (this.#navigation?.loaderId === loaderId) this.#navigation.settle()
  }

  #stopLoading(): void {
    this.#loading = false
    this.emit('did-stop-loading')
  }

  #loaded(loaderId: string): Promise<void> {
    this.#navigation?.settle(new Error('ERR_ABORTED: another navigation took its place'))
    if (this.#lastLoaded === loaderId) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#navigation = {
        loaderId,
        settle: (error) => {
          this.#navigation = undefined
          if (error) reject(error)
          else resolve()
        },
      }
    })
  }

  #receive(context: number, part: string): void {
    this.#parts += part.slice(1)
    if (!part.startsWith('=')) return
    const text = this.#parts
    this.#parts = ''
    const message = codec.decode(text) as WorldMessage
    if (message.kind !== 'ready') {
      WebContents.onMessage(this, message, (reply) => this.#push(context, reply))
      return
    }
    this.#worldReady = true
    for (const held of this.#held.splice(0)) this.#push(context, held)
  }

  #push(executionContextId: number, message: WorldMessage): void {
    const text = codec.encode(message)
    for (let start = 0; start < text.length; start += CHUNK_SIZE) {
      const last = start + CHUNK_SIZE >= text.length
      const value = (last ? '=' : '+') + text.slice(start, start + CHUNK_SIZE)
      this.command('Runtime.callFunctionOn', {
        functionDeclaration: `function (part) { this.${RECEIVER}(part) }`,
        executionContextId,
        arguments: [{ value }],
        silent: true,
      }).catch((error: unknown) => {
        // The page went elsewhere meanwhile: nobody is left to receive this.
        if (!(error instanceof CdpError)) throw error
      })
    }
  }

  #end(cause?: unknown): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    this.#navigation?.settle(new Error('ERR_FAILED: the page was closed'))
    if (cause !== undefined) process.emitWarning(String(cause), 'HostWarning')
    this.emit('destroyed')
  }
}

function isBlank(url: string): boolean {
  return url === 'about:blank' || (URL.canParse(url) && new URL(url).pathname === BLANK_PATH)
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}

function valueOf({ result, exceptionDetails }: EvaluateResult): unknown {
  if (exceptionDetails) {
    const description = exceptionDetails.exception?.description ?? String(exceptionDetails.exception?.value)
    throw new Error(description)
  }
  if (result.unserializableValue !== undefined) {
    return result.type === 'bigint'
      ? BigInt(result.unserializableValue.slice(0, -1))
      : Number(result.unserializableValue)
  }
  return result.value
}
