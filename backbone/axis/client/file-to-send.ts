import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { bytesOfFile } from '#shared/exchange/edxml/file-attachments.ts'
import { zeroStrippedHex } from '#shared/exchange/vxp/hash-file.ts'
import type { FileToSend } from './axis-client.ts'

/** A file on disk as `sendEdoc` wants it; read once now for its hash, and again when sent. */
export async function fileToSend(path: string): Promise<FileToSend> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const bytes of contentOf(path)) {
    hash.update(bytes)
    sizeBytes += bytes.length
  }
  return { sizeBytes, hashFile: zeroStrippedHex(hash.digest()), open: () => copiesOf(path) }
}

/** Sockets keep chunks until they are written, so that each must be its own. */
async function* copiesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const bytes of contentOf(path)) yield bytes.slice()
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    yield* bytesOfFile(file)
  } finally {
    await file.close()
  }
}
