import type { ByteTransform } from './content-tools.ts'
import { crc32 } from './crc32.ts'
import { dataOffsetOf, type ReadAt, type ZipEntry } from './zip-archive.ts'

/** Limits of one unpacking. */
export interface InflateLimits {
  readonly sizeBytes: number
  readonly ratio: number
  readonly ratioFreeBytes: number
}

/** `broken`: not what the zip's directory says. `limit`: more than allowed; unpacking stopped there. */
export type InflateOutcome = 'done' | 'broken' | 'limit'

const STORED = 0
const DEFLATED = 8
const READ_BYTES = 64 * 1024

/** Unpacks one entry piece by piece into `write`, checking size and CRC-32. Throws only what `read` and `write` throw. */
export async function inflateEntry(
  read: ReadAt,
  entry: ZipEntry,
  limits: InflateLimits,
  inflateRaw: ByteTransform,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<InflateOutcome> {
  const start = await dataOffsetOf(read, entry)
  if (start === undefined || (entry.method !== STORED && entry.method !== DEFLATED)) return 'broken'
  const packed = readPacked(read, start, entry.packedBytes)
  const pieces = (entry.method === STORED ? packed.bytes : inflateRaw(packed.bytes))[Symbol.asyncIterator]()
  let size = 0
  let crc = 0
  try {
    for (;;) {
      const piece = await nextPiece(pieces, packed.failure)
      if (piece === 'broken') return 'broken'
      if (piece === 'end') break
      size += piece.length
      crc = crc32(piece, crc)
      if (size > limits.sizeBytes || isBeyondRatio(size, entry.packedBytes, limits)) return 'limit'
      if (size > entry.sizeBytes) return 'broken'
      await write(piece)
    }
  } finally {
    await pieces.return?.()
  }
  return size === entry.sizeBytes && crc === entry.crc ? 'done' : 'broken'
}

interface PackedBytes {
  readonly bytes: AsyncIterable<Uint8Array>
  /** What reading failed with, if it did: to tell it from a broken stream. */
  readonly failure: () => Error | undefined
}

function readPacked(read: ReadAt, start: number, length: number): PackedBytes {
  let failure: Error | undefined
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < length;) {
      let block: Uint8Array
      try {
        block = await read(start + done, Math.min(READ_BYTES, length - done))
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error))
        throw failure
      }
      if (block.length === 0) return
      done += block.length
      yield block
    }
  }
  return { bytes: bytes(), failure: () => failure }
}

async function nextPiece(
  pieces: AsyncIterator<Uint8Array, unknown>,
  failure: () => Error | undefined,
): Promise<Uint8Array | 'broken' | 'end'> {
  try {
    const next = await pieces.next()
    return next.done === true ? 'end' : next.value
  } catch {
    const cause = failure()
    if (cause !== undefined) throw cause
    return 'broken'
  }
}

function isBeyondRatio(size: number, packed: number, limits: InflateLimits): boolean {
  return size > limits.ratioFreeBytes && size > packed * limits.ratio
}
