import { createPublicKey, verify } from 'node:crypto'
import type { SignatureVerifier } from '#shared/pdf/signature-verifier.port.ts'

const KEY_TYPE = { 'rsa-pkcs1': 'rsa', ecdsa: 'ec' } as const

/** Signature checks by Node's OpenSSL. */
export const nodeSignatureVerifier: SignatureVerifier = {
  verify({ scheme, publicKey, data, signature }) {
    try {
      const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
      const isKind = key.asymmetricKeyType === KEY_TYPE[scheme.key]
      return Promise.resolve(isKind && verify(scheme.hash, data, key, signature))
    } catch {
      return Promise.resolve(false)
    }
  },
}
