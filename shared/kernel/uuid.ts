import { toHex } from './bytes.ts'
import { sha256 } from './hash.ts'

/** UUIDv7 (RFC 9562) from a time in ms and 10 random bytes: sorts by time. Throws RangeError on fewer bytes. */
export function uuidV7(timeMs: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('10 random bytes needed')
  const bytes = new Uint8Array(16)
  let time = timeMs
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256
    time = Math.floor(time / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  return format(bytes, 7)
}

/** UUIDv8 (RFC 9562) derived from names: the same names give the same id, everywhere. */
export function derivedUuid(...names: readonly string[]): string {
  return format(sha256(names.join('\u0000')).subarray(0, 16), 8)
}

function format(bytes: Uint8Array, version: number): string {
  const copy = Uint8Array.from(bytes)
  copy[6] = ((copy[6] ?? 0) & 0x0f) | (version << 4)
  copy[8] = ((copy[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(copy)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
