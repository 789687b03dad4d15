/** What a message may cost before it is refused (the first group) or its attachment is left packed (the second). */
export interface EdxmlLimits {
  /** Everything but attachment bodies and comments. */
  readonly markupBytes: number
  readonly tagBytes: number
  readonly depth: number
  readonly elements: number
  readonly attachments: number

  /** One attachment, unpacked. */
  readonly inflatedBytes: number
  /** All attachments, unpacked. */
  readonly inflatedTotalBytes: number
  /** Unpacked to packed size, looked at above `ratioFreeBytes`. */
  readonly inflateRatio: number
  readonly ratioFreeBytes: number
}

const MIB = 1024 * 1024

/** Room for some ten thousand receivers and five hundred attachments. */
export const DEFAULT_LIMITS: EdxmlLimits = {
  markupBytes: 8 * MIB,
  tagBytes: 64 * 1024,
  depth: 64,
  elements: 120_000,
  attachments: 500,
  inflatedBytes: 512 * MIB,
  inflatedTotalBytes: 1024 * MIB,
  inflateRatio: 200,
  ratioFreeBytes: 16 * MIB,
}
