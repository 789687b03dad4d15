import { toHex } from '../../kernel/bytes.ts'
import type { RunningHash } from './byte-stream.port.ts'

/** How many leading bytes are kept to tell the type. */
export const HEAD_BYTES = 4096

const LEAST_MARKS = 4
const BYTES_PER_MARK = 2048

/** Size, SHA-256, first bytes and text-conversion damage of content that passes by once. */
export class ContentMeasure {
  sizeBytes = 0
  readonly #hash: RunningHash
  readonly #head = new Uint8Array(HEAD_BYTES)
  #marks = 0
  #matched = 0

  constructor(createHash: () => RunningHash) {
    this.#hash = createHash()
  }

  push(bytes: Uint8Array): void {
    if (this.sizeBytes < HEAD_BYTES) {
      this.#head.set(bytes.subarray(0, HEAD_BYTES - this.sizeBytes), this.sizeBytes)
    }
    this.sizeBytes += bytes.length
    this.#hash.update(bytes)
    this.#countReplacementMarks(bytes)
  }

  get head(): Uint8Array {
    return this.#head.subarray(0, Math.min(HEAD_BYTES, this.sizeBytes))
  }

  /** True when so many U+FFFD stand in it that someone read it as text and wrote it back. */
  get isTextConverted(): boolean {
    return this.#marks >= LEAST_MARKS && this.#marks * BYTES_PER_MARK >= this.sizeBytes
  }

  /** Lower-case hex; ends the measuring. */
  sha256Hex(): string {
    return toHex(this.#hash.digest())
  }

  #countReplacementMarks(bytes: Uint8Array): void {
    let i = 0
    while (i < bytes.length) {
      if (this.#matched === 0) {
        i = bytes.indexOf(0xef, i)
        if (i < 0) return
        this.#matched = 1
        i++
      } else if (bytes[i] === (this.#matched === 1 ? 0xbf : 0xbd)) {
        i++
        if (++this.#matched < 3) continue
        this.#marks++
        this.#matched = 0
      } else this.#matched = 0
    }
  }
}
