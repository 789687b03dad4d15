import path from 'node:path'
import { z } from 'zod'
import { isAppError } from '#shared/errors/to-app-error.ts'
import { signedAccess, type SignedAccess } from '#shared/log/access.ts'
import type { BlobKeys } from '../blobs/blobs.port.ts'
import { seal, unseal } from '../blobs/sealing.ts'
import type { Files } from '../files/files.port.ts'
import type { Log } from '../log/log.port.ts'

interface WaitingAccess {
  readonly id: string
  readonly record: SignedAccess
}

/** Accesses of one person at this desk that the node does not have yet; they outlive the program. */
export interface AccessQueue {
  /** On disk and flushed when it answers. Throws AppError `disk-full`. */
  keep(access: WaitingAccess): Promise<void>
  /** Oldest first, without those named. One that cannot be opened is said in the log and left where it is. */
  waiting(most: number, without: ReadonlySet<string>): Promise<readonly WaitingAccess[]>
  remove(id: string): Promise<void>
}

export interface SealedAccessQueueOptions {
  readonly folder: string
  readonly keys: BlobKeys
  readonly files: Files
  readonly log: Log
}

/** One sealed file an access, named by its id, which sorts by time. */
export function sealedAccessQueue({ folder, keys, files, log }: SealedAccessQueueOptions): AccessQueue {
  const fileOf = (id: string): string => path.join(folder, id)
  const placeOf = (id: string): string => `access:${id}`

  async function load(id: string): Promise<WaitingAccess | undefined> {
    const sealed = await files.read(fileOf(id))
    if (sealed === undefined) return undefined
    try {
      const text = new TextDecoder().decode(unseal(keys, placeOf(id), sealed))
      return { id, record: signedAccess.parse(JSON.parse(text)) }
    } catch (error) {
      if (!isAppError(error, 'blob-corrupt') && !(error instanceof z.ZodError)) throw error
      log.error('an access cannot be read', error)
      return undefined
    }
  }

  return {
    keep: ({ id, record }) =>
      files.write(fileOf(id), seal(keys, placeOf(id), new TextEncoder().encode(JSON.stringify(record)))),
    async waiting(most, without) {
      const found: WaitingAccess[] = []
      for (const id of (await files.list(folder)).sort()) {
        if (found.length === most) break
        const one = without.has(id) ? undefined : await load(id)
        if (one !== undefined) found.push(one)
      }
      return found
    },
    remove: (id) => files.remove(fileOf(id)),
  }
}
