import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toHex } from './bytes.ts'

/** SHA-256 of bytes, or of the UTF-8 bytes of a text. */
export function sha256(content: Uint8Array | string): Uint8Array {
  return nobleSha256(typeof content === 'string' ? utf8ToBytes(content) : content)
}

/** SHA-256 as 64 lower-case hex digits. */
export function sha256Hex(content: Uint8Array | string): string {
  return toHex(sha256(content))
}
