import { AppError } from '#shared/errors/app-error.ts'
import { MAX_MESSAGE_BYTES } from '#shared/ipc/blobs.ipc.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { BlobStore } from '../blobs/blobs.port.ts'
import { inOnePart } from '../blobs/chunking.ts'
import type { ForeignFiles } from '../foreign-files/foreign-files.port.ts'
import type { OfferedFiles } from '../offered-files/offered-files.ts'

export interface ReadFormerDeps {
  readonly offered: OfferedFiles
  readonly foreignFiles: ForeignFiles
}

/** Registers and archives of before, from their tokens. Throws AppError as `former.*` declares. */
export interface ReadFormer {
  sheet(token: string): Promise<Output<'former.readSheet'>>
  messages(blobs: BlobStore, token: string): Promise<Output<'former.readMessages'>>
}

export function readFormer({ offered, foreignFiles }: ReadFormerDeps): ReadFormer {
  async function taken(token: string): Promise<{ readonly name: string; readonly file: Uint8Array }> {
    const { name, content, sizeBytes } = await offered.take(token)
    if (sizeBytes > MAX_MESSAGE_BYTES) throw new AppError('too-large', { limitBytes: MAX_MESSAGE_BYTES })
    const parts: Uint8Array[] = []
    for await (const part of content) parts.push(part)
    return { name, file: new Uint8Array(Buffer.concat(parts)) }
  }

  return {
    async sheet(token) {
      const { name, file } = await taken(token)
      const sheets = await foreignFiles.readSheet(file)
      return { name, sha256: sha256Hex(file), sizeBytes: file.length, sheets }
    },
    async messages(blobs, token) {
      const { name, file } = await taken(token)
      const read = await foreignFiles.readMessages(file, name)
      const messages: Output<'former.readMessages'>['messages'] = []
      for (const message of read) {
        if (!message.ok) {
          messages.push(message)
          continue
        }
        const { files, ...rest } = message
        const kept: { name: string; file: Awaited<ReturnType<BlobStore['put']>> }[] = []
        for (const one of files)
          kept.push({ name: one.name, file: await blobs.put(inOnePart(one.bytes), one.mediaType) })
        messages.push({ ...rest, files: kept })
      }
      return { name, sha256: sha256Hex(file), sizeBytes: file.length, messages }
    },
  }
}
