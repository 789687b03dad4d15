import { fromBase64 } from '#shared/kernel/bytes.ts'

/** Bytes of a base64 text from outside; none when it is not base64, so that the check that needs them fails. */
export function bytesOf(base64: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch {
    return new Uint8Array()
  }
}
