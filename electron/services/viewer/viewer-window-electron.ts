import { BrowserWindow } from 'electron'
import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { scanWord } from '#shared/domain/scan/page-words.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import type { OneTimePages } from '../one-time-pages/one-time-pages.ts'
import type { PdfPages } from './pdf-pages.port.ts'
import type { SignaturePictures } from './signature-pictures.port.ts'

export interface ViewerOptions {
  readonly pages: OneTimePages
  readonly limitMs: number
  /** The window is closed after so long without work. */
  readonly idleMs: number
}

const problem = z.object({ problem: z.enum(['unreadable', 'page-missing']), pages: z.int().optional() })
const opened = z.object({ pages: z.int().positive() })
const drawn = z.object({ png: z.string(), widthPx: z.int().positive(), heightPx: z.int().positive() })
const picture = z.object({ png: z.string() })
const texts = z.object({ pages: z.array(z.string().max(20_000)).max(500) })
const share = z.number()
const marks = z.object({
  marks: z
    .array(z.object({ x: share, y: share, width: share, height: share }))
    .transform((all) => all.slice(0, 500)),
})
const words = z.object({ words: z.array(scanWord).max(20_000) })

/**
 * One hidden, sandboxed window without a preload, on an origin of its own: bytes go in under a one-time address, pictures come out. A page
 * that takes too long costs the window its life.
 */
export function viewerWindowElectron(options: ViewerOptions): PdfPages & SignaturePictures {
  let window: Promise<BrowserWindow> | undefined
  let idle: NodeJS.Timeout | undefined
  let working = 0
  let known = new Map<string, number>()

  async function open(): Promise<BrowserWindow> {
    const made = new BrowserWindow({
      width: 800,
      height: 600,
      show: false,
      skipTaskbar: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
      },
    })
    made.once('closed', forget)
    made.webContents.once('render-process-gone', () => made.destroy())
    await made.loadURL('app://viewer/viewer.html')
    return made
  }

  function forget(): void {
    window = undefined
    known = new Map()
  }

  async function close(): Promise<void> {
    const closing = window
    forget()
    const made = await closing
    if (made?.isDestroyed() === false) made.destroy()
  }

  async function run(call: string, args: readonly unknown[]): Promise<unknown> {
    window ??= open()
    const { webContents } = await window
    return webContents.executeJavaScript(`viewer.${call}(...${JSON.stringify(args)})`)
  }

  async function ask<T>(schema: z.ZodType<T>, call: string, ...args: readonly unknown[]): Promise<T> {
    const { limitMs } = options
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new AppError('timed-out', { limitMs })), limitMs)
    clearTimeout(idle)
    working++
    try {
      const answer = await Promise.race([run(call, args), late.promise])
      const failed = problem.safeParse(answer)
      if (failed.success) throw problemError(failed.data)
      return schema.parse(answer)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'timed-out') await close()
      throw error
    } finally {
      clearTimeout(timer)
      working--
      if (working === 0) idle = setTimeout(() => void close(), options.idleMs).unref()
    }
  }

  async function pageCount(sha256: string, read: () => Promise<Uint8Array>): Promise<number> {
    const count = known.get(sha256)
    if (count !== undefined) return count
    const address = options.pages.offer('viewer', await read(), 'application/octet-stream')
    const { pages } = await ask(opened, 'open', sha256, address.replace(/^app:\/\/viewer/, ''))
    known.set(sha256, pages)
    return pages
  }

  return {
    pageCount,
    async pageImage(sha256, read, page, scale) {
      const pages = await pageCount(sha256, read)
      if (page > pages) throw new AppError('page-missing', { pages })
      const { png, ...size } = await ask(drawn, 'draw', sha256, page, scale)
      return { png: fromBase64(png), ...size }
    },
    async pageTexts(read) {
      const address = options.pages.offer('viewer', await read(), 'application/octet-stream')
      return (await ask(texts, 'texts', address.replace(/^app:\/\/viewer/, ''))).pages
    },
    async pageMarks(sha256, read, page, words) {
      await pageCount(sha256, read)
      return (await ask(marks, 'marks', sha256, page, words)).marks
    },
    async pageWords(sha256, read, page) {
      await pageCount(sha256, read)
      return (await ask(words, 'words', sha256, page)).words
    },
    draw: async (spec) => fromBase64((await ask(picture, 'drawPicture', spec)).png),
  }
}

function problemError(failed: z.infer<typeof problem>): AppError {
  return failed.problem === 'unreadable'
    ? new AppError('pdf-unreadable')
    : new AppError('page-missing', { pages: failed.pages ?? 0 })
}
