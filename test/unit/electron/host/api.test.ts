import { globSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hostEvents, hostExports, hostMembers, hostOptions } from '../../../../electron/host/api.ts'
import { electron } from '../../../../electron/host/electron.ts'
import { electronUses } from './electron-uses.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const IPC_CHANNELS = /^(IpcMain|IpcRenderer)#/

const allowed = new Set([
  ...hostExports.map((name) => `exports.${name}`),
  ...Object.entries({ ...hostMembers, ...hostOptions }).flatMap(([type, names]) =>
    names.map((name) => `${type}.${name}`),
  ),
  ...Object.entries(hostEvents).flatMap(([type, names]) => names.map((name) => `${type}#${name}`)),
])

/** Of the plain records that events and calls carry, the app may read what it likes. */
const guarded = new Set([...Object.keys(hostMembers), ...Object.keys(hostOptions), 'exports'])

function outsideHost(files: readonly string[], sources?: ReadonlyMap<string, string>): string[] {
  return electronUses(files, sources)
    .filter(
      ({ name }) =>
        guarded.has(name.split(/[.#]/, 1)[0] ?? '') && !IPC_CHANNELS.test(name) && !allowed.has(name),
    )
    .map(({ name, where }) => `${where} uses ${name}`)
}

/** Reading the types of the whole app takes a while on a busy machine. */
const LONG = 120_000

test('the app uses nothing of Electron that the host does not have', { timeout: LONG }, () => {
  const files = globSync('electron/**/*.ts', {
    cwd: root,
    exclude: ['electron/host/**', 'electron/launch/**', 'electron/cli/**'],
  })
  expect(outsideHost(files.map((file) => path.join(root, file)))).toEqual([])
})

test('and would be caught if it did', { timeout: LONG }, () => {
  const file = path.join(root, 'electron/seeded.ts')
  const source = `
    import { app, BrowserWindow, globalShortcut, ipcMain } from 'electron'
    app.setBadgeCount(1)
    app.on('gpu-info-update', () => undefined)
    ipcMain.on('any channel', (event) => event.reply('x'))
    const window = new BrowserWindow({ frame: false, webPreferences: { partition: 'x', sandbox: true } })
    const { webContents } = window
    window.setKiosk(true)
    webContents.openDevTools()
    globalShortcut.unregisterAll()
    export const quit = (): void => app.quit()
  `
  expect(outsideHost([], new Map([[file, source]])).map((line) => line.replace(/^.* uses /, ''))).toEqual([
    'exports.globalShortcut',
    'App.setBadgeCount',
    'App#gpu-info-update',
    'IpcMainEvent.reply',
    'BrowserWindowConstructorOptions.frame',
    'WebPreferences.partition',
    'BrowserWindow.setKiosk',
    'WebContents.openDevTools',
  ])
})

test('the host has every name of the list', () => {
  const { app, session, utilityProcess, webContents, ...objects } = electron
  const places: Partial<Record<keyof typeof hostMembers, readonly object[]>> = {
    App: [app],
    CommandLine: [app.commandLine],
    BrowserWindow: [electron.BrowserWindow, electron.BrowserWindow.prototype],
    WebContents: [webContents, webContents.prototype],
    IpcMain: [objects.ipcMain],
    Protocol: [objects.protocol],
    Session: [session, session.defaultSession],
    WebRequest: [session.defaultSession.webRequest],
    Dialog: [objects.dialog],
    Shell: [objects.shell],
    SafeStorage: [objects.safeStorage],
    NativeTheme: [objects.nativeTheme],
    Menu: [objects.Menu, objects.Menu.prototype],
  }
  const ownFields = new Set([
    'BrowserWindow.id',
    'BrowserWindow.webContents',
    'WebContents.id',
    'WebContents.mainFrame',
  ])
  const missing = Object.entries(places).flatMap(([type, owners]) =>
    hostMembers[type as keyof typeof hostMembers]
      .filter((name) => !owners.some((owner) => name in owner) && !ownFields.has(`${type}.${name}`))
      .map((name) => `${type}.${name}`),
  )
  expect(missing).toEqual([])
  expect(typeof utilityProcess.fork).toBe('function')
})
