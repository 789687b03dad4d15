import { EventEmitter } from 'node:events'
import { engine } from './engine.ts'
import { runOnDesktop } from './run-program.ts'

/** Through notify-send: shown, but a click on it is not told. */
export class Notification extends EventEmitter {
  #options: Pick<Electron.NotificationConstructorOptions, 'title' | 'body'>

  constructor(options: Pick<Electron.NotificationConstructorOptions, 'title' | 'body'> = {}) {
    super()
    this.#options = options
  }

  static isSupported(): boolean {
    return !engine.headless
  }

  show(): void {
    const { title = '', body = '' } = this.#options
    void runOnDesktop('notify-send', ['--', title, body])
    this.emit('show')
  }
}
