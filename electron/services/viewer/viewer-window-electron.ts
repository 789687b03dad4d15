import { app, BrowserWindow } from 'electron'
import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { scanWord } from '#shared/domain/scan/page-words.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import type { OneTimePages } from '../one-time-pages/one-time-pages.ts'
import type { PdfPages } from './pdf-pages.port.ts'
import type { SignaturePictures } from './signature-pictures.port.ts'

const MOST_AGAIN = 3

export interface ViewerOptions {
  readonly pages: OneTimePages
  readonly limitMs: number
  /** The window is closed after so long without work. */
  readonly idleMs: number
}

const problem = z.object({
  problem: z.enum(['unreadable', 'page-missing', 'not-open']),
  pages: z.int().optional(),
})
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
  let isEnding = false
  // A window opened while the others close would keep the program alive.
  app.once('before-quit', () => {
    isEnding = true
  })

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

  async function run(used: Promise<BrowserWindow>, call: string, args: readonly unknown[]): Promise<unknown> {
    const { webContents } = await used
    return webContents.executeJavaScript(`viewer.${call}(...${JSON.stringify(args)})`)
  }

  async function ask<T>(schema: z.ZodType<T>, call: string, ...args: readonly unknown[]): Promise<T> {
    const { limitMs } = options
    if (isEnding) throw new NotOpen()
    const used = (window ??= open())
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new AppError('timed-out', { limitMs })), limitMs)
    clearTimeout(idle)
    working++
    try {
      const answer = await Promise.race([run(used, call, args), late.promise])
      const failed = problem.safeParse(answer)
      if (failed.success) throw problemError(failed.data)
      return schema.parse(answer)
    } catch (error) {
      const isGone = window !== used
      const isKept =
        isGone || error instanceof NotOpen || (error instanceof AppError && error.code !== 'timed-out')
      if (!isKept) await close()
      // What another page cost the window is none of this one's fault.
      throw isGone && !(error instanceof AppError) ? new NotOpen() : error
    } finally {
      clearTimeout(timer)
      working--
      if (working === 0) idle = setTimeout(() => void close(), options.idleMs).unref()
    }
  }

  /** Once more, where the window or the document was let go for the sake of another. */
  async function again<T>(work: () => Promise<T>): Promise<T> {
    for (let left = MOST_AGAIN; left > 0; left--) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof NotOpen) || isEnding) throw error
      }
    }
    return work()
  }

  const pageCount = (sha256: string, read: () => Promise<Uint8Array>): Promise<number> =>
    again(async () => known.get(sha256) ?? openPages(sha256, read))

  async function openPages(sha256: string, read: () => Promise<Uint8Array>): Promise<number> {
    const address = options.pages.offer('viewer', await read(), 'application/octet-stream')
    const { pages } = await ask(opened, 'open', sha256, address.replace(/^app:\/\/viewer/, ''))
    known.set(sha256, pages)
    return pages
  }

  /** Of a document of this window, opened where it is not, or not any more. */
  const askOpen = <T>(
    schema: z.ZodType<T>,
    call: string,
    sha256: string,
    read: () => Promise<Uint8Array>,
    ...args: readonly unknown[]
  ): Promise<T> =>
    again(async () => {
      await pageCount(sha256, read)
      try {
        return await ask(schema, call, sha256, ...args)
      } catch (error) {
        if (error instanceof NotOpen) known.delete(sha256)
        throw error
      }
    })

  return {
    pageCount,
    async pageImage(sha256, read, page, scale) {
      const pages = await pageCount(sha256, read)
      if (page > pages) throw new AppError('page-missing', { pages })
      const { png, ...size } = await askOpen(drawn, 'draw', sha256, read, page, scale)
      return { png: fromBase64(png), ...size }
    },
    async pageTexts(read) {
      return again(async () => {
        const address = options.pages.offer('viewer', await read(), 'application/octet-stream')
        return (await ask(texts, 'texts', address.replace(/^app:\/\/viewer/, ''))).pages
      })
    },
    async pageMarks(sha256, read, page, words) {
      return (await askOpen(marks, 'marks', sha256, read, page, words)).marks
    },
    async pageWords(sha256, read, page) {
      return (await askOpen(words, 'words', sha256, read, page)).words
    },
    draw: async (spec) => fromBase64((await again(() => ask(picture, 'drawPicture', spec))).png),
  }
}

/** The window, or its document, was let go meanwhile. */
class NotOpen extends Error {
  override readonly name = 'NotOpen'
}

function problemError(failed: z.infer<typeof problem>): Error {
  if (failed.problem === 'not-open') return new NotOpen()
  return failed.problem === 'unreadable'
    ? new AppError('pdf-unreadable')
    : new AppError('page-missing', { pages: failed.pages ?? 0 })
}
