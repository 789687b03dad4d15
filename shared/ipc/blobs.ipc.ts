import { z } from 'zod'
import { blobRef } from '../domain/blob-ref.ts'
import { request, type IpcDefinition } from './define.ts'
import { blobHash, bytes, fileName, fileToken, nothing } from './values.ts'

/** The largest file this desk takes, in bytes. */
export const MAX_BLOB_BYTES = 200 * 1024 * 1024
/** The largest file that crosses in one message; larger ones come from a dialog. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

const mediaType = z.string().max(120)
const smallBytes = bytes.refine((content) => content.length <= MAX_MESSAGE_BYTES)

/** A file the user offered, by what it says of itself. */
const offeredFile = z.strictObject({
  token: fileToken,
  name: fileName,
  sizeBytes: z.int().nonnegative(),
})
export type OfferedFile = z.infer<typeof offeredFile>

/** Files of the current person and agency on this desk, sealed at rest. */
export const blobsIpc = {
  /** Flushed to disk when it answers; pinned until `blobs.confirm`. */
  'blobs.put': request({
    input: z.strictObject({ bytes: smallBytes, mediaType }),
    output: blobRef,
    errors: ['disk-full'],
  }),
  /** Written down as an export: the page may do with the bytes what it likes. */
  'blobs.get': request({
    input: blobHash,
    output: bytes,
    errors: ['blob-missing', 'blob-corrupt', 'too-large', 'disk-full'],
  }),
  'blobs.has': request({ input: blobHash, output: z.boolean(), errors: [] }),
  /** The node has it: the file may be evicted when the cache is full. Unknown files are ignored. */
  'blobs.confirm': request({ input: blobHash, output: nothing, errors: [] }),
  /** Nothing on this desk names it any more: removed at once. Unknown files are ignored. */
  'blobs.release': request({ input: blobHash, output: nothing, errors: [] }),
  /** Opens the system's dialog; an empty list when the user closed it. */
  'blobs.choose': request({
    input: z.strictObject({
      extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(20),
      several: z.boolean(),
    }),
    output: z.array(offeredFile),
    errors: [],
  }),
  /** Used by the preload's `tokenForFile` for a dropped file. */
  'blobs.offer': request({
    input: z.strictObject({ name: z.string().max(1024), bytes: smallBytes }),
    output: offeredFile,
    errors: [],
  }),
  /** Puts an offered file into the store and uses its token up. `mediaType` is found from the content. */
  'blobs.import': request({
    input: fileToken,
    output: z.strictObject({ name: fileName, blob: blobRef }),
    errors: ['file-token-unknown', 'too-large', 'disk-full'],
  }),
  /** Opens the system's dialog and writes the file; false when the user closed it. */
  'blobs.saveAs': request({
    input: z.strictObject({ sha256: blobHash, name: fileName }),
    output: z.boolean(),
    errors: ['blob-missing', 'blob-corrupt', 'disk-full'],
  }),
} satisfies IpcDefinition
