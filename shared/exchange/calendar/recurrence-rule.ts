import { timeFrom, type CalendarTime } from './calendar-time.ts'
import { textValue, type JValue } from './jcal.ts'

/** The n-th such weekday of the month or year, from the end when negative; every one when 0. Weekday 0 is Sunday. */
export interface RuleDay {
  readonly weekday: number
  readonly nth: number
}

/** When something comes again (RFC 5545, 3.3.10); lists are empty when the rule does not speak of them. */
export interface RecurrenceRule {
  readonly every: 'day' | 'week' | 'month' | 'year'
  readonly interval: number
  readonly count: number | undefined
  readonly until: CalendarTime | undefined
  readonly months: readonly number[]
  readonly weeks: readonly number[]
  readonly yearDays: readonly number[]
  readonly monthDays: readonly number[]
  readonly days: readonly RuleDay[]
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
  readonly positions: readonly number[]
  readonly weekStart: number
}

/** Why a rule is not followed; the event keeps it and is shown once. */
export type RuleProblem = 'rule-unreadable' | 'rule-finer-than-day'

const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const EVERY: Readonly<Record<string, RecurrenceRule['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
}
const FINER: readonly string[] = ['HOURLY', 'MINUTELY', 'SECONDLY']
const DAY = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/

/**
 * The rule of a jCal value of type `recur`. Meetings come again by days: a rule of hours, minutes or seconds is told apart from one that
 * cannot be read.
 */
export function ruleOf(value: JValue | undefined): RecurrenceRule | RuleProblem {
  if (typeof value !== 'object' || Array.isArray(value)) return 'rule-unreadable'
  const parts = value as Readonly<Record<string, JValue>>
  const freq = textValue(parts['freq'])
  if (FINER.includes(freq)) return 'rule-finer-than-day'
  const every = EVERY[freq]
  const interval = numberOf(parts['interval'] ?? 1, 1, 10_000)
  const count = parts['count'] === undefined ? undefined : numberOf(parts['count'], 1, 1_000_000_000)
  const until = parts['until'] === undefined ? undefined : timeFrom(parts['until'], undefined)
  const weekStart = WEEKDAYS.indexOf(weekdayOf(parts['wkst']))
  const lists = {
    months: numbersOf(parts['bymonth'], 1, 12),
    weeks: numbersOf(parts['byweekno'], -53, 53),
    yearDays: numbersOf(parts['byyearday'], -366, 366),
    monthDays: numbersOf(parts['bymonthday'], -31, 31),
    hours: numbersOf(parts['byhour'], 0, 23),
    minutes: numbersOf(parts['byminute'], 0, 59),
    seconds: numbersOf(parts['bysecond'], 0, 59),
    positions: numbersOf(parts['bysetpos'], -366, 366),
  }
  const days = daysOf(parts['byday'])
  const isWrong =
    every === undefined ||
    interval === undefined ||
    days === undefined ||
    weekStart === -1 ||
    (parts['count'] !== undefined && count === undefined) ||
    (parts['until'] !== undefined && until === undefined) ||
    Object.values(lists).includes(undefined)
  if (isWrong) return 'rule-unreadable'
  if (timesOfDay(lists) > MOST_TIMES_OF_DAY) return 'rule-finer-than-day'
  return { every, interval, count, until, days, weekStart, ...(lists as Readable<typeof lists>) }
}

/** A rule that comes more often than each hour of its days is as fine as one of minutes. */
const MOST_TIMES_OF_DAY = 24

function timesOfDay(
  lists: Readonly<Record<'hours' | 'minutes' | 'seconds', readonly number[] | undefined>>,
): number {
  const many = (list: readonly number[] | undefined): number => Math.max(1, list?.length ?? 0)
  return many(lists.hours) * many(lists.minutes) * many(lists.seconds)
}

type Readable<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

/** ical.js tells WKST as a number from 1, Sunday; RFC 7265 as two letters. */
function weekdayOf(value: JValue | undefined): string {
  if (typeof value === 'number') return WEEKDAYS[value - 1] ?? ''
  return value === undefined ? 'MO' : textValue(value)
}

function listOf(value: JValue | undefined): readonly JValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly JValue[]) : [value]
}

function numberOf(value: JValue, least: number, most: number): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  const isIn = typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
  return isIn ? number : undefined
}

/** Numbers of a list; 0 stands for nothing where numbers may count from the end. Undefined when one is wrong. */
function numbersOf(value: JValue | undefined, least: number, most: number): readonly number[] | undefined {
  const numbers = listOf(value).map((one) => numberOf(one, least, most))
  const isRight = numbers.every((one) => one !== undefined && !(least < 0 && one === 0))
  return isRight ? [...new Set(numbers as number[])] : undefined
}

function daysOf(value: JValue | undefined): readonly RuleDay[] | undefined {
  const days = [...new Set(listOf(value))].map((one) => {
    const [, nth, weekday] = DAY.exec(textValue(one)) ?? []
    return weekday === undefined
      ? undefined
      : { weekday: WEEKDAYS.indexOf(weekday), nth: nth === undefined ? 0 : Number(nth) }
  })
  return days.every((day) => day !== undefined) ? days : undefined
}
