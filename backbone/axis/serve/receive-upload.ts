import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { VxpErrorCode } from '#shared/exchange/vxp/error-codes.ts'
import { UploadHash } from '#shared/exchange/vxp/hash-file.ts'
import { toHex } from '#shared/kernel/bytes.ts'
import { AxisFailure } from './axis-request.ts'

/** A file as uploaded, without the line end that the SDK puts behind it. */
export interface Upload {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
  /** An empty folder beside it. */
  readonly attachmentsFolder: string
}

const PATIENCE = 4

/**
 * Lays a body down in a folder of its own, checks it against `hash-file`, lets `use` work with it, and removes the folder.
 * Throws AxisFailure 10 for a wrong hash or a file beyond `maxBytes`.
 */
export async function withUpload<T>(
  body: Readable,
  hashFile: string | undefined,
  options: { readonly uploadFolder: string; readonly maxBytes: number },
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(options.uploadFolder, 'axis-'))
  try {
    const path = join(folder, 'message.edxml')
    const attachmentsFolder = join(folder, 'attachments')
    await mkdir(attachmentsFolder)
    const file = await open(path, 'wx', 0o600)
    let matched: ReturnType<UploadHash['match']>
    try {
      const hash = new UploadHash(createHash('sha256'))
      let size = 0
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        size += chunk.length
        // Too much is read to its end, within reason, so that the client gets its answer.
        if (size > options.maxBytes * PATIENCE) break
        if (size > options.maxBytes) continue
        hash.push(chunk)
        await file.appendFile(chunk)
      }
      const isRead = hashFile !== undefined && size <= options.maxBytes
      matched = isRead ? hash.match(hashFile) : undefined
      if (matched === undefined) throw new AxisFailure(VxpErrorCode.invalidFile)
      await file.truncate(matched.sizeBytes)
    } finally {
      await file.close()
    }
    return await use({ path, sizeBytes: matched.sizeBytes, sha256: toHex(matched.digest), attachmentsFolder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
