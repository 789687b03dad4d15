import { AppError } from '#shared/errors/app-error.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import type { Backbone } from './backbone.port.ts'

/** Brings a file of the store to the node, only what is missing there. Done when the node has it whole. */
export async function uploadBlob(
  backbone: Backbone,
  store: BlobStore,
  workspace: string,
  sha256: string,
): Promise<void> {
  const blob = store.describe(sha256)
  if (blob === undefined) throw new AppError('blob-missing', { sha256 })
  const missing = new Set(await backbone.missingChunks(workspace, blob.chunks))
  let index = 0
  for await (const content of store.read(sha256)) {
    const chunk = blob.chunks[index++]
    if (chunk !== undefined && missing.delete(chunk)) await backbone.putChunk(workspace, chunk, content)
  }
  await backbone.completeBlob({ ...blob, workspace, chunks: [...blob.chunks] })
}

/** Fetches a file into the store and makes sure that it is the one asked for; what is there already is not fetched. */
export async function downloadBlob(
  backbone: Pick<Backbone, 'readBlob'>,
  store: BlobStore,
  workspace: string,
  { sha256, mediaType }: Pick<BlobRef, 'sha256' | 'mediaType'>,
): Promise<void> {
  if (store.describe(sha256) !== undefined) return
  const ref = await store.put(await backbone.readBlob(workspace, sha256), mediaType)
  if (ref.sha256 !== sha256) {
    await store.release(ref.sha256)
    throw new AppError('blob-corrupt', { sha256 })
  }
  await store.confirm(sha256)
}
