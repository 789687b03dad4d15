import { fail, ok, type Result } from '../../kernel/result.ts'
import { AttachmentBodies } from './attachment-bodies.ts'
import type { AttachmentSink } from './attachment-sink.port.ts'
import type { ByteSource } from './byte-stream.port.ts'
import { type ContentTools, pureTools } from './content-tools.ts'
import { type Deviation, DeviationLog, DeviationRule } from './deviations.ts'
import { checkDocumentStart, START_BYTES } from './document-start.ts'
import { childOf, isEdxmlElement, TreeBuilder, type XmlElement } from './element-tree.ts'
import { type EdxmlError, EdxmlErrorCode, EdxmlRefusal } from './errors.ts'
import { FieldReader } from './field-reader.ts'
import { inspectLayout } from './layout.ts'
import { DEFAULT_LIMITS, type EdxmlLimits } from './limits.ts'
import type { MessageFields, ReadAttachment } from './message.ts'
import { readAttachments } from './read-attachments.ts'
import { readDocument } from './read-document.ts'
import { readStatus } from './read-status.ts'
import { Scanner } from './scanner.ts'
import { EDXML_PREFIX } from './vocabulary.ts'

/** A message as read: fields, attachments in the order of the manifest, and what it does otherwise than the canonical layout. */
export interface ReadMessage<Kept> {
  readonly fields: MessageFields
  readonly attachments: readonly ReadAttachment<Kept>[]
  readonly deviations: readonly Deviation[]
}

/** Choices of a reading. */
export interface ReadOptions {
  readonly limits?: Partial<EdxmlLimits>
  readonly tools?: ContentTools
}

const SLICE_BYTES = 64 * 1024

/**
 * Reads an edXML message of any size in bounded memory, tolerating everything that occurs in the field and reporting it. Fails
 * with the reason and line for what is no edXML, is beyond a limit or carries a DOCTYPE; the sink then holds nothing. Throws
 * only what source or sink throw.
 */
export async function readMessage<Kept>(
  source: ByteSource,
  sink: AttachmentSink<Kept>,
  options: ReadOptions = {},
): Promise<Result<ReadMessage<Kept>, EdxmlError>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const tools = options.tools ?? pureTools
  const bodies = new AttachmentBodies(sink, tools.createHash, SLICE_BYTES)
  try {
    const deviations = new DeviationLog()
    const root = await readTree(source, limits, bodies, deviations)
    const { envelope, header, messageHeader } = findSkeleton(root, deviations)
    inspectLayout(root, deviations)
    const read = new FieldReader(deviations)
    const fields: MessageFields =
      childOf(messageHeader, 'StatusCode') === undefined
        ? { kind: 'document', ...readDocument(header, messageHeader, read) }
        : { kind: 'status', ...readStatus(header, messageHeader, read) }
    const context = { sink, limits, tools, spentBytes: 0 }
    const attachments = await readAttachments(root, envelope, bodies.all, context, deviations)
    return ok({ fields, attachments, deviations: deviations.all })
  } catch (error) {
    await bodies.discard()
    if (error instanceof EdxmlRefusal) return fail(error.error)
    throw error
  }
}

async function readTree<Kept>(
  source: ByteSource,
  limits: EdxmlLimits,
  bodies: AttachmentBodies<Kept>,
  deviations: DeviationLog,
): Promise<XmlElement> {
  const line = (): number => scanner.line
  const tree = new TreeBuilder(limits, deviations, line)
  let count = 0
  const scanner: Scanner = new Scanner(
    {
      markup: (text) => tree.write(text),
      comment: () => deviations.add(DeviationRule.comment, tree.current?.name ?? '', scanner.line),
      bodyStart: () => {
        if (++count > limits.attachments) {
          throw new EdxmlRefusal(EdxmlErrorCode.tooManyAttachments, scanner.line, {
            limit: limits.attachments,
          })
        }
        const index = bodies.start()
        if (tree.current !== undefined) tree.current.body = index
      },
      body: (bytes) => bodies.push(bytes),
      bodyEnd: () => bodies.end(),
    },
    limits,
    () => tree.line,
  )
  for await (const chunk of checkedStart(source, deviations)) {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      scanner.push(chunk.subarray(at, at + SLICE_BYTES))
      await bodies.drain()
    }
  }
  scanner.finish()
  return tree.finish()
}

/** The source without its byte order mark, once its start is found acceptable. */
async function* checkedStart(source: ByteSource, deviations: DeviationLog): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array(0)
  let isChecked = false
  for await (const chunk of source) {
    if (isChecked) {
      yield chunk
      continue
    }
    const longer = new Uint8Array(head.length + chunk.length)
    longer.set(head)
    longer.set(chunk, head.length)
    head = longer
    if (head.length < START_BYTES) continue
    isChecked = true
    yield startOf(head, deviations)
  }
  if (!isChecked) yield startOf(head, deviations)
}

function startOf(head: Uint8Array, deviations: DeviationLog): Uint8Array {
  const { skip, hasDeclaration } = checkDocumentStart(head.subarray(0, START_BYTES))
  if (skip > 0) deviations.add(DeviationRule.byteOrderMark, '', 1)
  if (!hasDeclaration) deviations.add(DeviationRule.declarationMissing, '', 1)
  return head.subarray(skip)
}

interface Skeleton {
  readonly envelope: XmlElement
  readonly header: XmlElement
  readonly messageHeader: XmlElement
}

function findSkeleton(root: XmlElement, deviations: DeviationLog): Skeleton {
  const envelope = childOf(root, 'edXMLEnvelope')
  if (envelope === undefined) {
    const isOurs = isEdxmlElement(root) && root.name === 'edXML'
    if (isOurs) throw new EdxmlRefusal(EdxmlErrorCode.envelopeMissing, root.line)
    throw new EdxmlRefusal(EdxmlErrorCode.vocabularyUnknown, root.line, { root: root.name })
  }
  if (!isEdxmlElement(envelope)) {
    throw new EdxmlRefusal(EdxmlErrorCode.vocabularyUnknown, envelope.line, { namespace: envelope.namespace })
  }
  if (envelope.namespace === '') deviations.add(DeviationRule.namespaceMissing, envelope.name, envelope.line)
  if (envelope.prefix !== EDXML_PREFIX) {
    deviations.add(DeviationRule.prefixUnusual, envelope.name, envelope.line)
  }
  if (root.name !== 'edXML' || root.prefix !== '')
    deviations.add(DeviationRule.rootUnusual, root.name, root.line)
  for (const child of root.children) {
    if (child.name === 'AttachmentEncoded' && child.prefix !== '') {
      deviations.add(DeviationRule.prefixUnusual, child.name, child.line)
    }
  }
  const header = childOf(envelope, 'edXMLHeader')
  const messageHeader = childOf(header, 'MessageHeader')
  if (header === undefined || messageHeader === undefined) {
    throw new EdxmlRefusal(EdxmlErrorCode.messageHeaderMissing, envelope.line)
  }
  return { envelope, header, messageHeader }
}
