import type { ScanWord } from '#shared/domain/scan/page-words.ts'
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
}

/** Kinds of pictures that scanners make. */
export type ScanPicture = 'image/png' | 'image/jpeg' | 'image/tiff'

export interface ReadScan {
  readonly pdf: Uint8Array | null
  readonly words: readonly ScanWord[]
  readonly isOcrMissing: boolean
}
