import { drawPicture } from './draw-picture.ts'
import { openedPdf, openPdf, problemOf } from './open-pdf.ts'
import { marks, texts } from './page-text.ts'
import { pageWords } from './page-words.ts'
import { toPng } from './to-png.ts'

type Failure = { problem: 'unreadable' | 'not-open' } | { problem: 'page-missing'; pages: number }

const MAX_PIXELS = 40_000_000

async function open(id: string, address: string): Promise<{ pages: number } | Failure> {
  try {
    return { pages: (await openPdf(id, address)).numPages }
  } catch {
    return { problem: 'unreadable' }
  }
}

async function draw(id: string, page: number, scale: number): Promise<object> {
  const pdf = await openedPdf(id)
  if (pdf === undefined) return { problem: 'not-open' } satisfies Failure
  if (page > pdf.numPages) return { problem: 'page-missing', pages: pdf.numPages } satisfies Failure
  try {
    const proxy = await pdf.getPage(page)
    const plain = proxy.getViewport({ scale: 1 })
    const most = Math.sqrt(MAX_PIXELS / (plain.width * plain.height))
    const viewport = proxy.getViewport({ scale: Math.min(scale, most) })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    await proxy.render({ canvas, viewport }).promise
    proxy.cleanup()
    return { png: await toPng(canvas), widthPx: canvas.width, heightPx: canvas.height }
  } catch {
    return { problem: problemOf(id) } satisfies Failure
  }
}

async function readTexts(address: string): Promise<object> {
  try {
    return await texts(address)
  } catch {
    return { problem: 'unreadable' } satisfies Failure
  }
}

Object.assign(globalThis, { viewer: { open, draw, words: pageWords, drawPicture, texts: readTexts, marks } })
