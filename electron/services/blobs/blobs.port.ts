import type { BlobRef } from '#shared/domain/blob-ref.ts'

/** A stored file: its chunks (SHA-256, hex) in order, each of `CHUNK_BYTES` but the last. */
export interface StoredBlob extends BlobRef {
  readonly chunks: readonly string[]
}

/** Files of one person in one agency on this desk, sealed at rest. */
export interface BlobStore {
  /** On disk and flushed when it answers; pinned unless it was there and confirmed. Throws AppError `too-large`, `disk-full`. */
  put(parts: AsyncIterable<Uint8Array>, mediaType: string): Promise<BlobRef>
  /** Undefined when it is not here. */
  describe(sha256: string): StoredBlob | undefined
  /** The whole file. Throws AppError `blob-missing`, `blob-corrupt`. */
  get(sha256: string): Promise<Uint8Array>
  /** Chunk by chunk, each checked before it is handed on. Throws as `get`. */
  read(sha256: string): AsyncIterable<Uint8Array>
  /** The node has the file, so it may be evicted. Unknown files are ignored. */
  confirm(sha256: string): Promise<void>
  /** Removes the file, pinned or not. Unknown files are ignored. */
  release(sha256: string): Promise<void>
}

/** The two keys of a store, 32 bytes each. */
export interface BlobKeys {
  /** AES-256-GCM over chunks and manifests. */
  readonly seal: Uint8Array
  /** HMAC-SHA-256 for the names on disk, so that a known file cannot be found by its hash. */
  readonly name: Uint8Array
}
