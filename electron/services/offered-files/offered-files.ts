import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'
import { plainFileName } from '#shared/kernel/file-name.ts'
import type { OfferedFile } from '#shared/ipc/blobs.ipc.ts'
import { inOnePart } from '../blobs/chunking.ts'

/** A file the user handed over, ready to be read once. */
interface OpenedFile {
  readonly name: string
  readonly sizeBytes: number
  /** The first bytes, to tell what it is. */
  readonly head: Uint8Array
  readonly content: AsyncIterable<Uint8Array>
}

/** Files the user chose or dropped; the page knows them by tokens of one use. */
export interface OfferedFiles {
  offerPath(file: string): Promise<OfferedFile>
  offerBytes(name: string, bytes: Uint8Array): OfferedFile
  /** Uses the token up. Throws AppError `file-token-unknown`. */
  take(token: string): Promise<OpenedFile>
}

type Source = { readonly name: string } & ({ readonly path: string } | { readonly bytes: Uint8Array })

const HEAD_BYTES = 4096
/** What is offered and not taken is forgotten, oldest first. */
const MAX_OFFERED = 100

export function offeredFiles(): OfferedFiles {
  const offered = new Map<string, Source>()

  function keep(source: Source, sizeBytes: number): OfferedFile {
    const token = randomBytes(16).toString('hex')
    offered.set(token, source)
    for (const old of [...offered.keys()].slice(0, -MAX_OFFERED)) offered.delete(old)
    return { token, name: source.name, sizeBytes }
  }

  return {
    async offerPath(file) {
      return keep({ name: plainFileName(path.basename(file)), path: file }, (await stat(file)).size)
    },
    offerBytes: (name, bytes) => keep({ name: plainFileName(name), bytes }, bytes.length),
    async take(token) {
      const source = offered.get(token)
      offered.delete(token)
      if (source === undefined) throw new AppError('file-token-unknown')
      const { name } = source
      if ('bytes' in source) {
        const { bytes } = source
        return {
          name,
          sizeBytes: bytes.length,
          head: bytes.subarray(0, HEAD_BYTES),
          content: inOnePart(bytes),
        }
      }
      const { size } = await stat(source.path)
      return {
        name,
        sizeBytes: size,
        head: await readHead(source.path),
        content: createReadStream(source.path),
      }
    },
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
