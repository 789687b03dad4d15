import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Base64Encoder } from './base64-stream.ts'
import type { ByteSink, ByteSource } from './byte-stream.port.ts'
import { type ContentTools, pureTools } from './content-tools.ts'
import { extensionOf } from './detect-type.ts'
import type { DocumentFields, StatusFields } from './message.ts'
import {
  type AttachmentFields,
  attachmentsFieldsSchema,
  documentFieldsSchema,
  statusFieldsSchema,
} from './message.schema.ts'
import { CONTENT_ID_PREFIX, EDXML_NAMESPACE, EDXML_PREFIX } from './vocabulary.ts'
import { writeHeader } from './write-header.ts'
import { XmlWriter } from './xml-writer.ts'
import { isZip } from './zip-archive.ts'
import { zipOne } from './zip-writer.ts'

/** An attachment to be written. */
export interface OutgoingAttachment extends AttachmentFields {
  /** The content from its start; called up to twice. */
  readonly open: () => ByteSource
}

const PREFIX_DECLARATION = `xmlns:${EDXML_PREFIX}`
const ZIP_TYPE = 'application/zip'
/** What the official builder leaves unwrapped, and the types it writes for it. */
const PLAIN_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/doc',
  docx: 'application/docx',
  zip: ZIP_TYPE,
}
const FLUSH_BYTES = 64 * 1024

/**
 * Writes a document message in the canonical layout, attachments streamed. Throws ZodError when a field may not be sent, and
 * what the sources and the sink throw; what was written until then is no message.
 */
export async function writeDocumentMessage(
  fields: DocumentFields,
  attachments: readonly OutgoingAttachment[],
  sink: ByteSink,
  tools: ContentTools = pureTools,
): Promise<void> {
  const checked = documentFieldsSchema.parse(fields)
  const prepared = await Promise.all(checkAttachments(attachments).map(prepare))
  const xml = new XmlWriter()
  xml.declaration()
  xml.open('edXML', { xmlns: EDXML_NAMESPACE })
  const envelope = `${EDXML_PREFIX}:edXMLEnvelope`
  xml.open(envelope, { [PREFIX_DECLARATION]: EDXML_NAMESPACE })
  writeHeader(xml, checked)
  xml.element(`${EDXML_PREFIX}:edXMLBody`, () => writeManifest(xml, prepared))
  xml.close(envelope)
  if (prepared.length === 0) xml.element('AttachmentEncoded', () => undefined)
  else {
    xml.open('AttachmentEncoded')
    for (const attachment of prepared) await writeAttachment(xml, attachment, sink, tools)
    xml.close('AttachmentEncoded')
  }
  xml.close('edXML')
  await sink.write(utf8ToBytes(xml.take()))
}

/** Writes a status message in the canonical layout. Throws as `writeDocumentMessage` does. */
export async function writeStatusMessage(fields: StatusFields, sink: ByteSink): Promise<void> {
  const checked = statusFieldsSchema.parse(fields)
  const xml = new XmlWriter()
  xml.declaration()
  xml.open('edXML', { xmlns: EDXML_NAMESPACE })
  const envelope = `${EDXML_PREFIX}:edXMLEnvelope`
  xml.open(envelope, { [PREFIX_DECLARATION]: EDXML_NAMESPACE })
  writeHeader(xml, checked)
  xml.close(envelope)
  xml.close('edXML')
  await sink.write(utf8ToBytes(xml.take()))
}

interface PreparedAttachment extends OutgoingAttachment {
  readonly contentId: string
  readonly type: string
  /** Written as it is, else as the only entry of a zip. */
  readonly isPlain: boolean
}

function checkAttachments(attachments: readonly OutgoingAttachment[]): OutgoingAttachment[] {
  const fields = attachmentsFieldsSchema.parse(attachments)
  return attachments.map(({ open }, index) => ({ ...(fields[index] as AttachmentFields), open }))
}

/**
 * PDF and DOC that are zips inside are wrapped against the official table: any reader would take their only entry out. An
 * upper-case `.ZIP` would be unpacked by the official reader, so the extension is written in lower case.
 */
async function prepare(attachment: OutgoingAttachment): Promise<PreparedAttachment> {
  const extension = extensionOf(attachment.name)
  const plainType = PLAIN_TYPES[extension]
  const mayBeZip = extension === 'zip' || extension === 'docx'
  const isPlain = plainType !== undefined && (mayBeZip || !(await startsAsZip(attachment.open())))
  const name = attachment.name.replace(/\.zip$/i, '.zip')
  return {
    ...attachment,
    name,
    contentId: CONTENT_ID_PREFIX + attachment.id,
    type: isPlain ? plainType : ZIP_TYPE,
    isPlain,
  }
}

async function startsAsZip(source: ByteSource): Promise<boolean> {
  const head: number[] = []
  for await (const chunk of source) {
    head.push(...chunk.subarray(0, 4 - head.length))
    if (head.length === 4) break
  }
  return isZip(Uint8Array.from(head))
}

function writeManifest(xml: XmlWriter, attachments: readonly PreparedAttachment[]): void {
  const p = (name: string): string => `${EDXML_PREFIX}:${name}`
  xml.element(
    p('edXMLManifest'),
    () => {
      for (const { contentId, type, description, name } of attachments) {
        xml.element(p('Reference'), () => {
          xml.text(p('ContentId'), contentId)
          xml.text(p('ContentType'), type)
          xml.text(p('Description'), description)
          xml.text(p('AttachmentName'), name)
        })
      }
    },
    { version: '1.0' },
  )
}

async function writeAttachment(
  xml: XmlWriter,
  attachment: PreparedAttachment,
  sink: ByteSink,
  tools: ContentTools,
): Promise<void> {
  const encoded = `${EDXML_PREFIX}:ContentTransferEncoded`
  xml.open('Attachment')
  xml.text('ContentId', attachment.contentId)
  xml.text('AttachmentName', attachment.name)
  xml.text('Description', attachment.description)
  xml.text('ContentType', attachment.type)
  xml.openInline(encoded, { [PREFIX_DECLARATION]: EDXML_NAMESPACE })
  await sink.write(utf8ToBytes(xml.take()))
  const extension = extensionOf(attachment.name).replace(/[^a-z0-9]/g, '')
  const entryName = `${attachment.id}.${extension === '' ? 'unk' : extension}`
  await writeBase64(
    attachment.isPlain ? attachment.open() : zipOne(entryName, attachment.open(), tools.deflateRaw),
    sink,
  )
  xml.closeInline(encoded)
  xml.close('Attachment')
}

async function writeBase64(content: ByteSource, sink: ByteSink): Promise<void> {
  const encoder = new Base64Encoder()
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; at += FLUSH_BYTES) {
      await sink.write(encoder.push(chunk.subarray(at, at + FLUSH_BYTES)))
    }
  }
  await sink.write(encoder.finish())
}
