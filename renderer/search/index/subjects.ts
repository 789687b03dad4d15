import { tokensOf } from '../tokens.ts'

/** A word that is looked for in subjects: as it is written in one of the two ways, or as one that begins so. */
export interface SoughtWord {
  readonly text: string
  readonly form: 'folded' | 'marked'
  readonly isOpen: boolean
}

/** Words that stand side by side: for each the numbers of the words that will do, as marks in an array. */
export type Pattern = readonly Uint8Array[]

export interface SubjectsImage {
  /** How many words each subject has, by ordinal, and behind them the words, by their numbers. */
  readonly places: Uint8Array
  readonly vocabulary: unknown
}

type Vocabulary = readonly (readonly [folded: string, marked: string])[]

const FIRST_ROOM = 1024

/** Subjects word by word, to tell where in a subject the words of a search stand once it is known that they are there. */
export class Subjects {
  readonly #folded: string[] = []
  readonly #marked: string[] = []
  readonly #numbers = new Map<string, number>()
  #words = new Uint32Array(FIRST_ROOM)
  #used = 0
  readonly #starts: number[] = []
  readonly #lengths: number[] = []

  constructor(image?: SubjectsImage) {
    if (image === undefined) return
    for (const [folded, marked] of image.vocabulary as Vocabulary) this.#numberOf(folded, marked)
    const saved = new Uint32Array(image.places.slice().buffer)
    const count = saved[0] ?? 0
    let start = 0
    for (const length of saved.subarray(1, count + 1)) {
      this.#starts.push(start)
      this.#lengths.push(length)
      start += length
    }
    this.#words = saved.slice(count + 1)
    this.#used = start
  }

  put(ordinal: number, subject: string): void {
    const tokens = tokensOf(subject)
    if (this.#used + tokens.length > this.#words.length) this.#makeRoom(tokens.length)
    this.#starts[ordinal] = this.#used
    this.#lengths[ordinal] = tokens.length
    for (const { folded, marked } of tokens) this.#words[this.#used++] = this.#numberOf(folded, marked)
  }

  remove(ordinal: number): void {
    this.#lengths[ordinal] = 0
  }

  /** What to look for with `holds`. */
  pattern(words: readonly SoughtWord[]): Pattern {
    return words.map(({ text, form, isOpen }) => {
      const list = form === 'folded' ? this.#folded : this.#marked
      const marks = new Uint8Array(list.length)
      list.forEach((word, number) => {
        if (isOpen ? word.startsWith(text) : word === text) marks[number] = 1
      })
      return marks
    })
  }

  /** True when the subject has these words side by side. */
  holds(ordinal: number, pattern: Pattern): boolean {
    const start = this.#starts[ordinal] ?? 0
    const last = start + (this.#lengths[ordinal] ?? 0) - pattern.length
    for (let at = start; at <= last; at++) {
      let matched = 0
      while (matched < pattern.length && pattern[matched]?.[this.#words[at + matched] ?? 0] === 1) matched++
      if (matched === pattern.length) return true
    }
    return false
  }

  /** Words that no subject has any more are not in it. */
  image(): SubjectsImage {
    const numbers = new Map<number, number>()
    const vocabulary: (readonly [string, string])[] = []
    const count = this.#starts.length
    const total = this.#lengths.reduce((sum, length) => sum + length, 0)
    const saved = new Uint32Array(1 + count + total)
    saved[0] = count
    let place = 1 + count
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const start = this.#starts[ordinal] ?? 0
      const length = this.#lengths[ordinal] ?? 0
      saved[1 + ordinal] = length
      for (const word of this.#words.subarray(start, start + length)) {
        const number = numbers.get(word) ?? vocabulary.length
        if (number === vocabulary.length) {
          numbers.set(word, number)
          vocabulary.push([this.#folded[word] ?? '', this.#marked[word] ?? ''])
        }
        saved[place++] = number
      }
    }
    return { places: new Uint8Array(saved.buffer), vocabulary }
  }

  #numberOf(folded: string, marked: string): number {
    const name = `${folded}/${marked}`
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#folded.push(folded) - 1
    this.#marked.push(marked)
    this.#numbers.set(name, number)
    return number
  }

  /** What changed or removed subjects left behind goes, and as much room again is made. */
  #makeRoom(more: number): void {
    const total = this.#lengths.reduce((sum, length) => sum + length, 0)
    const words = new Uint32Array(Math.max(FIRST_ROOM, 2 * (total + more)))
    let used = 0
    for (let ordinal = 0; ordinal < this.#starts.length; ordinal++) {
      const start = this.#starts[ordinal] ?? 0
      const length = this.#lengths[ordinal] ?? 0
      words.set(this.#words.subarray(start, start + length), used)
      this.#starts[ordinal] = used
      this.#lengths[ordinal] = length
      used += length
    }
    this.#words = words
    this.#used = used
  }
}
