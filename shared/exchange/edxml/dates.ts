import {
  type Instant,
  instantFrom,
  type LocalDate,
  millisOf,
  VIETNAM_OFFSET_MINUTES,
} from '../../kernel/instant.ts'
import { DeviationRule } from './deviations.ts'

/** What a date text says, and what is wrong with its form. */
export interface ReadDate {
  readonly date?: LocalDate
  readonly rule?: DeviationRule
}

const YEAR_FIRST = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/
const DAY_FIRST = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: .*)?$/
const CANONICAL_DATE = /^\d{4}\/\d\d\/\d\d$/
const TIME = /[T ](\d{1,2}):(\d\d)(?::(\d\d))?/

/** Reads `yyyy/MM/dd`, and reports but takes dashes, day first, a time behind it. Days that do not exist give no date. */
export function readDate(text: string): ReadDate {
  const yearFirst = YEAR_FIRST.exec(text)
  const dayFirst = yearFirst === null ? DAY_FIRST.exec(text) : null
  const [year, month, day] =
    yearFirst !== null
      ? [yearFirst[1], yearFirst[3], yearFirst[4]]
      : [dayFirst?.[4], dayFirst?.[3], dayFirst?.[1]]
  if (year === undefined || month === undefined || day === undefined) {
    return { rule: DeviationRule.dateUnreadable }
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isRealDate(date)) return { rule: DeviationRule.dateImpossible }
  return CANONICAL_DATE.test(text) ? { date } : { date, rule: DeviationRule.dateForm }
}

/** What a time stamp says, and what is wrong with its form. */
export interface ReadTimestamp {
  readonly at?: Instant
  readonly rule?: DeviationRule
}

/** Reads `yyyy/MM/dd HH:mm:ss`, Vietnamese local time; takes the forms of `readDate`, a missing time as midnight, and ISO. */
export function readTimestamp(text: string): ReadTimestamp {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms)
      ? { rule: DeviationRule.dateUnreadable }
      : { at: instantFrom(ms), rule: DeviationRule.dateForm }
  }
  const { date, rule } = readDate(text)
  if (date === undefined) return { ...(rule === undefined ? {} : { rule }) }
  const time = TIME.exec(text)
  const [hour, minute, second] = [time?.[1] ?? '0', time?.[2] ?? '0', time?.[3] ?? '0'].map(Number)
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59)
    return { rule: DeviationRule.dateImpossible }
  const local = Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8)),
    hour,
    minute,
    second,
  )
  const at = instantFrom(local - VIETNAM_OFFSET_MINUTES * 60_000)
  return /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/.test(text) ? { at } : { at, rule: DeviationRule.dateForm }
}

/** `yyyy/MM/dd`, the only form every reader takes. */
export function writeDate(date: LocalDate): string {
  return date.replaceAll('-', '/')
}

/** `yyyy/MM/dd HH:mm:ss`, Vietnamese local time. */
export function writeTimestamp(at: Instant): string {
  const local = instantFrom(millisOf(at) + VIETNAM_OFFSET_MINUTES * 60_000)
  return `${writeDate(local.slice(0, 10))} ${local.slice(11, 19)}`
}

/** True for `yyyy-MM-dd` of a day that exists. */
export function isRealDate(date: string): date is LocalDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false
  const ms = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(ms) && instantFrom(ms).slice(0, 10) === date
}
