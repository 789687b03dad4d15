import { createHash } from 'node:crypto'
import path from 'node:path'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { concatBytes } from '#shared/kernel/bytes.ts'
import type { Files } from '../files/files.port.ts'
import type { Log } from '../log/log.port.ts'
import type { BlobKeys, BlobStore, StoredBlob } from './blobs.port.ts'
import { inChunks } from './chunking.ts'
import { Manifests, type KnownBlob } from './manifests.ts'
import { diskName, seal, unseal } from './sealing.ts'

export interface SealedBlobsOptions {
  readonly folder: string
  readonly keys: BlobKeys
  readonly files: Files
  readonly log: Log
  readonly now: () => number
  /** Confirmed files beyond this are evicted, least recently used first; pinned ones stay. */
  readonly cacheBytes: number
  readonly maxBlobBytes: number
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Files as sealed chunks under HMAC names. Opening removes chunks that no manifest names. */
export async function openSealedBlobs(options: SealedBlobsOptions): Promise<BlobStore> {
  const { keys, files, log, now } = options
  const chunkFolder = path.join(options.folder, 'chunks')
  const manifests = await Manifests.open(path.join(options.folder, 'manifests'), keys, files, log)
  const chunkFile = (chunk: string): string => path.join(chunkFolder, diskName(keys, `chunk:${chunk}`))
  /** Chunks a running `put` counts on. */
  const held = new Map<string, number>()
  await removeOrphans()

  async function removeOrphans(): Promise<void> {
    const wanted = new Set(manifests.all().flatMap(({ chunks }) => chunks.map(chunkFile)))
    for (const name of await files.list(chunkFolder)) {
      const file = path.join(chunkFolder, name)
      if (!wanted.has(file)) await files.remove(file)
    }
  }

  function hold(chunk: string, by: 1 | -1): void {
    const count = (held.get(chunk) ?? 0) + by
    if (count > 0) held.set(chunk, count)
    else held.delete(chunk)
  }

  async function forget(blob: KnownBlob): Promise<void> {
    await manifests.forget(blob.sha256)
    const needed = new Set(manifests.all().flatMap(({ chunks }) => chunks))
    for (const chunk of new Set(blob.chunks))
      if (!needed.has(chunk) && !held.has(chunk)) await files.remove(chunkFile(chunk))
  }

  async function evict(): Promise<void> {
    const loose = manifests.all().filter(({ pinned }) => !pinned)
    let total = loose.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    for (const blob of loose.toSorted((a, b) => a.lastUsed - b.lastUsed)) {
      if (total <= options.cacheBytes) return
      await forget(blob)
      total -= blob.sizeBytes
    }
  }

  async function openChunk(chunk: string): Promise<Uint8Array> {
    const sealed = await files.read(chunkFile(chunk))
    if (sealed === undefined) throw new AppError('blob-corrupt')
    const content = unseal(keys, chunk, sealed)
    if (hashOf(content) !== chunk) throw new AppError('blob-corrupt')
    return content
  }

  async function put(parts: AsyncIterable<Uint8Array>, mediaType: string): Promise<BlobRef> {
    const whole = createHash('sha256')
    const chunks: string[] = []
    let sizeBytes = 0
    try {
      for await (const content of inChunks(parts)) {
        sizeBytes += content.length
        if (sizeBytes > options.maxBlobBytes)
          throw new AppError('too-large', { limitBytes: options.maxBlobBytes })
        whole.update(content)
        const chunk = hashOf(content)
        hold(chunk, 1)
        chunks.push(chunk)
        await files.write(chunkFile(chunk), seal(keys, chunk, content))
      }
      const ref = { sha256: whole.digest('hex'), sizeBytes, mediaType }
      const known = manifests.get(ref.sha256)
      await manifests.keep({ ...ref, chunks, pinned: known?.pinned ?? true }, now())
      return ref
    } finally {
      for (const chunk of chunks) hold(chunk, -1)
    }
  }

  async function* read(sha256: string): AsyncGenerator<Uint8Array> {
    const blob = manifests.get(sha256)
    if (blob === undefined) throw new AppError('blob-missing', { sha256 })
    await manifests.touch(blob, now())
    for (const chunk of blob.chunks) yield await openChunk(chunk)
  }

  return {
    put,
    read,
    async get(sha256) {
      const chunks: Uint8Array[] = []
      for await (const chunk of read(sha256)) chunks.push(chunk)
      const content = concatBytes(...chunks)
      if (hashOf(content) !== sha256) throw new AppError('blob-corrupt', { sha256 })
      return content
    },
    describe(sha256): StoredBlob | undefined {
      const blob = manifests.get(sha256)
      if (blob === undefined) return undefined
      const { sizeBytes, mediaType, chunks } = blob
      return { sha256, sizeBytes, mediaType, chunks }
    },
    async release(sha256) {
      const blob = manifests.get(sha256)
      if (blob !== undefined) await forget(blob)
    },
    async confirm(sha256) {
      const blob = manifests.get(sha256)
      if (!blob?.pinned) return
      const { lastUsed, ...rest } = blob
      await manifests.keep({ ...rest, pinned: false }, lastUsed)
      await evict()
    },
  }
}
