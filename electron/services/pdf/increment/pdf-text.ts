import { PdfString } from '@libpdf/core'

/** A text string in UTF-16 with byte-order mark, as hex (ISO 32000-1, 7.9.2.2): no escaping, so nothing in it can look like syntax. */
export function pdfText(text: string): PdfString {
  const normal = text.normalize('NFC')
  const bytes = new Uint8Array(2 + 2 * normal.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff)
  for (let i = 0; i < normal.length; i++) view.setUint16(2 + 2 * i, normal.charCodeAt(i))
  return PdfString.fromBytes(bytes)
}
