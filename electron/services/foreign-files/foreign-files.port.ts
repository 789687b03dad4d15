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
}
