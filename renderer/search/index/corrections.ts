/** Folded words of the index with the number of documents that hold them. */
export type Vocabulary = ReadonlyMap<string, number>

const MOST = 4
const SHORTEST = 3

/**
 * Words of the index that may have been meant by one that is not there: typed with Telex or VNI switched off, two syllables written as
 * one, or one slip of the finger (two in long words). The likeliest first; each is one or more words that stand side by side.
 */
export function corrections(word: string, vocabulary: Vocabulary): readonly (readonly string[])[] {
  const typed = [withoutTelex(word)].filter((one) => one !== word && vocabulary.has(one))
  if (typed.length > 0) return [typed]
  const parts = split(word, vocabulary)
  if (word.length < SHORTEST) return parts
  const most = word.length >= 8 ? 2 : 1
  const near = [...vocabulary]
    .flatMap(([known, documents]) => {
      if (Math.abs(known.length - word.length) > most || !/^[a-z]+$/.test(known)) return []
      const distance = slips(word, known, most)
      return distance > most ? [] : [{ known, documents, distance }]
    })
    .toSorted((a, b) => a.distance - b.distance || b.documents - a.documents)
  return [...near.slice(0, MOST).map(({ known }) => [known]), ...parts]
}

/** `quyeets` → `quyet`, `ddinhj` → `dinh`: keys of tone and quality that an input method would have taken. */
export function withoutTelex(word: string): string {
  const doubled = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/w/g, '')
  return /[aeiouy]/.test(doubled) ? doubled.replace(/(?<=[aeiouy][a-z]*)[sfrxj]/g, '') : doubled
}

/** `vanban` → `van ban`. */
function split(word: string, vocabulary: Vocabulary): readonly (readonly string[])[] {
  const pairs: { readonly pair: readonly string[]; readonly documents: number }[] = []
  for (let at = 2; at <= word.length - 2; at++) {
    const pair = [word.slice(0, at), word.slice(at)]
    const [first = 0, second = 0] = pair.map((part) => vocabulary.get(part) ?? 0)
    if (first > 0 && second > 0) pairs.push({ pair, documents: Math.min(first, second) })
  }
  return pairs
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, 1)
    .map(({ pair }) => pair)
}

/** Letters put in, left out, changed or swapped with the next, up to `most`; above it any larger number. */
function slips(a: string, b: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const now = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity
      now.push(Math.min(at(last, j) + 1, at(now, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1), swapped))
    }
    if (Math.min(...now) > most) return most + 1
    before = last
    last = now
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
