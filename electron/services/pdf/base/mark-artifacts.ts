import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFDocument } from 'pdf-lib'
import { pageContent } from './page-content.ts'
import { hasTaggedContent, wrapArtifacts } from './wrap-artifacts.ts'

function formOf(context: PDFContext, resources: PDFDict | undefined, name: string): PDFRawStream | undefined {
  const object = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name))
  const stream = context.lookup(object)
  const isForm =
    stream instanceof PDFRawStream && stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
  return isForm ? stream : undefined
}

function wrapped(
  context: PDFContext,
  content: Uint8Array,
  resources: PDFDict | undefined,
  orphans?: ReadonlySet<number>,
): Uint8Array {
  const isTaggedForm = (name: string) => {
    const form = formOf(context, resources, name)
    return form !== undefined && hasTaggedContent(decodePDFRawStream(form).decode())
  }
  return wrapArtifacts(content, isTaggedForm, orphans)
}

/** Form XObjects with structure inside (Chromium makes them for opacity) get the same treatment as pages. */
function markForms(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      continue
    const content = decodePDFRawStream(object).decode()
    if (!hasTaggedContent(content)) continue
    const marked = wrapped(context, content, object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict))
    if (marked === content) continue
    const replacement = context.flateStream(marked)
    for (const [key, value] of object.dict.entries()) {
      if (!replacement.dict.has(key) && key !== PDFName.of('DecodeParms')) replacement.dict.set(key, value)
    }
    context.assign(ref, replacement)
  }
}

/** Leaves no paint of any page outside both structure and artifacts. `orphans`: ids by page that lost their place in the tree. */
export function markArtifacts(
  document: PDFDocument,
  orphans: ReadonlyMap<PDFRef, ReadonlySet<number>>,
): void {
  const { context } = document
  markForms(context)
  for (const page of document.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'))
    const content = pageContent(context, contents)
    const marked = wrapped(context, content, page.node.Resources(), orphans.get(page.ref))
    if (marked === content) continue
    const stream = context.flateStream(marked)
    if (contents instanceof PDFRef) context.assign(contents, stream)
    else page.node.set(PDFName.of('Contents'), context.register(stream))
  }
}
