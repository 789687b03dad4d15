/** What a ratio or value has to keep to; design 12. */
export interface Budget {
  readonly of: 'value' | 'ratio'
  readonly atMost?: number
  readonly atLeast?: number
}

/** One figure. `ratio` is the value over what it is measured against, both of the same run. */
export interface Figure {
  readonly bench: string
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly against?: { readonly what: string; readonly value: number }
  readonly budget?: Budget
  /** When measuring it began, by `performance.now()`. */
  readonly since: number
}

/** Prints one row of JSON. */
export function report({ since, against, budget, value, ...rest }: Figure): void {
  const ratio = against === undefined ? null : value / against.value
  const judged = budget?.of === 'ratio' ? ratio : value
  console.log(
    JSON.stringify({
      ...rest,
      value: rounded(value),
      against: against === undefined ? null : { ...against, value: rounded(against.value) },
      ratio: ratio === null ? null : rounded(ratio),
      ...(budget === undefined || judged === null
        ? {}
        : { budget: { ...budget, isKept: keeps(judged, budget) } }),
      wallMs: Math.round(performance.now() - since),
    }),
  )
}

/** Says on stderr what is being done. */
export function progress(text: string): void {
  console.error(`bench:   ${text}`)
}

/** The middle one; of an even number the upper. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
}

/** Milliseconds that an act takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Times acts in turn, so that a noisy moment falls on all of them; medians in their order. The first round does not count, nor does clearing up. */
export async function interleaved(
  rounds: number,
  acts: readonly (() => Promise<unknown>)[],
  clearUp: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly number[]> {
  const times: number[][] = acts.map(() => [])
  for (let round = 0; round <= rounds; round++)
    for (const [index, act] of acts.entries()) {
      const took = await timed(act)
      await clearUp()
      if (round > 0) times[index]?.push(took)
    }
  return times.map(median)
}

const keeps = (value: number, { atMost = Infinity, atLeast = -Infinity }: Budget): boolean =>
  value <= atMost && value >= atLeast

const rounded = (value: number): number => Number(value.toPrecision(4))
