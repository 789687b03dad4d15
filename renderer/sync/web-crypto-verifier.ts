import { toHex } from '#shared/kernel/bytes.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'

/** Checks with the WebCrypto of page and Node; keys are imported once. */
export function createWebCryptoVerifier(): Ed25519Verifier {
  const keys = new Map<string, Promise<CryptoKey>>()
  const keyOf = (raw: Uint8Array): Promise<CryptoKey> => {
    const name = toHex(raw)
    const known = keys.get(name)
    if (known !== undefined) return known
    const imported = crypto.subtle.importKey('raw', Uint8Array.from(raw), 'Ed25519', false, ['verify'])
    keys.set(name, imported)
    return imported
  }
  return {
    async verify(publicKey, message, signature) {
      if (publicKey.length !== 32 || signature.length !== 64) return false
      const key = await keyOf(publicKey).catch(() => undefined)
      if (key === undefined) return false
      return crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message))
    },
  }
}
