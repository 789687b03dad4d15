import { toHex } from '../kernel/bytes.ts'
import { sha256 } from '../kernel/hash.ts'

/** Name of a device key: first 16 bytes of SHA-256 of the raw public key, hex. */
export function deviceKeyId(publicKey: Uint8Array): string {
  return toHex(sha256(publicKey).subarray(0, 16))
}
