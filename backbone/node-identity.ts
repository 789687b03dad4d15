import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deviceKeyId } from '#shared/log/device-key.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'

/** The node's own Ed25519 key: it signs tree heads and what the node itself does. */
export interface NodeIdentity {
  readonly keyId: string
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array
  sign(message: Uint8Array | string): Uint8Array
}

/** Checks with `node:crypto` on its thread pool. */
export const nodeEd25519: Ed25519Verifier = {
  verify: (publicKey, message, signature) =>
    new Promise((resolve) => {
      if (publicKey.length !== 32 || signature.length !== 64) {
        resolve(false)
        return
      }
      verify(null, message, publicKeyObject(publicKey), signature, (error, isGood) => {
        resolve(error === null && isGood)
      })
    }),
}

export function newNodeIdentity(): NodeIdentity {
  return identityOf(generateKeyPairSync('ed25519').privateKey)
}

/** The identity kept in this file, made at the first call; only the owner may read the file. */
export async function loadNodeIdentity(path: string): Promise<NodeIdentity> {
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
  if (kept !== undefined) return identityOf(createPrivateKey(kept))
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true })
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  return identityOf(privateKey)
}

function identityOf(privateKey: KeyObject): NodeIdentity {
  const publicKey = rawPublicKey(createPublicKey(privateKey))
  return {
    keyId: deviceKeyId(publicKey),
    publicKey,
    sign: (message) =>
      Uint8Array.from(sign(null, typeof message === 'string' ? Buffer.from(message) : message, privateKey)),
  }
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new TypeError('not an Ed25519 key')
  return Uint8Array.from(Buffer.from(x, 'base64url'))
}

function publicKeyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  })
}
