import { fromBase64 } from './bytes.ts'

/** What is not base64 is no bytes: the check that needs them then fails. */
export function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (error) {
    if (error instanceof RangeError) return new Uint8Array()
    throw error
  }
}
