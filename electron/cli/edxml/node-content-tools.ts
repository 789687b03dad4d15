import { createHash } from 'node:crypto'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import type { ContentTools } from '#shared/exchange/edxml/content-tools.ts'
import { streamTools } from '#shared/exchange/edxml/stream-tools.ts'

const CHUNK_BYTES = 64 * 1024

/** Hashing and packing of attachments in native code. */
export const nodeContentTools: ContentTools = streamTools({
  createHash: () => createHash('sha256'),
  createInflateRaw: () => createInflateRaw({ chunkSize: CHUNK_BYTES }),
  createDeflateRaw: () => createDeflateRaw({ chunkSize: CHUNK_BYTES }),
})
