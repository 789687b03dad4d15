import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

interface ReadField {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly isReadOnly: boolean
  readonly rect: readonly number[]
  /** Type of the structure element that holds the widget. */
  readonly element: string
}

interface ReadForm {
  readonly sigFlags: number
  readonly fields: readonly ReadField[]
  /** What assistive technology reads of each link. */
  readonly links: readonly string[]
  /** Name of the field drawn last on the last page. */
  readonly lastAnnotation: string
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
}

function numbersOf(object: PDFObject | undefined): number[] {
  return object instanceof PDFArray
    ? object.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN))
    : []
}

/** Reads the form of a file with another library than the one that wrote the last change. */
export async function readForm(bytes: Uint8Array): Promise<ReadForm> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog } = document
  const form = catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const parents = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const elementOf = (key: number | undefined) => {
    for (let i = 0; i + 1 < parents.size(); i += 2) {
      if (parents.lookup(i, PDFNumber).asNumber() === key)
        return parents
          .lookup(i + 1, PDFDict)
          .lookup(PDFName.of('S'), PDFName)
          .decodeText()
    }
    return ''
  }
  const readField = (widget: PDFDict): ReadField => ({
    name: textOf(widget.lookup(PDFName.of('T'))) ?? '',
    label: textOf(widget.lookup(PDFName.of('TU'))) ?? '',
    value: textOf(widget.lookup(PDFName.of('V'))),
    isReadOnly: (widget.lookupMaybe(PDFName.of('Ff'), PDFNumber)?.asNumber() ?? 0) === 1,
    rect: numbersOf(widget.lookup(PDFName.of('Rect'))),
    element: elementOf(widget.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber()),
  })
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  const annotations = document.getPages().flatMap((page) => {
    const array = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return Array.from({ length: array?.size() ?? 0 }, (_, index) => array?.lookup(index, PDFDict)).flatMap(
      (dict) => dict ?? [],
    )
  })
  return {
    sigFlags: form.lookup(PDFName.of('SigFlags'), PDFNumber).asNumber(),
    fields: Array.from({ length: fields.size() }, (_, index) => readField(fields.lookup(index, PDFDict))),
    links: annotations
      .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Link'))
      .map((dict) => textOf(dict.lookup(PDFName.of('Contents'))) ?? ''),
    lastAnnotation: textOf(annotations.at(-1)?.lookup(PDFName.of('T'))) ?? '',
  }
}
