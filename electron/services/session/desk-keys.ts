import { hkdfSync, randomBytes } from 'node:crypto'
import type { BlobKeys } from '../blobs/blobs.port.ts'
import type { Secrets } from '../secrets/secrets.port.ts'

/** Keys of one person's data in one agency on this desk, 32 bytes each. */
export interface DeskKeys {
  readonly database: Uint8Array
  readonly blobs: BlobKeys
}

const derive = (root: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root, new Uint8Array(), `congso ${use}`, 32))

/** All from one kept secret, made at the first call. Throws AppError `secrets-unavailable`. */
export async function loadDeskKeys(secrets: Secrets, name: string): Promise<DeskKeys> {
  const root = await secrets.readOrMake(name, () => Promise.resolve(new Uint8Array(randomBytes(32))))
  return {
    database: derive(root, 'database'),
    blobs: { seal: derive(root, 'blob seal'), name: derive(root, 'blob name') },
  }
}
