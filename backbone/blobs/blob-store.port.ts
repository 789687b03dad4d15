/** The bytes that came are not those of the name they came under. */
export class ChunkCorrupt extends Error {
  override readonly name = 'ChunkCorrupt'
}

/** Bytes of files in chunks of at most 4 MiB, each under its SHA-256 (hex), per workspace: agencies share nothing. */
export interface BlobStore {
  /** Durable when resolved; idempotent. Rejects with `ChunkCorrupt` when the hash differs. */
  putChunk(workspace: string, chunk: string, bytes: Uint8Array): Promise<void>
  /** Rejects when there is none. */
  readChunk(workspace: string, chunk: string): Promise<Uint8Array>
  hasChunk(workspace: string, chunk: string): Promise<boolean>
  /** Gone from this store when resolved; one that is not there is no error. */
  removeChunk(workspace: string, chunk: string): Promise<void>
}
