import { sha256 } from '@noble/hashes/sha2.js'
import { Deflate, Inflate } from 'fflate'
import type { ByteSource, RunningHash } from './byte-stream.port.ts'

/** Raw deflate, one way or the other, piece by piece; pieces in may be reused, pieces out are valid until the next. */
export type ByteTransform = (bytes: ByteSource) => AsyncIterable<Uint8Array>

/** What reading and writing attachments costs most time in, so that a runtime with native code can bring its own. */
export interface ContentTools {
  /** SHA-256. */
  readonly createHash: () => RunningHash
  /** Throws on what is no deflate stream. */
  readonly inflateRaw: ByteTransform
  readonly deflateRaw: ByteTransform
}

/** Deflate packs up to 1,032 to 1, so that one step yields 4 MiB at most. */
const INFLATE_STEP = 4096
const DEFLATE_STEP = 64 * 1024
const LEVEL = 6

/** The tools in plain TypeScript. */
export const pureTools: ContentTools = {
  createHash: () => sha256.create(),
  inflateRaw: (bytes) => {
    let pieces: Uint8Array[] = []
    const inflate = new Inflate((piece) => {
      pieces.push(piece)
    })
    const step = (part: Uint8Array, isLast: boolean): Uint8Array[] => {
      pieces = []
      inflate.push(part, isLast)
      return pieces
    }
    return inSteps(bytes, INFLATE_STEP, step)
  },
  deflateRaw: (bytes) => {
    let pieces: Uint8Array[] = []
    const deflate = new Deflate({ level: LEVEL }, (piece) => {
      pieces.push(piece)
    })
    const step = (part: Uint8Array, isLast: boolean): Uint8Array[] => {
      pieces = []
      deflate.push(part, isLast)
      return pieces
    }
    return inSteps(bytes, DEFLATE_STEP, step)
  },
}

async function* inSteps(
  bytes: ByteSource,
  stepBytes: number,
  step: (part: Uint8Array, isLast: boolean) => Uint8Array[],
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += stepBytes)
      yield* step(chunk.subarray(at, at + stepBytes), false)
  }
  yield* step(new Uint8Array(0), true)
}
