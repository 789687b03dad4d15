import { EventEmitter } from 'node:events'
import type { WindowBounds } from './cdp-protocol.ts'
import { engine } from './engine.ts'
import { valueOf } from './evaluate.ts'
import { HostEvent } from './event.ts'
import { app } from './app.ts'
import { WebContents } from './web-contents.ts'

type Options = Pick<
  Electron.BrowserWindowConstructorOptions,
  'width' | 'height' | 'x' | 'y' | 'show' | 'title' | 'skipTaskbar'
> & { webPreferences?: Pick<Electron.WebPreferences, 'preload' | 'additionalArguments'> }

type WindowState = NonNullable<WindowBounds['windowState']>

const DEFAULT_WIDTH = 800
const DEFAULT_HEIGHT = 600
let nextId = 1
const all = new Map<number, BrowserWindow>()

/** A window of the engine. Frame style, parent, icon and background are the engine's own. */
export class BrowserWindow extends EventEmitter {
  readonly id = nextId++
  readonly webContents: WebContents
  #bounds: Electron.Rectangle
  #state: WindowState = 'normal'
  #placed: boolean
  #visible: boolean
  #destroyed = false

  constructor(options: Options = {}) {
    super()
    const { width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT, show = true, webPreferences = {} } = options
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width, height }
    this.#placed = options.x !== undefined && options.y !== undefined
    this.#visible = show
    const plain = !show && options.skipTaskbar === true
    this.webContents = new WebContents({
      preload: webPreferences.preload,
      plain,
      arguments: [process.execPath, ...(webPreferences.additionalArguments ?? [])],
    })
    all.set(this.id, this)
    app.addWindow(this)
    this.webContents.on('unload-refused', () => app.keptWindow())
    this.webContents.once('destroyed', () => this.#closed())
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    if (!plain || engine.headless) this.#apply()
    app.emit('web-contents-created', new HostEvent(), this.webContents)
    app.emit('browser-window-created', new HostEvent(), this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()]
  }

  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...all.values()].find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  close(): void {
    const event = new HostEvent()
    this.emit('close', event)
    if (event.defaultPrevented) app.keptWindow()
    else this.webContents.close({ waitForBeforeUnload: true })
  }

  destroy(): void {
    this.webContents.destroy()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show(): void {
    this.#visible = true
    this.#apply()
    this.focus()
    this.emit('show')
  }

  hide(): void {
    this.#visible = false
    this.#apply()
    this.emit('hide')
  }

  focus(): void {
    this.#onTarget(async (targetId) => {
      const browser = await engine.browser()
      browser.post('Target.activateTarget', { targetId })
    })
  }

  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized'
  }

  minimize(): void {
    this.#become('minimized')
  }

  isMinimized(): boolean {
    return this.#state === 'minimized'
  }

  restore(): void {
    this.#become('normal')
  }

  maximize(): void {
    this.#become('maximized')
  }

  unmaximize(): void {
    this.#become('normal')
  }

  isMaximized(): boolean {
    return this.#state === 'maximized'
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#apply()
    this.emit('resize')
  }

  #become(state: WindowState): void {
    this.#state = state
    this.#apply()
  }

  #onTarget(act: (targetId: string) => Promise<void>): void {
    this.webContents.whenAttached().then(act, () => undefined)
  }

  #apply(): void {
    this.#onTarget((targetId) => (engine.headless ? this.#sizePage() : this.#place(targetId)))
  }

  /** Without a screen the page gets the asked size exactly. */
  async #sizePage(): Promise<void> {
    const { width, height } = this.#bounds
    const params = { width, height, deviceScaleFactor: 0, mobile: false }
    await this.webContents.command('Emulation.setDeviceMetricsOverride', params)
  }

  /** On a screen the window gets the size, and the middle of the screen when no place was asked for. */
  async #place(targetId: string): Promise<void> {
    const browser = await engine.browser()
    const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId })
    const windowState = this.#visible ? this.#state : 'minimized'
    if (windowState !== 'normal') {
      browser.post('Browser.setWindowBounds', { windowId, bounds: { windowState } })
      return
    }
    const { width, height } = this.#bounds
    if (!this.#placed) {
      const screen = await this.webContents.command('Runtime.evaluate', {
        expression: '[screen.availLeft, screen.availTop, screen.availWidth, screen.availHeight]',
        returnByValue: true,
      })
      const [left, top, availableWidth, availableHeight] = valueOf(screen) as [number, number, number, number]
      this.#bounds.x = left + Math.max(0, Math.round((availableWidth - width) / 2))
      this.#bounds.y = top + Math.max(0, Math.round((availableHeight - height) / 2))
      this.#placed = true
    }
    const { x, y } = this.#bounds
    browser.post('Browser.setWindowBounds', { windowId, bounds: { windowState } })
    browser.post('Browser.setWindowBounds', { windowId, bounds: { width, height, left: x, top: y } })
  }

  #closed(): void {
    this.#destroyed = true
    all.delete(this.id)
    this.emit('closed')
    app.removeWindow(this)
  }
}
