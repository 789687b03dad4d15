import { createHash } from 'node:crypto'
import { CHUNK_BYTES } from '#shared/protocol/blobs.ts'
import type { BlobStore } from '../blobs/blob-store.port.ts'
import { inChunks } from '../blobs/in-chunks.ts'
import type { NewMessage } from '../engine/exchange-store.port.ts'

/** Where messages in transit lie, apart from the files of every agency. */
const TRANSIT = 'transit'

/** The bytes of messages under way. */
export interface MessageFiles {
  /** `sha256` is that of the whole. */
  keep(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<NewMessage['file']>
  read(file: NewMessage['file']): AsyncGenerator<Uint8Array>
  /** For good; what is gone already is no error. */
  remove(chunks: readonly string[]): Promise<void>
}

export function messageFiles(store: BlobStore): MessageFiles {
  return {
    keep: async (bytes) => {
      const whole = createHash('sha256')
      const chunks: string[] = []
      let sizeBytes = 0
      for await (const piece of inChunks(bytes, CHUNK_BYTES)) {
        const chunk = createHash('sha256').update(piece).digest('hex')
        await store.putChunk(TRANSIT, chunk, piece)
        whole.update(piece)
        sizeBytes += piece.length
        chunks.push(chunk)
      }
      return { sha256: whole.digest('hex'), sizeBytes, chunks }
    },
    read: async function* ({ chunks }) {
      for (const chunk of chunks) yield await store.readChunk(TRANSIT, chunk)
    },
    remove: async (chunks) => {
      for (const chunk of chunks) await store.removeChunk(TRANSIT, chunk)
    },
  }
}
