import type { AggregateRef } from '#shared/log/command.ts'

/** A complete file of a workspace: what its chunks are, and who brought it. */
export interface StoredBlob {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly chunks: readonly string[]
}

/** What is known about files; their bytes lie in the blob store. */
export interface BlobIndex {
  blob(workspace: string, sha256: string): Promise<StoredBlob | undefined>
  /** Idempotent; the uploader is added to those who may read it. */
  addBlob(workspace: string, blob: StoredBlob, uploader: string): Promise<void>
  addChunk(workspace: string, chunk: string, uploader: string): Promise<void>
  /** Which of these chunks this person has uploaded. */
  chunksOf(workspace: string, uploader: string, chunks: readonly string[]): Promise<ReadonlySet<string>>
  isUploader(workspace: string, sha256: string, person: string): Promise<boolean>
  /** The aggregates with an entry that names the file. */
  namedBy(workspace: string, sha256: string): Promise<readonly AggregateRef[]>
  /** Forgets a file; answers its chunks that no other file of the workspace is made of. */
  removeBlob(workspace: string, sha256: string): Promise<readonly string[]>
}
