/** A stretch that differs: `before[from..until)` became `after[from..until)`; one of them may be empty. */
export interface WordChange {
  readonly before: readonly [from: number, until: number]
  readonly after: readonly [from: number, until: number]
}

/** A stretch of both texts that is still to be compared. */
interface Region {
  readonly b0: number
  readonly b1: number
  readonly a0: number
  readonly a1: number
  /** How often it was parted from a longer one. */
  readonly depth: number
}

/** Stretches are compared word by word when the product of their lengths is not above this. */
const TABLE_CELLS = 160_000
/** Words that must be alike, and be so nowhere else, to fix a place in long stretches. */
const SHINGLE = 4
/** Parting a stretch reads all of it: what is still long after so many is replaced as a whole. */
const MOST_PARTINGS = 40

/**
 * Compares two texts word by word in bounded work, whatever they are: long stretches are parted where a few words stand once in each (patience), short ones
 * compared in full, and what has no place in common is replaced as a whole. Yields now and then, so that who asks may pause; answers the changes in order.
 */
export function* comparingWords(
  before: readonly string[],
  after: readonly string[],
): Generator<undefined, readonly WordChange[]> {
  const changes: WordChange[] = []
  const open: Region[] = [{ b0: 0, b1: before.length, a0: 0, a1: after.length, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const region = trimmed(before, after, next)
    const { b0, b1, a0, a1 } = region
    if (b0 === b1 && a0 === a1) continue
    const isOneSided = b0 === b1 || a0 === a1
    if (!isOneSided && (b1 - b0) * (a1 - a0) <= TABLE_CELLS) changes.push(...inFull(before, after, region))
    else {
      const fixed = isOneSided || region.depth > MOST_PARTINGS ? [] : placesInCommon(before, after, region)
      if (fixed.length === 0) changes.push({ before: [b0, b1], after: [a0, a1] })
      else open.push(...between(region, fixed))
    }
    yield
  }
  return joined(changes)
}

/** As `comparingWords`, without a pause. */
export function changedWords(before: readonly string[], after: readonly string[]): readonly WordChange[] {
  const work = comparingWords(before, after)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

function trimmed(before: readonly string[], after: readonly string[], region: Region): Region {
  let { b0, b1, a0, a1 } = region
  while (b0 < b1 && a0 < a1 && before[b0] === after[a0]) {
    b0++
    a0++
  }
  while (b0 < b1 && a0 < a1 && before[b1 - 1] === after[a1 - 1]) {
    b1--
    a1--
  }
  return { ...region, b0, b1, a0, a1 }
}

/** The longest common words of two short stretches; what lies between them differs. */
function inFull(
  before: readonly string[],
  after: readonly string[],
  { b0, b1, a0, a1 }: Region,
): WordChange[] {
  const [rows, columns] = [b1 - b0, a1 - a0]
  const width = columns + 1
  const longest = new Uint16Array((rows + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      longest[row * width + column] =
        before[b0 + row] === after[a0 + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const changes: WordChange[] = []
  let [row, column] = [0, 0]
  while (row < rows || column < columns) {
    const [fromRow, fromColumn] = [row, column]
    while (row < rows || column < columns) {
      if (row < rows && column < columns && before[b0 + row] === after[a0 + column]) break
      if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) row++
      else column++
    }
    if (row > fromRow || column > fromColumn)
      changes.push({ before: [b0 + fromRow, b0 + row], after: [a0 + fromColumn, a0 + column] })
    while (row < rows && column < columns && before[b0 + row] === after[a0 + column]) {
      row++
      column++
    }
  }
  return changes
}

/** Places where the same few words stand once in either stretch, in an order that both have. */
function placesInCommon(
  before: readonly string[],
  after: readonly string[],
  { b0, b1, a0, a1 }: Region,
): readonly (readonly [b: number, a: number])[] {
  for (const length of [SHINGLE, 1]) {
    const theirs = onceIn(before, b0, b1, length)
    const pairs: (readonly [b: number, a: number])[] = []
    for (const [words, a] of onceIn(after, a0, a1, length)) {
      const b = theirs.get(words)
      if (b !== undefined) pairs.push([b, a])
    }
    if (pairs.length > 0) return rising(pairs.toSorted(([, one], [, other]) => one - other))
  }
  return []
}

/** Runs of so many words that stand once in a stretch, with their places. */
function onceIn(
  words: readonly string[],
  from: number,
  until: number,
  length: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const again = new Set<string>()
  for (let index = from; index + length <= until; index++) {
    const run = words.slice(index, index + length).join('\n')
    if (places.has(run)) again.add(run)
    else places.set(run, index)
  }
  for (const run of again) places.delete(run)
  return places
}

/** The longest of these pairs, ordered by the second, that rise in the first also. */
function rising(
  pairs: readonly (readonly [b: number, a: number])[],
): readonly (readonly [b: number, a: number])[] {
  const ends: number[] = []
  const previous: number[] = []
  const firstOf = (index: number | undefined): number => pairs[index ?? -1]?.[0] ?? -1
  pairs.forEach(([b], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (firstOf(ends[middle]) < b) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1] ?? -1
    ends[low] = index
  })
  const chain: (readonly [b: number, a: number])[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** What lies before, between and behind fixed places. */
function between(region: Region, fixed: readonly (readonly [b: number, a: number])[]): readonly Region[] {
  const regions: Region[] = []
  const depth = region.depth + 1
  let [b0, a0] = [region.b0, region.a0]
  for (const [b, a] of fixed) {
    regions.push({ b0, b1: b, a0, a1: a, depth })
    ;[b0, a0] = [b + 1, a + 1]
  }
  return [...regions, { b0, b1: region.b1, a0, a1: region.a1, depth }]
}

/** In order; changes with nothing alike between them are one. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const inOrder = changes.toSorted((x, y) => x.after[0] - y.after[0] || x.before[0] - y.before[0])
  const all: WordChange[] = []
  for (const change of inOrder) {
    const last = all.at(-1)
    if (last?.before[1] === change.before[0] && last.after[1] === change.after[0])
      all[all.length - 1] = {
        before: [last.before[0], change.before[1]],
        after: [last.after[0], change.after[1]],
      }
    else all.push(change)
  }
  return all
}
