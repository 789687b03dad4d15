import { expect, it } from 'vitest'
import { drawnPages, type DrawnPages } from '../../../../electron/services/viewer/drawn-pages.ts'
import { pdfHandlers, type PdfDeps } from '../../../../electron/ipc/handlers/pdf-handlers.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)

/** A window that remembers what it was given to open. */
function aWindow(count = 1) {
  const files: string[] = []
  const open = (sha256: string) => {
    files.push(sha256)
    return Promise.resolve(count)
  }
  const image = { png: new Uint8Array(), widthPx: 1, heightPx: 1 }
  const pages = {
    pageCount: open,
    pageImage: async (sha256: string) => {
      await open(sha256)
      return image
    },
    pageTexts: () => Promise.resolve([]),
    pageMarks: () => Promise.resolve([]),
    pageWords: () => Promise.resolve([]),
  }
  return { files, pages }
}

const sender = { page: 1, window: 'main', origin: undefined, isMainFrame: true } as const

function handlersOf(any: ReturnType<typeof aWindow>, own: ReturnType<typeof aWindow>, drawn: DrawnPages) {
  const accesses = { opened: () => Promise.resolve() }
  const session = { desk: () => ({ blobs: {}, person: 'p', accesses }) } as unknown as PdfDeps['session']
  const render = () => Promise.reject(new Error('not asked'))
  return pdfHandlers({ session, render, pages: any.pages, ownPages: own.pages, drawn })
}

it('opens what is going to be signed in a window that never saw a file from elsewhere', async () => {
  const [any, own] = [aWindow(), aWindow()]
  const handle = handlersOf(any, own, drawnPages())
  await handle['pdf.pageCount']({ sha256: A, purpose: 'read' }, sender)
  await handle['pdf.pageImage']({ sha256: A, page: 1, scale: 1, purpose: 'read' }, sender)
  await handle['pdf.pageCount']({ sha256: B, purpose: 'sign' }, sender)
  await handle['pdf.pageImage']({ sha256: B, page: 1, scale: 1, purpose: 'sign' }, sender)
  expect(any.files).toEqual([A, A])
  expect(own.files).toEqual([B, B, B])
})

it('counts a file as seen by whoever had each page drawn, large enough to read, to be signed', async () => {
  const drawn = drawnPages()
  const handle = handlersOf(aWindow(2), aWindow(2), drawn)
  const draw = (page: number, scale: number, purpose: 'read' | 'sign') =>
    handle['pdf.pageImage']({ sha256: A, page, scale, purpose }, sender)
  await draw(1, 1.8, 'sign')
  await draw(2, 0.2, 'sign')
  await draw(2, 1.8, 'read')
  expect(drawn.isWhole('p', A)).toBe(false)
  await draw(2, 1.8, 'sign')
  expect(drawn.isWhole('p', A)).toBe(true)
  expect(drawn.isWhole('another', A)).toBe(false)
  expect(drawn.isWhole('p', B)).toBe(false)
})
