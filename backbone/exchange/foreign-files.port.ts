import type { FileVerdict } from '#shared/domain/correspondence/letter.ts'
import type { EdxmlError } from '#shared/exchange/edxml/errors.ts'
import type { ReadMessage } from '#shared/exchange/edxml/read-message.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { SignatureReport } from '#shared/pdf/verify/verdict.ts'

/** Reading ran out of time or memory, or broke; it may be tried again. */
export interface ReadingFailed {
  readonly code: 'reading-failed'
}

/** The parts of a signature's report that tell whether it is the one that was to be made. */
export type ReadSignature = Pick<
  SignatureReport,
  'field' | 'kind' | 'verdict' | 'coversWholeFile' | 'certificate' | 'timestampTime'
> & { readonly reasons: readonly string[] }

/** What a file of a route turned out to be. `not-checked`: nobody is trusted here, so that no signature can be judged. */
export type ReadStep =
  | {
      readonly kind: 'read'
      readonly trust: string
      /** Of all signatures together, `unsigned` without any. */
      readonly verdict: FileVerdict['verdict']
      readonly signatures: readonly ReadSignature[]
      /** Whether it begins with every byte of the file before it; true where there is none before. */
      readonly continues: boolean
    }
  | { readonly kind: 'not-checked' }

/** Opens what others sent, in a process of its own and within limits of time, memory and size. */
export interface ForeignFiles {
  /** Reads an edXML file and lays its attachments into an empty folder; `content` of an attachment is the path of its file. */
  readonly readMessage: (
    path: string,
    attachmentsFolder: string,
  ) => Promise<Result<ReadMessage<string>, EdxmlError | ReadingFailed>>
  /** What the signatures of a PDF are worth at a moment; a file that cannot be read is `unknown` with the reason in its report. */
  readonly verifyPdf: (path: string, at: string) => Promise<FileVerdict>
  /** The same for a file that a desk signed, beside the one that was signed before it (null for the first). */
  readonly verifyStep: (
    path: string,
    before: string | null,
    at: string,
  ) => Promise<Result<ReadStep, ReadingFailed>>
  /** The same for a detached signature, over a file that claims to be signed at a moment. */
  readonly verifyStatement: (
    path: string,
    signed: { readonly path: string; readonly at: string },
    at: string,
  ) => Promise<Result<ReadStep, ReadingFailed>>
}
