import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { AppError } from '#shared/errors/app-error.ts'
import type { BlobKeys } from './blobs.port.ts'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** IV ‖ ciphertext ‖ tag; `place` is authenticated, so that sealed files cannot be exchanged. */
export function seal(keys: BlobKeys, place: string, content: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keys.seal, iv, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(place),
  )
  return new Uint8Array(Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]))
}

/** Reverse of `seal`. Throws AppError `blob-corrupt`. */
export function unseal(keys: BlobKeys, place: string, sealed: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(ALGORITHM, keys.seal, sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
    const opened = [decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]
    return new Uint8Array(Buffer.concat(opened))
  } catch (error) {
    throw new AppError('blob-corrupt', {}, { cause: error })
  }
}

/** The name on disk of what is called `place` here. */
export function diskName(keys: BlobKeys, place: string): string {
  return createHmac('sha256', keys.name).update(place).digest('hex').slice(0, 40)
}
