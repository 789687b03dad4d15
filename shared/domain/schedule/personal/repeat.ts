import type { LocalDate } from '../../../kernel/instant.ts'

/** How an appointment comes again, as people say it. */
export interface Repeat {
  readonly every: 'day' | 'week' | 'month' | 'year'
  /** Each, each second, … */
  readonly interval: number
  /** Of a week: 0 Sunday to 6 Saturday; empty: that of its first day. */
  readonly weekdays: readonly number[]
  /** The last day on which it may take place; null: without end. */
  readonly last: LocalDate | null
}

/** Monday to Friday. */
export const OFFICE_DAYS: readonly number[] = [1, 2, 3, 4, 5]
