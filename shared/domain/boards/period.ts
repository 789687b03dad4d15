import { addDays, weekdayOf } from '../calendar/days.ts'
import { partsOf, type LocalDate } from '../../kernel/instant.ts'

/** Spans a report may be about, beside dates of one's own. */
export const periodKinds = ['week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Whole days, first and last included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The week (Monday to Sunday), month, quarter or year that a day lies in. */
export function periodAround(kind: PeriodKind, day: LocalDate): Period {
  if (kind === 'week') {
    const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
    return { from: monday, to: addDays(monday, 6) }
  }
  const { year, month } = partsOf(day)
  const [first, months] =
    kind === 'month' ? [month, 1] : kind === 'quarter' ? [Math.floor((month - 1) / 3) * 3 + 1, 3] : [1, 12]
  const behind = first + months > 12 ? `${year + 1}-01-01` : `${year}-${two(first + months)}-01`
  return { from: `${year}-${two(first)}-01`, to: addDays(behind, -1) }
}

/** The span of the same kind that ends the day before this one. */
export function periodBefore(kind: PeriodKind, { from }: Period): Period {
  return periodAround(kind, addDays(from, -1))
}
