import { millisOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'

/** What one can narrow a search by. Stored in snapshots: a change needs a new version of them. */
export const facetIds = ['direction', 'agency', 'type', 'year', 'status', 'urgency', 'signer'] as const
export type FacetId = (typeof facetIds)[number]
export type FacetValues = Readonly<Record<FacetId, string>>

/** What the index knows of an entry beside its words. */
export interface ColumnsOf {
  readonly at: Instant
  readonly issuedOn: LocalDate | null
  readonly facets: FacetValues
}

interface Saved {
  readonly ids: readonly (string | null)[]
  readonly minutes: readonly number[]
  readonly days: readonly number[]
  readonly names: Readonly<Record<FacetId, readonly string[]>>
  readonly codes: Readonly<Record<FacetId, readonly number[]>>
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const AGENCY_OFFSET_MS = 420 * MINUTE_MS

/** Days since 1970 of a date. */
export const dayNumberOf = (date: LocalDate): number => millisOf(`${date}T00:00:00.000Z`) / DAY_MS

/** One row for every entry, found by its ordinal (from 1): id, times and facets, side by side in arrays. */
export class Columns {
  readonly #ids: (string | null)[] = [null]
  readonly #minutes: number[] = [0]
  readonly #days: number[] = [0]
  readonly #codes: Record<FacetId, number[]>
  readonly #names: Record<FacetId, string[]>
  readonly #codeOf: Record<FacetId, Map<string, number>>
  readonly #ordinals = new Map<string, number>()
  readonly #free: number[] = []

  constructor(saved?: unknown) {
    const from = saved as Saved | undefined
    this.#ids = [...(from?.ids ?? [null])]
    this.#minutes = [...(from?.minutes ?? [0])]
    this.#days = [...(from?.days ?? [0])]
    this.#codes = perFacet((id) => [...(from?.codes[id] ?? [0])])
    this.#names = perFacet((id) => [...(from?.names[id] ?? [])])
    this.#codeOf = perFacet((id) => new Map(this.#names[id].map((name, code) => [name, code])))
    this.#ids.forEach((id, ordinal) => {
      if (id !== null) this.#ordinals.set(id, ordinal)
      else if (ordinal > 0) this.#free.push(ordinal)
    })
  }

  get size(): number {
    return this.#ordinals.size
  }
  /** No ordinal is higher. */
  get highest(): number {
    return this.#ids.length - 1
  }
  ordinalOf(id: string): number | undefined {
    return this.#ordinals.get(id)
  }
  idOf(ordinal: number): string {
    return this.#ids[ordinal] ?? ''
  }
  minutesOf(ordinal: number): number {
    return this.#minutes[ordinal] ?? 0
  }
  /** Every entry that is here, by ordinal. */
  all(): readonly number[] {
    return [...this.#ordinals.values()]
  }
  /** The numbers that stand for the values of a facet, by ordinal. */
  codes(facet: FacetId): readonly number[] {
    return this.#codes[facet]
  }
  /** The values of a facet, by the number that stands for each. */
  names(facet: FacetId): readonly string[] {
    return this.#names[facet]
  }
  codeOf(facet: FacetId, name: string): number | undefined {
    return this.#codeOf[facet].get(name)
  }

  /** True when it was issued, or came here, on a day from `from` to `to`. */
  isWithin(ordinal: number, from: number, to: number): boolean {
    const issued = this.#days[ordinal] ?? 0
    const came = Math.floor((this.minutesOf(ordinal) * MINUTE_MS + AGENCY_OFFSET_MS) / DAY_MS)
    return (issued >= from && issued <= to) || (came >= from && came <= to)
  }

  /** Gives the entry its row, and answers the ordinal. */
  put(id: string, { at, issuedOn, facets }: ColumnsOf): number {
    const ordinal = this.#ordinals.get(id) ?? this.#free.pop() ?? this.#ids.length
    this.#ordinals.set(id, ordinal)
    this.#ids[ordinal] = id
    this.#minutes[ordinal] = Math.floor(millisOf(at) / MINUTE_MS)
    this.#days[ordinal] = issuedOn === null ? 0 : dayNumberOf(issuedOn)
    for (const facet of facetIds) this.#codes[facet][ordinal] = this.#code(facet, facets[facet])
    return ordinal
  }

  /** Answers the ordinal it had. */
  remove(id: string): number | undefined {
    const ordinal = this.#ordinals.get(id)
    if (ordinal === undefined) return undefined
    this.#ordinals.delete(id)
    this.#ids[ordinal] = null
    this.#free.push(ordinal)
    return ordinal
  }

  saved(): unknown {
    return {
      ids: this.#ids,
      minutes: this.#minutes,
      days: this.#days,
      names: perFacet((facet) => this.#namesInUse(facet)),
      codes: this.#codes,
    } satisfies Saved
  }

  /** Values that only removed entries had are not kept. */
  #namesInUse(facet: FacetId): readonly string[] {
    const used = new Set(this.all().map((ordinal) => this.#codes[facet][ordinal]))
    return this.#names[facet].map((name, code) => (used.has(code) ? name : ''))
  }

  #code(facet: FacetId, name: string): number {
    const known = this.#codeOf[facet].get(name)
    if (known !== undefined) return known
    const code = this.#names[facet].push(name) - 1
    this.#codeOf[facet].set(name, code)
    return code
  }
}

const perFacet = <T>(make: (id: FacetId) => T): Record<FacetId, T> =>
  Object.fromEntries(facetIds.map((id) => [id, make(id)])) as Record<FacetId, T>
