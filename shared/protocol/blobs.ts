import { z } from 'zod'

/** Size of a chunk; the last may be shorter. */
export const CHUNK_BYTES = 4 * 1024 * 1024

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A file as its chunks (SHA-256 each), in order. `sha256` is that of the whole. */
export const blobManifest = z.strictObject({
  workspace: z.string(),
  sha256: hash,
  sizeBytes: z.int().nonnegative(),
  mediaType: z.string().max(120),
  chunks: z.array(hash).max(4096),
})
export type BlobManifest = z.infer<typeof blobManifest>

/** `POST /v1/blobs/have` → which chunks are still missing (of this workspace; never tells about others' files). */
export const blobsHave = z.strictObject({ workspace: z.string(), chunks: z.array(hash).max(4096) })
export const blobsMissing = z.strictObject({ missing: z.array(hash) })
// `PUT /v1/blobs/chunks/:sha256?workspace=` with the bytes; `POST /v1/blobs` with the manifest; `GET /v1/blobs/:sha256?workspace=` → the bytes.
