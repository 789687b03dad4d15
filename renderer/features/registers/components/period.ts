import type { LocalDate } from '#shared/kernel/instant.ts'
import { partsOf } from '#shared/kernel/instant.ts'

/** Days of a register that are looked at, both included. */
export interface Period {
  readonly from: LocalDate
  readonly until: LocalDate
}

const two = (part: number): string => String(part).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Names of periods of a year: the year, its quarters, its months. */
export const periodNames = [
  'year',
  ...[1, 2, 3, 4].map((quarter) => `quarter-${quarter}`),
  ...Array.from({ length: 12 }, (_, index) => `month-${index + 1}`),
] as const

/** The days of a period of a year by its name; the whole year for a name that is none. */
export function periodOf(year: number, name: string): Period {
  const [kind, which] = name.split('-')
  const at = Number(which)
  const [first, last] = kind === 'month' ? [at, at] : kind === 'quarter' ? [at * 3 - 2, at * 3] : [1, 12]
  return { from: `${year}-${two(first)}-01`, until: `${year}-${two(last)}-${lastDay(year, last)}` }
}

/** The month of a day of this year, the whole year for a day of another. */
export function periodNow(year: number, today: LocalDate): string {
  const { year: now, month } = partsOf(today)
  return now === year ? `month-${month}` : 'year'
}

/** The day up to which a book is closed next: the end of the last month; while nothing older is open, yesterday. */
export function closingDay(today: LocalDate, firstOpen: LocalDate): LocalDate {
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const { year, month } = partsOf(today)
  const monthEnd = month === 1 ? `${year - 1}-12-31` : `${year}-${two(month - 1)}-${lastDay(year, month - 1)}`
  return firstOpen <= monthEnd ? monthEnd : yesterday
}
