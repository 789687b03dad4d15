import { createHash } from 'node:crypto'
import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import { deciders } from '#shared/domain/deciders.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { CHUNK_BYTES, type BlobManifest } from '#shared/protocol/blobs.ts'
import type { StoredBlob } from '../engine/blob-index.port.ts'
import type { Engine } from '../engine/engine.port.ts'
import { isMeant } from '../workspace/audience.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BlobStore } from './blob-store.port.ts'
import { inChunks } from './in-chunks.ts'

/** Who uploads when the node itself does. */
const NODE = 'node'

/** Why a manifest is not taken: chunks this person never brought, or bytes that do not make the file. */
export type ManifestRefusal = 'chunks-missing' | 'content-differs'

/** Files of workspaces: brought in chunks, complete with a manifest, read only by whoever brought them or may see an entry naming them. */
export interface BlobService {
  missing(workspace: string, person: string, chunks: readonly string[]): Promise<readonly string[]>
  /** Rejects with `ChunkCorrupt`. */
  putChunk(workspace: string, person: string, chunk: string, bytes: Uint8Array): Promise<void>
  complete(manifest: BlobManifest, person: string): Promise<ManifestRefusal | undefined>
  /** Undefined when there is none that this person may read. */
  find(workspace: Workspace, sha256: string, person: string): Promise<StoredBlob | undefined>
  /** Bytes `from` (inside) to `to` (outside). */
  read(workspace: string, blob: StoredBlob, from?: number, to?: number): AsyncGenerator<Uint8Array>
  /** Keeps a file of the node's own making or receiving; bytes in pieces of any size. */
  keep(
    workspace: string,
    bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    mediaType: string,
  ): Promise<BlobRef>
  /** The whole file for the node itself; rejects with RangeError when there is none. */
  load(workspace: string, sha256: string): Promise<Uint8Array>
  /** Removes a file for good, unless something that is not erased still names it. */
  removeUnnamed(workspace: Workspace, sha256: string): Promise<void>
}

export function blobService(engine: Engine, store: BlobStore): BlobService {
  const index = engine.blobs

  const read = async function* (
    workspace: string,
    blob: StoredBlob,
    from = 0,
    to = blob.sizeBytes,
  ): AsyncGenerator<Uint8Array> {
    for (let number = Math.floor(from / CHUNK_BYTES); number * CHUNK_BYTES < to; number++) {
      const chunk = blob.chunks[number]
      if (chunk === undefined) return
      const bytes = await store.readChunk(workspace, chunk)
      const start = number * CHUNK_BYTES
      yield bytes.subarray(Math.max(0, from - start), Math.min(bytes.length, to - start))
    }
  }

  return {
    missing: async (workspace, person, chunks) => {
      const brought = await index.chunksOf(workspace, person, chunks)
      const missing: string[] = []
      for (const chunk of chunks)
        if (!brought.has(chunk) || !(await store.hasChunk(workspace, chunk))) missing.push(chunk)
      return missing
    },
    putChunk: async (workspace, person, chunk, bytes) => {
      await store.putChunk(workspace, chunk, bytes)
      await index.addChunk(workspace, chunk, person)
    },
    complete: async (manifest, person) => {
      const { workspace, sha256, sizeBytes, mediaType, chunks } = manifest
      const brought = await index.chunksOf(workspace, person, chunks)
      if (chunks.some((chunk) => !brought.has(chunk))) return 'chunks-missing'
      const hash = createHash('sha256')
      let size = 0
      for (const [number, chunk] of chunks.entries()) {
        const bytes = await store.readChunk(workspace, chunk)
        if (number < chunks.length - 1 && bytes.length !== CHUNK_BYTES) return 'content-differs'
        hash.update(bytes)
        size += bytes.length
      }
      if (size !== sizeBytes || hash.digest('hex') !== sha256) return 'content-differs'
      await index.addBlob(workspace, { sha256, sizeBytes, mediaType, chunks }, person)
      return undefined
    },
    find: async (workspace, sha256, person) => {
      const blob = await index.blob(workspace.id, sha256)
      if (blob === undefined) return undefined
      if (await index.isUploader(workspace.id, sha256, person)) return blob
      const principals = workspace.principalsOf(person)
      for (const ref of await index.namedBy(workspace.id, sha256)) {
        const state = await workspace.state(ref)
        if (state !== undefined && isMeant(principals, deciders[ref.kind].audienceOf(state))) return blob
      }
      return undefined
    },
    read,
    keep: async (workspace, bytes, mediaType) => {
      const hash = createHash('sha256')
      const chunks: string[] = []
      let sizeBytes = 0
      for await (const piece of inChunks(bytes, CHUNK_BYTES)) {
        const chunk = createHash('sha256').update(piece).digest('hex')
        await store.putChunk(workspace, chunk, piece)
        hash.update(piece)
        sizeBytes += piece.length
        chunks.push(chunk)
      }
      const sha256 = hash.digest('hex')
      await index.addBlob(workspace, { sha256, sizeBytes, mediaType, chunks }, NODE)
      return { sha256, sizeBytes, mediaType }
    },
    load: async (workspace, sha256) => {
      const blob = await index.blob(workspace, sha256)
      if (blob === undefined) throw new RangeError(`no file ${sha256}`)
      const whole = new Uint8Array(blob.sizeBytes)
      let at = 0
      for await (const piece of read(workspace, blob)) {
        whole.set(piece, at)
        at += piece.length
      }
      return whole
    },
    removeUnnamed: async (workspace, sha256) => {
      for (const ref of await index.namedBy(workspace.id, sha256)) {
        const named = blobsNamedBy(await workspace.state(ref))
        if (named.some((blob) => blob.sha256 === sha256)) return
      }
      for (const chunk of await index.removeBlob(workspace.id, sha256))
        await store.removeChunk(workspace.id, chunk)
    },
  }
}
