/** The `limit` ordinals with the largest keys, largest first. Rising ordinals are the usual order, so it begins at the end. */
export function best(
  ordinals: readonly number[],
  keyOf: (ordinal: number) => number,
  limit: number,
): readonly number[] {
  const kept: { readonly ordinal: number; readonly key: number }[] = []
  for (let index = ordinals.length - 1; index >= 0; index--) {
    const ordinal = ordinals[index] ?? 0
    const key = keyOf(ordinal)
    if (kept.length >= limit && key <= (kept.at(-1)?.key ?? 0)) continue
    const place = placeOf(kept, key)
    kept.splice(place, 0, { ordinal, key })
    if (kept.length > limit) kept.pop()
  }
  return kept.map(({ ordinal }) => ordinal)
}

/** Behind all keys that are as large. */
function placeOf(kept: readonly { readonly key: number }[], key: number): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.key ?? 0) >= key) low = middle + 1
    else high = middle
  }
  return low
}
