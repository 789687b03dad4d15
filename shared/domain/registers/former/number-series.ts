import type { FormerEntry, FormerShelf } from './former-entry.ts'

/** Numbers that nothing in the source bears, from first to last. */
export interface NumberGap {
  readonly from: number
  readonly to: number
}

/** A number that several different lines bear. */
export interface RepeatedNumber {
  readonly number: number
  readonly lines: readonly number[]
}

/** How the numbers of a source run. Reported as they are: what a former register left out is not mended. */
export interface NumberSeries {
  /** What all its symbols begin with, as `QĐ`; empty: all numbers run in one. */
  readonly symbol: string
  readonly first: number
  readonly last: number
  readonly gaps: readonly NumberGap[]
  readonly repeated: readonly RepeatedNumber[]
}

type Line = Pick<FormerEntry, 'line' | 'facts'>

/**
 * Gaps and repeats of the numbers. Outgoing registers number all in one series or each kind in its own (Decree 30 Art 15.1): taken is the
 * reading that leaves fewer gaps and repeats.
 */
export function numberSeries(
  { direction }: Pick<FormerShelf, 'direction'>,
  lines: readonly Line[],
): readonly NumberSeries[] {
  const together = seriesOf('', lines)
  if (direction === 'incoming') return listOf(together)
  const bySymbol = new Map<string, Line[]>()
  for (const line of lines) {
    const symbol = symbolOf(line.facts.code)
    const group = bySymbol.get(symbol)
    if (group === undefined) bySymbol.set(symbol, [line])
    else group.push(line)
  }
  const apart = [...bySymbol].flatMap(([symbol, group]) => listOf(seriesOf(symbol, group)))
  return faultsOf(apart) < faultsOf(listOf(together)) ? apart : listOf(together)
}

const listOf = (series: NumberSeries | undefined): readonly NumberSeries[] =>
  series === undefined ? [] : [series]

/** `125/QĐ-UBND` → `QĐ`. */
const symbolOf = (code: string): string =>
  (code.slice(code.indexOf('/') + 1).split('-')[0] ?? '').trim().toLocaleUpperCase('vi')

const faultsOf = (all: readonly NumberSeries[]): number =>
  all.reduce(
    (sum, { gaps, repeated }) =>
      sum + gaps.reduce((count, { from, to }) => count + to - from + 1, 0) + repeated.length,
    0,
  )

function seriesOf(symbol: string, lines: readonly Line[]): NumberSeries | undefined {
  const byNumber = new Map<number, number[]>()
  for (const { line, facts } of lines) {
    if (facts.number === null) continue
    const same = byNumber.get(facts.number)
    if (same === undefined) byNumber.set(facts.number, [line])
    else same.push(line)
  }
  const numbers = [...byNumber.keys()].toSorted((a, b) => a - b)
  const first = numbers[0]
  const last = numbers.at(-1)
  if (first === undefined || last === undefined) return undefined
  const gaps = numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    return before !== undefined && number > before + 1 ? [{ from: before + 1, to: number - 1 }] : []
  })
  const repeated = [...byNumber]
    .filter(([, at]) => at.length > 1)
    .map(([number, at]) => ({ number, lines: at }))
    .toSorted((a, b) => a.number - b.number)
  return { symbol, first, last, gaps, repeated }
}
