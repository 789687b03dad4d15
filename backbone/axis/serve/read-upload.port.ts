import type { EdxmlError } from '#shared/exchange/edxml/errors.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import type { Result } from '#shared/kernel/result.ts'

/** Reading ran out of time or memory, or broke. */
export interface ReadingFailed {
  readonly code: 'reading-failed'
}

/**
 * Reads an edXML file that others sent, in a process of its own, and lays its attachments into an empty folder; `content` of an
 * attachment is the path of its file.
 */
export type ReadUpload = (
  path: string,
  attachmentsFolder: string,
) => Promise<Result<ReadMessage<string>, EdxmlError | ReadingFailed>>
