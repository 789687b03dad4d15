import { randomBytes } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { pngOf } from './a-picture.ts'

const PAGES = 4

/** Scanned pages that do not compress, at least so many MB together. */
export async function aScan(mb: number): Promise<Uint8Array> {
  const side = Math.ceil(Math.sqrt((mb * 1_000_000) / PAGES / 3))
  const document = await PDFDocument.create()
  for (let index = 0; index < PAGES; index++) {
    const rows = randomBytes(side * (3 * side + 1))
    for (let row = 0; row < side; row++) rows[row * (3 * side + 1)] = 0
    const image = await document.embedPng(pngOf({ width: side, height: side, bits: 8, type: 2 }, rows))
    document.addPage([595, 842]).drawImage(image, { x: 40, y: 150, width: 515, height: 515 })
  }
  return document.save()
}

/** The scan as the paper of one item of a meeting: no two are the same file. */
export async function asPaper(scan: Uint8Array, index: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(scan)
  document.addPage([595, 842]).drawText(`Tai lieu ${index + 1}`, { x: 72, y: 720 })
  return document.save()
}
