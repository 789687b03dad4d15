/** Bytes in order, in chunks of any size; a chunk may be reused by the source once the next one is asked for. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Takes bytes in order; the promise resolves when the chunk may be reused. Rejects when it cannot be stored. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>
}

/** A hash that is fed piece by piece. `node:crypto` and `@noble/hashes` both have this shape. */
export interface RunningHash {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}
