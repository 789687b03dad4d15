import { EventEmitter } from 'node:events'
import { WebContents } from './web-contents.ts'
import { app } from './app.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/** The engine follows the system by itself; `themeSource` overrides it for every page. */
class NativeTheme extends EventEmitter {
  #source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (source === this.#source) return
    this.#source = source
    for (const contents of WebContents.getAllWebContents()) this.applyTo(contents)
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }

  applyTo(contents: WebContents): void {
    const value = this.#source === 'system' ? '' : this.#source
    contents.post('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }
}

export const nativeTheme = new NativeTheme()

app.on('web-contents-created', (_event: unknown, contents: WebContents) => {
  if (nativeTheme.themeSource !== 'system') nativeTheme.applyTo(contents)
})
