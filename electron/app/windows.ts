import path from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import { EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import type { PageEvents } from '../ipc/events.ts'
import type { WindowName } from '../ipc/trusted-senders.ts'

export interface WindowsOptions {
  /** Folder of the built program: preload scripts lie beside main. */
  readonly folder: string
  readonly events: PageEvents
  readonly onPageGone: (reason: string) => void
}

export interface Windows {
  /** Opens the main window, or brings it to the front. */
  readonly openMain: () => Promise<void>
  /** Opens a PIN window at the lower right of the main one; `onPage` hears its page before that loads. */
  openPin(
    onPage: (page: number) => void,
    onClosed: () => void,
  ): Promise<{ readonly page: number; close(): void }>
  /** The page has subscribed: events go out now. */
  readonly listen: () => void
  readonly main: () => BrowserWindow | undefined
  readonly nameOf: (page: number) => WindowName | undefined
  readonly reloadMain: () => void
  /** Removes what the main page keeps in its own storage. */
  readonly clearPageData: () => Promise<void>
}

const MAIN_SIZE = { width: 1366, height: 768 }
const PIN_SIZE = { width: 404, height: 404 }
const MARGIN = 18
const STATUS_LINE = 26

/** Open databases give way: their page closes them when another version is asked for. */
const CLEAR_PAGE_DATA = `(async () => {
  localStorage.clear()
  const databases = await indexedDB.databases()
  await Promise.all(databases.map(({ name }) => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })))
})()`

function securePreferences(preload: string): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }
}

/** The two windows that people see. */
export function createWindows({ folder, events, onPageGone }: WindowsOptions): Windows {
  const names = new Map<number, WindowName>()
  let main: BrowserWindow | undefined

  function remember(window: BrowserWindow, name: WindowName): void {
    const { id } = window.webContents
    names.set(id, name)
    window.once('closed', () => names.delete(id))
  }

  function follow(contents: WebContents): void {
    contents.on('did-navigate', () => events.detach())
    contents.on('render-process-gone', (_event, { reason }) => {
      events.detach()
      onPageGone(reason)
    })
  }

  async function createMain(): Promise<void> {
    const window = new BrowserWindow({
      ...MAIN_SIZE,
      minWidth: 900,
      minHeight: 600,
      title: 'Congso',
      autoHideMenuBar: true,
      webPreferences: securePreferences(path.join(folder, 'preload.cjs')),
    })
    main = window
    remember(window, 'main')
    follow(window.webContents)
    window.once('closed', () => {
      events.detach()
      main = undefined
    })
    await window.loadURL('app://bundle/')
  }

  function pinPlace(): { x: number; y: number } | undefined {
    if (main === undefined) return undefined
    const { x, y, width, height } = main.getBounds()
    return {
      x: x + width - PIN_SIZE.width - MARGIN,
      y: y + height - PIN_SIZE.height - MARGIN - STATUS_LINE,
    }
  }

  return {
    async openMain() {
      if (main === undefined) return createMain()
      if (main.isMinimized()) main.restore()
      main.show()
      main.focus()
    },
    async openPin(onPage, onClosed) {
      const window = new BrowserWindow({
        ...PIN_SIZE,
        ...pinPlace(),
        ...(main === undefined ? {} : { parent: main, modal: true }),
        useContentSize: true,
        resizable: false,
        minimizable: false,
        maximizable: false,
        title: 'Congso',
        autoHideMenuBar: true,
        webPreferences: securePreferences(path.join(folder, 'pin-preload.cjs')),
      })
      remember(window, 'pin')
      window.once('closed', onClosed)
      const page = window.webContents.id
      onPage(page)
      await window.loadURL('app://pin/')
      return {
        page,
        close: () => {
          if (!window.isDestroyed()) window.destroy()
        },
      }
    },
    listen() {
      const contents = main?.webContents
      if (contents === undefined) return
      events.attach({ send: (name, payload) => contents.send(EVENT_CHANNEL, name, payload) })
    },
    main: () => main,
    nameOf: (page) => names.get(page),
    reloadMain: () => main?.webContents.reload(),
    clearPageData: async () => {
      await main?.webContents.executeJavaScript(CLEAR_PAGE_DATA)
    },
  }
}
