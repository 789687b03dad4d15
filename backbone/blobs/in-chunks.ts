/** The same bytes in pieces of `size`, the last one shorter; each piece is its own memory. */
export async function* inChunks(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array(size)
  let filled = 0
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length;) {
      const take = Math.min(size - filled, piece.length - at)
      held.set(piece.subarray(at, at + take), filled)
      filled += take
      at += take
      if (filled < size) continue
      yield held
      held = new Uint8Array(size)
      filled = 0
    }
  }
  if (filled > 0) yield held.subarray(0, filled)
}
