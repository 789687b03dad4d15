import { concatBytes } from '../../kernel/bytes.ts'
import type { Result } from '../../kernel/result.ts'
import type { AttachmentFile, AttachmentSink } from './attachment-sink.port.ts'
import type { EdxmlError } from './errors.ts'
import { readMessage, type ReadMessage, type ReadOptions } from './read-message.ts'

/** Keeps attachments as byte arrays: for small messages only. */
export const memoryAttachments: AttachmentSink<Uint8Array> = {
  create: () => Promise.resolve(new MemoryFile()),
}

/** Reads a message that is in memory already. */
export function readMessageBytes(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadMessage<Uint8Array>, EdxmlError>> {
  return readMessage([bytes], memoryAttachments, options)
}

class MemoryFile implements AttachmentFile<Uint8Array> {
  #parts: Uint8Array[] = []

  write(bytes: Uint8Array): Promise<void> {
    this.#parts.push(bytes.slice())
    return Promise.resolve()
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.#whole().subarray(offset, offset + length))
  }

  keep(): Promise<Uint8Array> {
    return Promise.resolve(this.#whole())
  }

  discard(): Promise<void> {
    this.#parts = []
    return Promise.resolve()
  }

  #whole(): Uint8Array {
    if (this.#parts.length !== 1) this.#parts = [concatBytes(...this.#parts)]
    return this.#parts[0] as Uint8Array
  }
}
