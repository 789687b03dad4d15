import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Sealer } from '../../electron/services/secrets/secrets.port.ts'

/** A keyring of the test's own: really seals, and can be locked. */
export function fileSealer(): Sealer & { isLocked: boolean } {
  const key = randomBytes(32)
  const sealer = {
    isLocked: false,
    isAvailable: () => Promise.resolve(!sealer.isLocked),
    seal: (text: string) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Promise.resolve(new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body])))
    },
    open: (sealed: Uint8Array) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Promise.resolve(decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8'))
    },
  }
  return sealer
}
