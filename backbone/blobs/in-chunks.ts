/** The same bytes in pieces of `size`, the last one shorter; each piece is its own memory. */
export async function* inChunks(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let filled = 0
  const take = (): Uint8Array => {
    const piece = Uint8Array.from(Buffer.concat(held))
    held = []
    filled = 0
    return piece
  }
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length;) {
      // Copied: a source may use its memory again, and a Buffer's own slice does not copy.
      const part = Uint8Array.prototype.slice.call(piece, at, at + size - filled)
      held.push(part)
      filled += part.length
      at += part.length
      if (filled === size) yield take()
    }
  }
  if (filled > 0) yield take()
}
