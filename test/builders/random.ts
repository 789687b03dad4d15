/** A small repeatable source of choices (mulberry32): the same seed gives the same story. */
export class Choices {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0, less than 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** At least 0, less than `below`. */
  whole(below: number): number {
    return Math.floor(this.share() * below)
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.whole(times) === 0
  }

  /** One of the list; undefined when it is empty. */
  of<T>(list: readonly T[]): T | undefined {
    return list[this.whole(list.length)]
  }
}
