import type { AttachmentBody } from './attachment-bodies.ts'
import { DeviationRule, type DeviationLog } from './deviations.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './element-tree.ts'
import { present } from './field-reader.ts'
import type { ReadAttachment } from './message.ts'
import { unwrapAttachment, type UnwrapContext } from './unwrap-attachment.ts'
import { CONTENT_ID_PREFIX } from './vocabulary.ts'

interface ManifestEntry {
  readonly element: XmlElement
  readonly contentId: string
  readonly name: string
  readonly type: string | undefined
  readonly description: string | undefined
}

/** An attachment element with the body that stood in it and the manifest entry that belongs to it. */
interface AttachmentElement {
  readonly element: XmlElement
  readonly contentId: string
  readonly name: string
  readonly body: number | undefined
  manifest?: ManifestEntry
}

/** Strips every leading `cid:`, surrounding `<` `>` and blanks. */
function bareContentId(text: string): string {
  let id = text
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim()
  while (id.toLowerCase().startsWith(CONTENT_ID_PREFIX)) id = id.slice(CONTENT_ID_PREFIX.length).trim()
  return id
}

/**
 * Pairs attachments with the manifest (by id, else by name, else by place), unwraps each, and keeps its file. Bodies that stand
 * in no attachment are discarded. The attachment is the truth for name and content; the manifest adds description and order.
 */
export async function readAttachments<Kept>(
  root: XmlElement,
  envelope: XmlElement,
  bodies: readonly AttachmentBody<Kept>[],
  context: UnwrapContext<Kept>,
  deviations: DeviationLog,
): Promise<ReadAttachment<Kept>[]> {
  const elements = attachmentElements(root, envelope, deviations)
  const manifest = readManifest(envelope, deviations)
  pair(elements, manifest, deviations)
  const used = new Set(elements.map(({ body }) => body))
  for (const [index, body] of bodies.entries()) if (!used.has(index)) await body.file.discard()

  const attachments: ReadAttachment<Kept>[] = []
  for (const one of inManifestOrder(elements, manifest)) {
    const body = one.body === undefined ? undefined : bodies[one.body]
    if (body === undefined) {
      deviations.add(DeviationRule.elementMissing, 'ContentTransferEncoded', one.element.line)
      continue
    }
    attachments.push(await readOne(one, body, context, deviations))
  }
  return attachments
}

async function readOne<Kept>(
  one: AttachmentElement,
  body: AttachmentBody<Kept>,
  context: UnwrapContext<Kept>,
  deviations: DeviationLog,
): Promise<ReadAttachment<Kept>> {
  const { element, manifest } = one
  const report = (rule: DeviationRule) => deviations.add(rule, one.name, element.line)
  const declaredType = textOf(element, 'ContentType')
  const name = one.name === '' ? (manifest?.name ?? '') : one.name
  if (one.name === '') report(DeviationRule.attachmentNameMissing)
  const { wrapped, urlSafe, unpadded, invalidCharacters, dataAfterPadding } = body.base64
  if (wrapped || urlSafe || unpadded) report(DeviationRule.base64Form)
  if (invalidCharacters > 0 || dataAfterPadding) report(DeviationRule.base64Invalid)
  const found = await unwrapAttachment(
    body,
    { name, format: textOf(element, 'Format'), declaredType },
    context,
  )
  found.rules.forEach(report)
  return {
    name,
    detectedType: found.detectedType,
    sizeBytes: found.sizeBytes,
    sha256: found.sha256,
    unzipped: found.unzipped,
    content: await found.file.keep(),
    ...present({
      contentId: one.contentId === '' ? undefined : one.contentId,
      description: textOf(element, 'Description') ?? manifest?.description,
      declaredType,
    }),
  }
}

function attachmentElements(
  root: XmlElement,
  envelope: XmlElement,
  deviations: DeviationLog,
): AttachmentElement[] {
  const misplaced = [envelope, ...envelope.children].flatMap((one) => childrenOf(one, 'AttachmentEncoded'))
  for (const { name, line } of misplaced) deviations.add(DeviationRule.attachmentsMisplaced, name, line)
  const lists = [...childrenOf(root, 'AttachmentEncoded'), ...misplaced]
  return lists
    .flatMap((list) => childrenOf(list, 'Attachment'))
    .map((element) => {
      const idText = textOf(element, 'ContentId') ?? ''
      const contentId = bareContentId(idText)
      if (idText !== CONTENT_ID_PREFIX + contentId || contentId === '') {
        deviations.add(DeviationRule.contentIdForm, 'ContentId', element.line)
      }
      return {
        element,
        contentId,
        name: textOf(element, 'AttachmentName') ?? '',
        body: childOf(element, 'ContentTransferEncoded')?.body,
      }
    })
}

function readManifest(envelope: XmlElement, deviations: DeviationLog): ManifestEntry[] {
  const body = childOf(envelope, 'edXMLBody')
  const manifest = childOf(body, 'edXMLManifest') ?? childOf(body, 'Manifest')
  return childrenOf(manifest, 'Reference').map((element) => {
    const idText = textOf(element, 'ContentId') ?? ''
    const contentId = bareContentId(idText)
    if (idText !== CONTENT_ID_PREFIX + contentId || contentId === '') {
      deviations.add(DeviationRule.contentIdForm, 'ContentId', element.line)
    }
    return {
      element,
      contentId,
      name: textOf(element, 'AttachmentName') ?? '',
      type: textOf(element, 'ContentType'),
      description: textOf(element, 'Description'),
    }
  })
}

function pair(
  elements: AttachmentElement[],
  manifest: readonly ManifestEntry[],
  deviations: DeviationLog,
): void {
  const free = new Set(manifest)
  const take = (element: AttachmentElement, isMatch: (entry: ManifestEntry) => boolean): void => {
    if (element.manifest !== undefined) return
    const entry = [...free].find(isMatch)
    if (entry === undefined) return
    element.manifest = entry
    free.delete(entry)
  }
  for (const one of elements) take(one, ({ contentId }) => contentId !== '' && contentId === one.contentId)
  for (const one of elements) take(one, ({ name }) => name !== '' && name === one.name)
  for (const [index, one] of elements.entries()) take(one, (entry) => entry === manifest[index])
  for (const { element, name } of free) {
    deviations.add(DeviationRule.manifestWithoutAttachment, name, element.line)
  }
  for (const one of elements) inspectPair(one, deviations)
}

function inspectPair(one: AttachmentElement, deviations: DeviationLog): void {
  const { manifest, name, element } = one
  if (manifest === undefined) {
    deviations.add(DeviationRule.attachmentNotInManifest, name, element.line)
    return
  }
  const declaredType = textOf(element, 'ContentType')
  if (manifest.type === undefined) {
    deviations.add(DeviationRule.manifestTypeMissing, name, manifest.element.line)
  } else if (manifest.type !== declaredType) {
    deviations.add(DeviationRule.manifestTypeDiffers, name, manifest.element.line)
  }
  if (manifest.description === undefined && textOf(element, 'Description') !== undefined) {
    deviations.add(DeviationRule.manifestDescriptionMissing, name, manifest.element.line)
  }
}

function inManifestOrder(
  elements: readonly AttachmentElement[],
  manifest: readonly ManifestEntry[],
): AttachmentElement[] {
  const places = new Map(manifest.map((entry, place) => [entry, place]))
  const placeOf = ({ manifest: entry }: AttachmentElement): number =>
    (entry === undefined ? undefined : places.get(entry)) ?? manifest.length
  return elements.toSorted((a, b) => placeOf(a) - placeOf(b))
}
