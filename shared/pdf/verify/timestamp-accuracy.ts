import { derChildrenOf, derSmallInteger, DerTag, type DerNode } from '../../kernel/der-reader.ts'

/** What a token that names no accuracy is taken to be off by: services keep within one second (ETSI EN 319 421, policy BTSP). */
const USUAL_MS = 1000
/** Whoever is further off proves no time of day. */
const MOST_MS = 3_600_000
const MILLIS = 0x80
const MICROS = 0x81

/**
 * By how many milliseconds the time of a token may be off (TSTInfo.accuracy, RFC 3161, 2.4.2), a part of one counted whole; `optional`: the fields
 * behind genTime. Undefined when it cannot be read or is of no use.
 */
export function accuracyMsOf(optional: readonly DerNode[]): number | undefined {
  const [accuracy] = optional
  if (accuracy?.tag !== DerTag.sequence) return USUAL_MS
  try {
    const parts = derChildrenOf(accuracy, DerTag.sequence)
    const part = (tag: number): number => {
      const found = parts.find((one) => one.tag === tag)
      return found === undefined ? 0 : derSmallInteger({ ...found, tag: DerTag.integer })
    }
    const ms = part(DerTag.integer) * 1000 + part(MILLIS) + Math.ceil(part(MICROS) / 1000)
    return ms > MOST_MS ? undefined : ms
  } catch {
    // The time itself stands; it only proves nothing against a deadline.
    return undefined
  }
}
