import { toHex } from '../../kernel/bytes.ts'

/**
 * `hash-file` as the SDK writes it: each byte of the SHA-256 in hex without a leading zero, so that bytes below 0x10 take one
 * digit.
 */
export function zeroStrippedHex(digest: Uint8Array): string {
  return Array.from(digest, (byte) => byte.toString(16)).join('')
}

/** True when `hash-file` means this SHA-256, in the stripped or in the proper form. */
export function isHashOf(hashFile: string, digest: Uint8Array): boolean {
  const claimed = hashFile.trim().toLowerCase()
  return claimed === toHex(digest) || claimed === zeroStrippedHex(digest)
}

/** A hash that can be finished twice. `node:crypto` has this shape. */
export interface ForkableHash {
  update(bytes: Uint8Array): unknown
  copy(): ForkableHash
  digest(): Uint8Array
}

/** The file inside an uploaded body. */
export interface UploadedFile {
  readonly sizeBytes: number
  readonly digest: Uint8Array
}

const TAIL_BYTES = 2

/**
 * Hashes an upload as it arrives. The SDK sends the file and CRLF behind it, others the file alone; which of the two it was is
 * known by the claimed hash.
 */
export class UploadHash {
  #sizeBytes = 0
  readonly #hash: ForkableHash
  #tail = new Uint8Array(0)

  constructor(hash: ForkableHash) {
    this.#hash = hash
  }

  push(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length
    const held = new Uint8Array(this.#tail.length + bytes.length)
    held.set(this.#tail)
    held.set(bytes, this.#tail.length)
    const passed = Math.max(0, held.length - TAIL_BYTES)
    this.#hash.update(held.subarray(0, passed))
    this.#tail = held.slice(passed)
  }

  /** The file that `hashFile` names: the body without its CRLF, else the whole body, else undefined. */
  match(hashFile: string): UploadedFile | undefined {
    if (this.#tail[0] === 0x0d && this.#tail[1] === 0x0a) {
      const digest = this.#hash.copy().digest()
      if (isHashOf(hashFile, digest)) return { sizeBytes: this.#sizeBytes - TAIL_BYTES, digest }
    }
    const whole = this.#hash.copy()
    whole.update(this.#tail)
    const digest = whole.digest()
    return isHashOf(hashFile, digest) ? { sizeBytes: this.#sizeBytes, digest } : undefined
  }
}
