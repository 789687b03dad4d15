import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { deviceKeyId } from '#shared/log/device-key.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { SealedFiles } from './sealing/sealed-files.ts'

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

const KEPT = 'node identity'

/** Whether an identity lies among these files: without one no node has run with them, or not under this key. */
export const hasNodeIdentity = async (files: Pick<SealedFiles, 'read'>): Promise<boolean> =>
  (await files.read(KEPT)) !== undefined

/** The identity kept among these files, made at the first call. */
export async function loadNodeIdentity(files: SealedFiles): Promise<NodeIdentity> {
  const kept = await files.read(KEPT)
  if (kept !== undefined)
    return identityOf(createPrivateKey({ key: Buffer.from(kept), format: 'der', type: 'pkcs8' }))
  const { privateKey } = generateKeyPairSync('ed25519')
  await files.write(KEPT, privateKey.export({ format: 'der', type: 'pkcs8' }))
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

const KEYS_HELD_AT_MOST = 10_000
const publicKeys = new Map<string, KeyObject>()

/** Held: reading a key costs as much as a check with it, and a device signs many commands. */
function publicKeyObject(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url')
  const known = publicKeys.get(x)
  if (known !== undefined) return known
  if (publicKeys.size >= KEYS_HELD_AT_MOST) publicKeys.clear()
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  publicKeys.set(x, key)
  return key
}
