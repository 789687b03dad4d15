import type { FileVerdict } from '#shared/domain/correspondence/letter.ts'
import type { EdxmlError } from '#shared/exchange/edxml/errors.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import type { Result } from '#shared/kernel/result.ts'

/** Reading ran out of time or memory, or broke; it may be tried again. */
export interface ReadingFailed {
  readonly code: 'reading-failed'
}

/** Opens what others sent, in a process of its own and within limits of time, memory and size. */
export interface ForeignFiles {
  /** Reads an edXML file and lays its attachments into an empty folder; `content` of an attachment is the path of its file. */
  readonly readMessage: (
    path: string,
    attachmentsFolder: string,
  ) => Promise<Result<ReadMessage<string>, EdxmlError | ReadingFailed>>
  /** What the signatures of a PDF are worth at a moment; a file that cannot be read is `unknown` with the reason in its report. */
  readonly verifyPdf: (path: string, at: string) => Promise<FileVerdict>
}
