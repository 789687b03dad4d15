import type { RecurrenceRule, RuleDay } from './recurrence-rule.ts'

/** A day counted from 1 January 1970. */
export type DayNumber = number

const DAY_MS = 86_400_000
const dayOf = (year: number, month: number, day: number): DayNumber => Date.UTC(year, month - 1, day) / DAY_MS
const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7

interface Parts {
  readonly year: number
  readonly month: number
  readonly monthDay: number
}

function partsOf(day: DayNumber): Parts {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, monthDay: date.getUTCDate() }
}

/** Days in a stretch of the calendar, both ends in it. */
interface Span {
  readonly first: DayNumber
  readonly last: DayNumber
}

/** The period that lies `index` intervals behind the one of the first day: a day, a week, a month or a year. */
export function periodAt(rule: RecurrenceRule, start: DayNumber, index: number): Span {
  const steps = index * rule.interval
  const { year, month } = partsOf(start)
  switch (rule.every) {
    case 'day':
      return { first: start + steps, last: start + steps }
    case 'week': {
      const first = weekOf(start, rule.weekStart) + steps * 7
      return { first, last: first + 6 }
    }
    case 'month':
      return { first: dayOf(year, month + steps, 1), last: dayOf(year, month + steps + 1, 1) - 1 }
    case 'year':
      return { first: dayOf(year + steps, 1, 1), last: dayOf(year + steps + 1, 1, 1) - 1 }
  }
}

/** A period that is surely not behind `day`: from there on every occurrence at or after it is met. */
export function periodBefore(rule: RecurrenceRule, start: DayNumber, day: DayNumber): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[rule.every] * rule.interval
  return Math.max(0, Math.floor((day - start) / longest) - 1)
}

/** The days of a period that the rule means, in order (RFC 5545, 3.3.10, table of expanding and limiting parts). */
export function daysIn(rule: RecurrenceRule, start: DayNumber, period: Span): readonly DayNumber[] {
  const isMeant = matcher(rule, start)
  const days: DayNumber[] = []
  for (let day = period.first; day <= period.last; day += 1) if (isMeant(day)) days.push(day)
  return days
}

function weekOf(day: DayNumber, weekStart: number): DayNumber {
  return day - ((weekdayOf(day) - weekStart + 7) % 7)
}

type Test = (day: DayNumber, parts: Parts) => boolean

function matcher(rule: RecurrenceRule, start: DayNumber): (day: DayNumber) => boolean {
  const tests = testsOf(rule, start)
  return (day) => {
    const parts = partsOf(day)
    return tests.every((test) => test(day, parts))
  }
}

/** What the rule leaves open comes from the first day: its weekday, its day of the month, its month. */
function testsOf(rule: RecurrenceRule, start: DayNumber): readonly Test[] {
  const { months, weeks, yearDays, monthDays, days } = rule
  const { month, monthDay } = partsOf(start)
  const namesDay = days.length > 0 || monthDays.length > 0 || yearDays.length > 0
  const isOpen = !namesDay && weeks.length === 0
  const tests: Test[] = []
  if (months.length > 0) tests.push((_, parts) => months.includes(parts.month))
  else if (isOpen && rule.every === 'year') tests.push((_, parts) => parts.month === month)
  if (weeks.length > 0) tests.push((day) => isInWeeks(day, weeks, rule.weekStart))
  if (yearDays.length > 0) tests.push(isYearDay(yearDays))
  if (monthDays.length > 0) tests.push(isMonthDay(monthDays))
  if (days.length > 0) tests.push(isRuleDay(days, nthOf(rule)))
  if (isOpen && (rule.every === 'month' || rule.every === 'year'))
    tests.push((_, parts) => parts.monthDay === monthDay)
  const takesWeekday = !namesDay && (rule.every === 'week' || weeks.length > 0)
  if (takesWeekday) tests.push((day) => weekdayOf(day) === weekdayOf(start))
  return tests
}

function isYearDay(wanted: readonly number[]): Test {
  return (day, { year }) => counts(wanted, day, dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1)
}

function isMonthDay(wanted: readonly number[]): Test {
  return (day, { year, month }) => counts(wanted, day, dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1)
}

/** Whether `day` is the n-th of a span from its start, or from its end. */
function counts(wanted: readonly number[], day: DayNumber, first: DayNumber, last: DayNumber): boolean {
  return wanted.includes(day - first + 1) || wanted.includes(day - last - 1)
}

type Nth = 'of-month' | 'of-year' | 'none'

function nthOf({ every, months, weeks }: RecurrenceRule): Nth {
  if (every === 'month') return 'of-month'
  if (every !== 'year' || weeks.length > 0) return 'none'
  return months.length > 0 ? 'of-month' : 'of-year'
}

function isRuleDay(days: readonly RuleDay[], nth: Nth): Test {
  return (day, { year, month }) => {
    const weekday = weekdayOf(day)
    const [first, last] =
      nth === 'of-year'
        ? [dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1]
        : [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1]
    const fromStart = Math.floor((day - first) / 7) + 1
    const fromEnd = -(Math.floor((last - day) / 7) + 1)
    return days.some(
      (one) =>
        one.weekday === weekday &&
        (one.nth === 0 || nth === 'none' || one.nth === fromStart || one.nth === fromEnd),
    )
  }
}

/** Weeks of the year as ISO 8601 counts them, beginning on the rule's first weekday; from the end when negative. */
function isInWeeks(day: DayNumber, wanted: readonly number[], weekStart: number): boolean {
  const week = weekOf(day, weekStart)
  const { year } = partsOf(week + 3)
  const first = weekOf(dayOf(year, 1, 4), weekStart)
  const next = weekOf(dayOf(year + 1, 1, 4), weekStart)
  const count = (next - first) / 7
  const number = (week - first) / 7 + 1
  return wanted.includes(number) || wanted.includes(number - count - 1)
}
