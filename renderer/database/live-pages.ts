import { liveQuery } from 'dexie'
import { asError } from './as-error.ts'

/** Rows of an ordered list below `until` and down to `from`, both by their place in the order; null: no bound. */
export interface Stretch {
  readonly until: string | null
  readonly from: string | null
}

/** The first rows of a stretch, and the place of the last of them; null when there is none. */
export interface StretchRows<T> {
  readonly rows: readonly T[]
  readonly last: string | null
}

/** Reads at most `limit` rows of a stretch, in the order of the list. */
export type ReadStretch<T> = (stretch: Stretch, limit: number) => Promise<StretchRows<T>>

/** What was brought of a list. */
export interface Brought<T> {
  readonly rows: readonly T[]
  /** Brings more; undefined when everything is here or more is on its way. */
  readonly more: (() => void) | undefined
}

interface LiveStretch<T> {
  readonly until: string | null
  from: string | null
  rows: readonly T[] | undefined
  stop: () => void
}

/** A long list, brought stretch by stretch as one comes to its end. A change reads only the stretch again in which it lies. */
export class LivePages<T> {
  readonly #read: ReadStretch<T>
  readonly #step: number
  readonly #listeners = new Set<() => void>()
  #stretches: readonly LiveStretch<T>[] = []
  #brought: Brought<T> | undefined
  #problem: unknown

  constructor(read: ReadStretch<T>, step: number) {
    this.#read = read
    this.#step = step
  }

  /** Begins with the first stretch; whoever stops listening last ends them all. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) this.#bring(null)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#endFrom(0)
    }
  }

  /** The same object until something changes; undefined before the first answer. Throws what made reading fail. */
  readonly brought = (): Brought<T> | undefined => {
    if (this.#problem !== undefined) throw asError(this.#problem)
    return this.#brought
  }

  #bring(until: string | null): void {
    const stretch: LiveStretch<T> = { until, from: null, rows: undefined, stop: () => undefined }
    this.#stretches = [...this.#stretches, stretch]
    // Dexie follows native awaits only inside an `async` function.
    const subscription = liveQuery(async () => {
      const limit = stretch.from === null ? this.#step : 2 * this.#step
      const { rows, last } = await this.#read(stretch, limit)
      return { rows, end: rows.length === limit ? last : stretch.from, isCut: rows.length === limit }
    }).subscribe(
      ({ rows, end, isCut }) => {
        this.#problem = undefined
        stretch.rows = rows
        stretch.from = end
        if (isCut) this.#endFrom(this.#stretches.indexOf(stretch) + 1)
        this.#tell()
      },
      (problem: unknown) => {
        this.#problem = problem
        this.#tell()
      },
    )
    stretch.stop = () => subscription.unsubscribe()
  }

  #endFrom(index: number): void {
    for (const { stop } of this.#stretches.slice(index)) stop()
    this.#stretches = this.#stretches.slice(0, index)
  }

  #tell(): void {
    const last = this.#stretches.at(-1)
    const end = last?.rows === undefined ? null : last.from
    const more = end === null ? undefined : () => this.#more(end)
    this.#brought = { rows: this.#stretches.flatMap(({ rows }) => rows ?? []), more }
    this.#listeners.forEach((listener) => listener())
  }

  #more(end: string): void {
    if (this.#stretches.at(-1)?.from !== end) return
    this.#bring(end)
    this.#tell()
  }
}
