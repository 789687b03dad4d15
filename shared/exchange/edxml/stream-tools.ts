import type { RunningHash } from './byte-stream.port.ts'
import type { ByteTransform, ContentTools } from './content-tools.ts'

/** The part of a duplex stream that is needed; the streams of `node:zlib` have this shape. */
export interface TransformStreamLike extends AsyncIterable<Uint8Array> {
  write(chunk: Uint8Array, done: (error?: Error | null) => void): unknown
  end(): unknown
  destroy(error?: Error): unknown
}

/** The functions of a runtime that `streamTools` builds on. */
export interface StreamFactories {
  readonly createHash: () => RunningHash
  readonly createInflateRaw: () => TransformStreamLike
  readonly createDeflateRaw: () => TransformStreamLike
}

/** Content tools over native streams, which bound what they hold by themselves. */
export function streamTools(factories: StreamFactories): ContentTools {
  return {
    createHash: factories.createHash,
    inflateRaw: through(factories.createInflateRaw),
    deflateRaw: through(factories.createDeflateRaw),
  }
}

function through(create: () => TransformStreamLike): ByteTransform {
  return async function* (bytes) {
    const stream = create()
    const write = (chunk: Uint8Array): Promise<void> =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => {
          if (error == null) resolve()
          else reject(error)
        })
      })
    const feeding = (async () => {
      for await (const chunk of bytes) await write(chunk)
      stream.end()
    })().catch((error: unknown) => {
      stream.destroy(error instanceof Error ? error : new Error(String(error)))
    })
    try {
      yield* stream
    } finally {
      stream.destroy()
      await feeding
    }
  }
}
