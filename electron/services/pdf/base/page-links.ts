import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFPage } from 'pdf-lib'

/** A link annotation on a page and the address it leads to; undefined for a link inside the document. */
export interface PageLink {
  readonly page: PDFPage
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly address: string | undefined
}

function addressOf(link: PDFDict): string | undefined {
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : undefined
}

/** All links of the document, page by page. */
export function pageLinks(document: PDFDocument): PageLink[] {
  return document.getPages().flatMap((page) => {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
    return annotations.flatMap((ref) => {
      const dict = document.context.lookup(ref)
      const isLink = dict instanceof PDFDict && dict.get(PDFName.of('Subtype')) === PDFName.of('Link')
      return isLink && ref instanceof PDFRef ? [{ page, ref, dict, address: addressOf(dict) }] : []
    })
  })
}

/** Gives links the text that assistive technology reads (ISO 14289-1, 7.18.5): their address, or the title for inner links. */
export function describeLinks(links: readonly PageLink[], title: string): void {
  for (const { dict, address } of links) {
    const key = PDFName.of('Contents')
    if (!dict.has(key)) dict.set(key, PDFHexString.fromText((address ?? title).normalize('NFC')))
  }
}
