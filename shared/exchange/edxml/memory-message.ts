import { concatBytes } from '../../kernel/bytes.ts'
import type { ByteSink } from './byte-stream.port.ts'
import type { DocumentFields, StatusFields } from './message.ts'
import { writeDocumentMessage, writeStatusMessage, type OutgoingAttachment } from './write-message.ts'

/** A document message as bytes: for small ones only. */
export async function documentMessageBytes(
  fields: DocumentFields,
  attachments: readonly OutgoingAttachment[] = [],
): Promise<Uint8Array> {
  const { sink, whole } = memorySink()
  await writeDocumentMessage(fields, attachments, sink)
  return whole()
}

/** A status message as bytes. */
export async function statusMessageBytes(fields: StatusFields): Promise<Uint8Array> {
  const { sink, whole } = memorySink()
  await writeStatusMessage(fields, sink)
  return whole()
}

function memorySink(): { sink: ByteSink; whole: () => Uint8Array } {
  const parts: Uint8Array[] = []
  const write = (bytes: Uint8Array): Promise<void> => {
    parts.push(bytes.slice())
    return Promise.resolve()
  }
  return { sink: { write }, whole: () => concatBytes(...parts) }
}
