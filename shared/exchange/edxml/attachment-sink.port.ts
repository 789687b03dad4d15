import type { ByteSink } from './byte-stream.port.ts'

/**
 * Where the bytes of one attachment are laid down. Written once from the start, read back at any place, then either kept or
 * discarded, exactly once.
 */
export interface AttachmentFile<Kept> extends ByteSink {
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Closes the file and answers what the caller of the reader is given for it. */
  keep(): Promise<Kept>
  /** Removes what was written. */
  discard(): Promise<void>
}

/** Makes places for attachments. Names come from the sink, never from the message. */
export interface AttachmentSink<Kept> {
  create(): Promise<AttachmentFile<Kept>>
}
