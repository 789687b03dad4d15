import { createHash } from 'node:crypto'
import { ChunkCorrupt, type BlobStore } from './blob-store.port.ts'

/** Chunks that are forgotten with the process: for a node without a folder. */
export function memoryBlobs(): BlobStore {
  const chunks = new Map<string, Uint8Array>()
  return {
    putChunk: (workspace, chunk, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== chunk)
        return Promise.reject(new ChunkCorrupt(chunk))
      chunks.set(`${workspace}/${chunk}`, Uint8Array.from(bytes))
      return Promise.resolve()
    },
    readChunk: (workspace, chunk) => {
      const bytes = chunks.get(`${workspace}/${chunk}`)
      return bytes === undefined
        ? Promise.reject(new RangeError(`no chunk ${chunk}`))
        : Promise.resolve(bytes)
    },
    hasChunk: (workspace, chunk) => Promise.resolve(chunks.has(`${workspace}/${chunk}`)),
    removeChunk: (workspace, chunk) => {
      chunks.delete(`${workspace}/${chunk}`)
      return Promise.resolve()
    },
  }
}
