import { z } from 'zod'

/** A file kept by content: SHA-256 (hex) and size in bytes. */
export const blobRef = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().nonnegative(),
  mediaType: z.string().max(120),
})
export type BlobRef = z.infer<typeof blobRef>
