import { utimes, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { blobRef } from '#shared/domain/blob-ref.ts'
import { isAppError } from '#shared/errors/to-app-error.ts'
import type { Files } from '../files/files.port.ts'
import type { Log } from '../log/log.port.ts'
import type { BlobKeys } from './blobs.port.ts'
import { diskName, seal, unseal } from './sealing.ts'

/** Stored sealed: a change needs a reader for the old shape. */
const manifest = blobRef.extend({ chunks: z.array(blobRef.shape.sha256), pinned: z.boolean() })
export type Manifest = z.infer<typeof manifest>

export interface KnownBlob extends Manifest {
  /** Milliseconds since 1970, for eviction; kept as the time of the file. */
  readonly lastUsed: number
}

/** The sealed list of what a store holds: one file a blob. */
export class Manifests {
  readonly #folder: string
  readonly #keys: BlobKeys
  readonly #files: Files
  readonly #known = new Map<string, KnownBlob>()

  private constructor(folder: string, keys: BlobKeys, files: Files) {
    this.#folder = folder
    this.#keys = keys
    this.#files = files
  }

  /** Reads all; a manifest that cannot be opened is said in the log and left where it is. */
  static async open(folder: string, keys: BlobKeys, files: Files, log: Log): Promise<Manifests> {
    const manifests = new Manifests(folder, keys, files)
    for (const name of await files.list(folder)) {
      try {
        await manifests.#load(path.join(folder, name))
      } catch (error) {
        if (!isAppError(error, 'blob-corrupt') && !(error instanceof z.ZodError)) throw error
        log.error('a blob manifest cannot be read', error)
      }
    }
    return manifests
  }

  get(sha256: string): KnownBlob | undefined {
    return this.#known.get(sha256)
  }

  all(): readonly KnownBlob[] {
    return [...this.#known.values()]
  }

  async keep(blob: Manifest, now: number): Promise<void> {
    const text = Buffer.from(JSON.stringify(blob))
    await this.#files.write(this.#fileOf(blob.sha256), seal(this.#keys, 'manifest', text))
    this.#known.set(blob.sha256, { ...blob, lastUsed: now })
  }

  async touch(blob: KnownBlob, now: number): Promise<void> {
    // Taken out first, so that it stands behind all that were used within the same millisecond.
    this.#known.delete(blob.sha256)
    this.#known.set(blob.sha256, { ...blob, lastUsed: now })
    await utimes(this.#fileOf(blob.sha256), now / 1000, now / 1000)
  }

  async forget(sha256: string): Promise<void> {
    this.#known.delete(sha256)
    await this.#files.remove(this.#fileOf(sha256))
  }

  async #load(file: string): Promise<void> {
    const sealed = await this.#files.read(file)
    if (sealed === undefined) return
    const text = Buffer.from(unseal(this.#keys, 'manifest', sealed)).toString()
    const blob = manifest.parse(JSON.parse(text))
    this.#known.set(blob.sha256, { ...blob, lastUsed: (await stat(file)).mtimeMs })
  }

  #fileOf(sha256: string): string {
    return path.join(this.#folder, diskName(this.#keys, `manifest:${sha256}`))
  }
}
