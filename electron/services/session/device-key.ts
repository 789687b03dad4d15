import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { deviceKeyId } from '#shared/log/device-key.ts'
import type { Secrets } from '../secrets/secrets.port.ts'

/** The Ed25519 key of one person at this desk. */
export interface DeviceKey {
  /** As commands name it. */
  readonly id: string
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array
  sign(text: string): Uint8Array
}

/** The key kept under this name, made at the first call. Throws AppError `secrets-unavailable`. */
export async function loadDeviceKey(secrets: Secrets, name: string): Promise<DeviceKey> {
  const kept = await secrets.readOrMake(name, () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    return Promise.resolve(new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })))
  })
  const key = createPrivateKey({ key: Buffer.from(kept), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'))
  return {
    id: deviceKeyId(publicKey),
    publicKey,
    sign: (text) => new Uint8Array(sign(null, Buffer.from(text), key)),
  }
}
