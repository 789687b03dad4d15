import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

const MAX_IMAGE_PIXELS = 64_000_000
const KEPT_DOCUMENTS = 3

const kept = new Map<string, Promise<PDFDocumentProxy>>()

/** Opens a PDF from an address of this origin. Scripts in it are never run: the part of the library that could is not loaded. */
export function openPdf(id: string, address: string): Promise<PDFDocumentProxy> {
  const known = kept.get(id)
  if (known !== undefined) return known
  const opening = fetchAndOpen(address)
  kept.set(id, opening)
  for (const [old, document] of [...kept].slice(0, -KEPT_DOCUMENTS)) {
    kept.delete(old)
    void document.then((one) => one.loadingTask.destroy())
  }
  return opening
}

/** A document that was opened before; undefined when it was let go since. */
export function openedPdf(id: string): Promise<PDFDocumentProxy> | undefined {
  return kept.get(id)
}

/** Why work on a document failed: it was let go under it, or it cannot be read. */
export function problemOf(id: string): 'not-open' | 'unreadable' {
  return kept.has(id) ? 'unreadable' : 'not-open'
}

/** Opens a PDF without keeping it; who opens it destroys it. */
export function openPdfOnce(address: string): Promise<PDFDocumentProxy> {
  return fetchAndOpen(address)
}

async function fetchAndOpen(address: string): Promise<PDFDocumentProxy> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return getDocument({
    data: await response.arrayBuffer(),
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    iccUrl: '/pdfjs/iccs/',
    wasmUrl: '/pdfjs/wasm/',
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    stopAtErrors: false,
  }).promise
}
