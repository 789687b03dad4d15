import { expect, it } from 'vitest'
import { pdfHandlers, type PdfDeps } from '../../../../electron/ipc/handlers/pdf-handlers.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)

/** A window that remembers what it was given to open. */
function aWindow() {
  const files: string[] = []
  const open = (sha256: string) => {
    files.push(sha256)
    return Promise.resolve(1)
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

it('opens what is going to be signed in a window that never saw a file from elsewhere', async () => {
  const [any, own] = [aWindow(), aWindow()]
  const session = { desk: () => ({ blobs: {} }) } as unknown as PdfDeps['session']
  const sender = { page: 1, window: 'main', origin: undefined, isMainFrame: true } as const
  const render = () => Promise.reject(new Error('not asked'))
  const handle = pdfHandlers({ session, render, pages: any.pages, ownPages: own.pages })
  await handle['pdf.pageCount']({ sha256: A, purpose: 'read' }, sender)
  await handle['pdf.pageImage']({ sha256: A, page: 1, scale: 1, purpose: 'read' }, sender)
  await handle['pdf.pageCount']({ sha256: B, purpose: 'sign' }, sender)
  await handle['pdf.pageImage']({ sha256: B, page: 1, scale: 1, purpose: 'sign' }, sender)
  expect(any.files).toEqual([A, A])
  expect(own.files).toEqual([B, B])
})
