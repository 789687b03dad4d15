import { facetIds, type Columns, type FacetId } from './columns.ts'

/** Chosen values by facet: one of each chosen facet has to hold. */
export type Filters = Readonly<Partial<Record<FacetId, readonly string[]>>>
export type FacetCounts = Readonly<
  Record<FacetId, readonly { readonly value: string; readonly count: number }[]>
>

/**
 * Entries that pass all filters, and how many there are of each value. The values of a facet are counted among what passes the other
 * facets, so that a further value can be chosen. Values that nothing has are not named; the empty value stands for none.
 */
export function countFacets(
  columns: Columns,
  ordinals: readonly number[],
  filters: Filters,
): { readonly kept: readonly number[]; readonly facets: FacetCounts } {
  const counters = facetIds.map((facet) => {
    const chosen = filters[facet]
    return {
      facet,
      codes: columns.codes(facet),
      chosen: chosen === undefined || chosen.length === 0 ? null : codesOf(columns, facet, chosen),
      counts: new Uint32Array(columns.names(facet).length),
    }
  })
  const chosen = counters.filter((one) => one.chosen !== null)
  const kept = chosen.length === 0 ? ordinals : passing(chosen, ordinals)
  for (const counter of counters) countAll(counter, kept)
  const facets = Object.fromEntries(
    counters.map(({ facet, counts }) => [facet, valuesOf(columns.names(facet), counts)]),
  ) as unknown as FacetCounts
  return { kept, facets }
}

/** Those that pass all; what only one facet keeps out is counted there. */
function passing(chosen: readonly Counter[], ordinals: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const ordinal of ordinals) {
    let failed: Counter | undefined
    let failures = 0
    for (const one of chosen)
      if (one.chosen?.has(one.codes[ordinal] ?? -1) === false) {
        failed = one
        failures++
      }
    if (failures === 0) kept.push(ordinal)
    else if (failures === 1 && failed !== undefined) countOne(failed, ordinal)
  }
  return kept
}

interface Counter {
  readonly chosen: ReadonlySet<number> | null
  readonly codes: readonly number[]
  readonly counts: Uint32Array
}

function countOne({ codes, counts }: Counter, ordinal: number): void {
  const code = codes[ordinal] ?? 0
  counts[code] = (counts[code] ?? 0) + 1
}

function countAll({ codes, counts }: Counter, ordinals: readonly number[]): void {
  for (let at = 0; at < ordinals.length; at++) {
    const code = codes[ordinals[at] ?? 0] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
}

function codesOf(columns: Columns, facet: FacetId, values: readonly string[]): ReadonlySet<number> {
  return new Set(values.map((value) => columns.codeOf(facet, value) ?? -1))
}

function valuesOf(names: readonly string[], counts: Uint32Array): FacetCounts[FacetId] {
  const values: { readonly value: string; readonly count: number }[] = []
  counts.forEach((count, code) => {
    const value = names[code] ?? ''
    if (count > 0 && value !== '') values.push({ value, count })
  })
  return values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
