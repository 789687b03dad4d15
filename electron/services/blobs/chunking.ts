import { CHUNK_BYTES } from '#shared/protocol/blobs.ts'

/** Re-cuts a stream into chunks of `size` bytes; the last may be shorter, and an empty stream has none. */
export async function* inChunks(
  parts: AsyncIterable<Uint8Array>,
  size: number = CHUNK_BYTES,
): AsyncGenerator<Uint8Array> {
  let chunk = new Uint8Array(size)
  let filled = 0
  for await (const part of parts) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + size - filled)
      chunk.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < size) continue
      yield chunk
      chunk = new Uint8Array(size)
      filled = 0
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** Bytes at hand as a stream of one part. */
export async function* inOnePart(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
