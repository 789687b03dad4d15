import { EventEmitter } from 'node:events'
import type { WindowBounds } from './cdp-protocol.ts'
import { engine } from './engine.ts'
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
  #visible: boolean
  #title: string
  #destroyed = false

  constructor(options: Options = {}) {
    super()
    const {
      width = DEFAULT_WIDTH,
      height = DEFAULT_HEIGHT,
      x = 0,
      y = 0,
      show = true,
      webPreferences = {},
    } = options
    this.#bounds = { x, y, width, height }
    this.#visible = show
    this.#title = options.title ?? app.getName()
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

  /** The window last shown or focused. */
  static getFocusedWindow(): BrowserWindow | null {
    return [...all.values()].findLast((window) => window.isVisible()) ?? null
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
    // Last in the map = focused last.
    if (!this.#destroyed && all.delete(this.id)) all.set(this.id, this)
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

  setFullScreen(on: boolean): void {
    this.#become(on ? 'fullscreen' : 'normal')
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#apply()
    this.emit('resize')
  }

  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  /** The menu is drawn by the page: there is no native one to hide. */
  setMenuBarVisibility(): void {
    return
  }

  #become(state: WindowState): void {
    this.#state = state
    this.#apply()
  }

  #onTarget(act: (targetId: string) => Promise<void>): void {
    this.webContents.whenAttached().then(act, () => undefined)
  }

  /** Without a screen the page gets the asked size exactly; on a screen the window does. */
  #apply(): void {
    const { width, height, x, y } = this.#bounds
    const state = this.#visible ? this.#state : 'minimized'
    this.#onTarget(async (targetId) => {
      if (engine.headless) {
        await this.webContents.command('Emulation.setDeviceMetricsOverride', {
          width,
          height,
          deviceScaleFactor: 0,
          mobile: false,
        })
        return
      }
      const browser = await engine.browser()
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId })
      if (state === 'normal') {
        browser.post('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
        const place = x === 0 && y === 0 ? {} : { left: x, top: y }
        browser.post('Browser.setWindowBounds', { windowId, bounds: { width, height, ...place } })
      } else browser.post('Browser.setWindowBounds', { windowId, bounds: { windowState: state } })
    })
  }

  #closed(): void {
    this.#destroyed = true
    all.delete(this.id)
    this.emit('closed')
    app.removeWindow(this)
  }
}
