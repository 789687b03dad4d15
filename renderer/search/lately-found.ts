import type { IndexSource } from '../database/index-source.ts'
import type { FoundRow } from '../projections/found.ts'

/** Rows that were hits lately and what refers to them, opened; the next letters typed mostly find the same ones. As new as the index itself. */
export class LatelyFound {
  readonly #source: Pick<IndexSource, 'found' | 'referring'>
  readonly #most: number
  readonly #rows = new Map<string, FoundRow>()
  readonly #referring = new Map<string, readonly FoundRow[]>()
  /** Rises with everything that is forgotten: what was being read meanwhile is not kept. */
  #age = 0

  /** Keeps `most` rows, and the referring rows of as many. */
  constructor(source: Pick<IndexSource, 'found' | 'referring'>, most: number) {
    this.#source = source
    this.#most = most
  }

  /** Those of the ids that are still here, in their order. */
  async found(ids: readonly string[]): Promise<readonly FoundRow[]> {
    const unknown = ids.filter((id) => !this.#rows.has(id))
    const known = new Map(ids.map((id) => [id, this.#rows.get(id)]))
    if (unknown.length > 0) {
      const age = this.#age
      const read = await this.#source.found(unknown)
      for (const row of read) known.set(row.id, row)
      if (age === this.#age) this.#keep(this.#rows, new Map(read.map((row) => [row.id, row])))
    }
    return ids.flatMap((id) => known.get(id) ?? [])
  }

  /** What names one of these refs, by ref. */
  async referring(refs: readonly string[]): Promise<ReadonlyMap<string, readonly FoundRow[]>> {
    const unknown = refs.filter((ref) => !this.#referring.has(ref))
    const known = new Map(refs.map((ref) => [ref, this.#referring.get(ref) ?? []]))
    if (unknown.length > 0) {
      const age = this.#age
      const read = await this.#source.referring(unknown)
      const answers = new Map(unknown.map((ref) => [ref, read.get(ref) ?? []]))
      for (const [ref, rows] of answers) known.set(ref, rows)
      if (age === this.#age) this.#keep(this.#referring, answers)
    }
    return known
  }

  /** These were written or are gone; anything may refer to anything else now. */
  forget(ids: readonly string[]): void {
    this.#age++
    this.#referring.clear()
    for (const id of ids) this.#rows.delete(id)
  }

  forgetAll(): void {
    this.forget([...this.#rows.keys()])
  }

  #keep<T>(kept: Map<string, T>, read: ReadonlyMap<string, T>): void {
    for (const [key, value] of read) kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= this.#most) break
      kept.delete(oldest)
    }
  }
}
