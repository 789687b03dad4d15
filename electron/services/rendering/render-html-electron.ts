import { BrowserWindow } from 'electron'
import { AppError } from '#shared/errors/app-error.ts'
import type { OneTimePages } from '../one-time-pages/one-time-pages.ts'
import type { Rendering } from './rendering.port.ts'

export interface RenderOptions {
  readonly pages: OneTimePages
  readonly limitMs: number
}

const A4 = { width: 794, height: 1123 }

/** A hidden window a print, on an origin of its own; the page is served once under an address nobody can guess. */
export function renderHtmlElectron({ pages, limitMs }: RenderOptions): Rendering {
  async function print(window: BrowserWindow, html: string): Promise<Uint8Array> {
    await window.loadURL(pages.offer('print', new TextEncoder().encode(html), 'text/html; charset=utf-8'))
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => undefined)')
    const pdf = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return new Uint8Array(pdf)
  }
  return {
    async printHtml(html) {
      const window = new BrowserWindow({
        ...A4,
        show: false,
        skipTaskbar: true,
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
      })
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new AppError('timed-out', { limitMs })), limitMs)
      try {
        return await Promise.race([print(window, html), late.promise])
      } finally {
        clearTimeout(timer)
        window.destroy()
      }
    },
  }
}
