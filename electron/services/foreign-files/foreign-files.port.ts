import type { ScanWord } from '#shared/domain/scan/page-words.ts'
import type { z } from 'zod'
import type { Output } from '#shared/ipc/contract.ts'
import type { ArchivedDocument } from '#shared/domain/registers/former/read-archive.ts'
import type { unreadableMessage } from '#shared/ipc/former.ipc.ts'
import type { PdfVerdictMessage } from '#shared/ipc/verify.ipc.ts'

/** Who is believed, and what is known of certificates: all DER. */
export interface TrustSnapshot {
  readonly roots: readonly Uint8Array[]
  readonly intermediates: readonly Uint8Array[]
  readonly ocspResponses: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

/** Reads what others sent, in a process of its own with limits on time, memory and size. */
export interface ForeignFiles {
  /** Throws AppError `too-large`, `timed-out`, `internal` when the process died of the file. */
  verifyPdf(file: Uint8Array, trust: TrustSnapshot): Promise<PdfVerdictMessage>
  /** A picture of a page: as PDF (null where that is not possible), its words, and whether recognition is missing here. Throws as above, and `scan-unreadable`. */
  readScan(file: Uint8Array, mediaType: ScanPicture): Promise<ReadScan>
  /** A workbook or a text of separated values. Throws as above, and `sheet-unreadable` with its `problem`. */
  readSheet(file: Uint8Array): Promise<Output<'former.readSheet'>['sheets']>
  /** The messages of a zip, or the one that the file is. Throws as above, and `archive-unreadable` with its `problem`. */
  readMessages(file: Uint8Array, name: string): Promise<readonly ForeignMessage[]>
}

/** A message of an archive: its document with the bytes of what came with it, or why it cannot be read. */
export type ForeignMessage =
  | {
      readonly ok: true
      readonly name: string
      readonly sha256: string
      readonly document: ArchivedDocument
      readonly files: readonly {
        readonly name: string
        readonly mediaType: string
        readonly bytes: Uint8Array
      }[]
    }
  | z.infer<typeof unreadableMessage>

/** Kinds of pictures that scanners make. */
export type ScanPicture = 'image/png' | 'image/jpeg' | 'image/tiff'

export interface ReadScan {
  readonly pdf: Uint8Array | null
  readonly words: readonly ScanWord[]
  readonly isOcrMissing: boolean
}
