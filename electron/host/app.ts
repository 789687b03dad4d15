import { EventEmitter } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { engine } from './engine.ts'
import { HostEvent } from './event.ts'
import { SingleInstance } from './single-instance.ts'

type PathName =
  | 'home'
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'exe'
  | 'desktop'
  | 'documents'
  | 'downloads'
  | 'logs'

function systemAppData(home: string): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming')
    case 'darwin':
      return path.join(home, 'Library', 'Application Support')
    default:
      return process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
  }
}

interface AppIdentity {
  name: string
  version: string
  directory: string
  switches: ReadonlyMap<string, string>
}

/** What the app must close before it can quit. */
interface OpenWindow {
  close(): void
}

class CommandLine {
  /** As given when the app was started. */
  given: ReadonlyMap<string, string> = new Map()
  /** By the app itself, for the engine. */
  readonly appended = new Map<string, string>()

  appendSwitch(name: string, value = ''): void {
    this.appended.set(name, value)
  }

  hasSwitch(name: string): boolean {
    return this.appended.has(name) || this.given.has(name)
  }

  getSwitchValue(name: string): string {
    return this.appended.get(name) ?? this.given.get(name) ?? ''
  }
}

class App extends EventEmitter {
  readonly commandLine = new CommandLine()
  readonly isPackaged = false
  #windows = new Set<OpenWindow>()
  #identity: Omit<AppIdentity, 'switches'> = { name: 'app', version: '0.0.0', directory: process.cwd() }
  #paths = new Map<PathName, string>()
  #ready = Promise.withResolvers<undefined>()
  #isReady = false
  #quitting = false
  #exiting = false
  #instance: SingleInstance | undefined

  /** For the boot sequence: who the app is, before its main module runs. */
  identify({ switches, ...identity }: AppIdentity): void {
    this.#identity = identity
    this.commandLine.given = switches
    const userData = switches.get('user-data-dir')
    if (userData) this.setPath('userData', path.resolve(userData))
  }

  /** For the boot sequence: the engine accepts commands. */
  markReady(): void {
    this.#isReady = true
    this.emit('ready', new HostEvent(), {})
    this.#ready.resolve(undefined)
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  getName(): string {
    return this.#identity.name
  }

  get name(): string {
    return this.#identity.name
  }

  getVersion(): string {
    return this.#identity.version
  }

  getAppPath(): string {
    return this.#identity.directory
  }

  getPath(name: PathName): string {
    const known = this.#paths.get(name)
    if (known) return known
    const home = os.homedir()
    switch (name) {
      case 'home':
        return home
      case 'temp':
        return os.tmpdir()
      case 'exe':
        return process.execPath
      case 'appData':
        return systemAppData(home)
      case 'userData':
        return path.join(this.getPath('appData'), this.getName())
      case 'sessionData':
        return this.getPath('userData')
      case 'logs':
        return path.join(this.getPath('userData'), 'logs')
      default:
        return path.join(home, name.charAt(0).toUpperCase() + name.slice(1))
    }
  }

  setPath(name: PathName, directory: string): void {
    this.#paths.set(name, directory)
  }

  /** Nothing to do: pages are always sandboxed here. */
  enableSandbox(): void {
    return
  }

  /** For the boot sequence: `exit` was called before there was an engine. */
  isExiting(): boolean {
    return this.#exiting
  }

  requestSingleInstanceLock(): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'), (argv, cwd) =>
      this.emit('second-instance', new HostEvent(), argv, cwd, undefined),
    )
    return this.#instance.held
  }

  quit(): void {
    if (this.#quitting) return
    const event = new HostEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    if (this.#windows.size === 0) this.#finishQuit()
    else for (const window of this.#windows) window.close()
  }

  exit(code = 0): void {
    if (this.#exiting) return
    this.#quitting = true
    this.#exiting = true
    this.emit('quit', new HostEvent(), code)
    const ends = [engine.close(), this.#instance?.release() ?? Promise.resolve()]
    void Promise.allSettled(ends).then(() => process.exit(code))
  }

  /** For windows: opened. */
  addWindow(window: OpenWindow): void {
    this.#windows.add(window)
  }

  /** For windows: its `close` or its unloading was refused, which calls the quitting off. */
  keptWindow(): void {
    this.#quitting = false
  }

  /** For windows: closed. */
  removeWindow(window: OpenWindow): void {
    this.#windows.delete(window)
    if (this.#windows.size > 0) return
    if (this.#quitting) this.#finishQuit()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  #finishQuit(): void {
    const event = new HostEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#quitting = false
    else this.exit(0)
  }
}

export const app = new App()
