import { OFFICE_DAYS, type Repeat } from '../../../domain/schedule/personal/repeat.ts'
import { instantFrom, localDateOf, type LocalDate } from '../../../kernel/instant.ts'
import type { CalendarTime } from '../calendar-time.ts'
import type { JProperty, JValue } from '../jcal.ts'
import { ruleOf, type RecurrenceRule } from '../recurrence-rule.ts'

const FREQ: Readonly<Record<Repeat['every'], string>> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
}
const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The rule (RFC 5545, 3.3.10) of what comes again like this from its first time on. */
export function ruleProperty(repeat: Repeat, start: CalendarTime): JProperty {
  const days = repeat.every === 'week' ? repeat.weekdays.flatMap((day) => WEEKDAYS[day] ?? []) : []
  const value: Readonly<Record<string, JValue>> = {
    freq: FREQ[repeat.every],
    ...(repeat.interval > 1 ? { interval: repeat.interval } : {}),
    ...(repeat.last === null ? {} : { until: untilOf(repeat.last, start) }),
    ...(days.length === 0 ? {} : { byday: days }),
  }
  return ['rrule', {}, 'recur', value]
}

/** The end of a day in Vietnam; a date for what is of whole days, as the start is. */
function untilOf(last: LocalDate, { kind }: CalendarTime): string {
  if (kind === 'date') return last
  return kind === 'local' ? `${last}T23:59:59` : `${last}T16:59:59Z`
}

/** What a rule says as people say it; `other` when it says more than that. */
export function repeatOf(rule: JProperty): Repeat | 'other' {
  const read = ruleOf(rule[3])
  if (typeof read === 'string' || !isPlain(read)) return 'other'
  return {
    every: read.every,
    interval: read.interval,
    weekdays: read.days.map(({ weekday }) => weekday),
    last: read.until === undefined ? null : lastDayOf(read.until),
  }
}

function isPlain(rule: RecurrenceRule): boolean {
  const { count, months, weeks, yearDays, monthDays, hours, minutes, seconds, positions, days, every } = rule
  const others = [months, weeks, yearDays, monthDays, hours, minutes, seconds, positions]
  return (
    count === undefined &&
    others.every((list) => list.length === 0) &&
    days.every(({ nth }) => nth === 0) &&
    (days.length === 0 || every === 'week')
  )
}

function lastDayOf(until: CalendarTime): LocalDate {
  if (until.kind === 'date') return until.date
  return until.kind === 'utc' ? localDateOf(instantFrom(Date.parse(`${until.at}Z`))) : until.at.slice(0, 10)
}

/** Whether it comes on each day from Monday to Friday. */
export const isOfficeDays = ({ weekdays }: Repeat): boolean =>
  weekdays.length === OFFICE_DAYS.length && OFFICE_DAYS.every((day) => weekdays.includes(day))
