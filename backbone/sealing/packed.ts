const LENGTH_BYTES = 4

/** Texts and bytes behind one another, each after its length: 4 bytes, big-endian. */
export function packed(...parts: readonly (string | Uint8Array)[]): Buffer {
  const sizes = parts.map((part) => (typeof part === 'string' ? Buffer.byteLength(part) : part.length))
  const whole = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + LENGTH_BYTES + size, 0))
  let at = 0
  parts.forEach((part, index) => {
    at = whole.writeUInt32BE(sizes[index] ?? 0, at)
    if (typeof part === 'string') at += whole.write(part, at)
    else {
      whole.set(part, at)
      at += part.length
    }
  })
  return whole
}

/** Reverse of `packed`; a text is the UTF-8 of its part. Throws RangeError on other bytes. */
export function unpacked(whole: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at < whole.length;) {
    const start = at + LENGTH_BYTES
    at = start + whole.readUInt32BE(at)
    if (at > whole.length) throw new RangeError('packed parts are cut off')
    parts.push(whole.subarray(start, at))
  }
  return parts
}
