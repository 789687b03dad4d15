import { addDays, weekdayOf } from '../calendar/days.ts'
import { addWorkingDays, workingDayFrom, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { foldText } from '../../kernel/text-folding.ts'
import { partsOf, type LocalDate } from '../../kernel/instant.ts'

const NAMED_DAYS: Readonly<Record<string, number>> = {
  nay: 0,
  'hom nay': 0,
  hn: 0,
  mai: 1,
  'ngay mai': 1,
  kia: 2,
  'ngay kia': 2,
  mot: 2,
  today: 0,
  tomorrow: 1,
}
const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
}
const ENGLISH_WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/**
 * The day that a few typed letters mean, with or without accents: `mai`, `t6` or `thứ sáu` (the next one, never today), `cn`, `3n` (three
 * working days), `2t` (two weeks), `25/11`, `25/11/2026`, `cuối tuần` (its Friday), `cuối tháng` (its last working day); in English
 * `tomorrow`, `fri` or `friday`, `3d`, `2w`. A day and month that have passed mean next year. Undefined when it means none.
 */
export function deadlineFromWords(
  words: string,
  today: LocalDate,
  calendar: WorkingCalendar,
): LocalDate | undefined {
  const text = foldText(words)
  const ahead = NAMED_DAYS[text]
  if (ahead !== undefined) return addDays(today, ahead)
  const weekday = weekdayIn(text)
  if (weekday !== undefined) return nextWeekday(today, weekday)
  const counted = /^(\d{1,3}) ?(?:(n|ngay|d|days?)|t|tuan|w|weeks?)$/.exec(text)
  if (counted !== null) {
    const count = Number(counted[1])
    return counted[2] !== undefined ? addWorkingDays(calendar, today, count) : addDays(today, 7 * count)
  }
  if (text === 'cuoi tuan') return weekdayOf(today) === FRIDAY ? today : nextWeekday(today, FRIDAY)
  if (text === 'cuoi thang') return lastWorkingDayOfMonth(today, calendar)
  return dateIn(text, today)
}

const FRIDAY = 5

function weekdayIn(text: string): number | undefined {
  if (text === 'cn' || text === 'chu nhat') return 0
  const match = /^t(?:hu )?([2-7])$/.exec(text)
  if (match !== null) return Number(match[1]) - 1
  if (text.startsWith('thu ')) return WEEKDAYS[text.slice('thu '.length)]
  // `thu` alone is the beginning of a Vietnamese weekday.
  if (text.length < 3 || text === 'thu') return undefined
  const english = ENGLISH_WEEKDAYS.findIndex((name) => name.startsWith(text))
  return english === -1 ? undefined : english
}

const nextWeekday = (today: LocalDate, weekday: number): LocalDate =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)

function dateIn(text: string, today: LocalDate): LocalDate | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(text)
  if (match === null) return undefined
  const [, day = '', month = '', given] = match
  const thisYear = partsOf(today).year
  const year = given === undefined ? thisYear : given.length === 2 ? 2000 + Number(given) : Number(given)
  const date = existing(year, Number(month), Number(day))
  if (date === undefined || given !== undefined || date >= today) return date
  return existing(year + 1, Number(month), Number(day))
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}

function lastWorkingDayOfMonth(today: LocalDate, calendar: WorkingCalendar): LocalDate {
  const { year, month } = partsOf(today)
  let last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  while (last > today && workingDayFrom(calendar, last) !== last) last = addDays(last, -1)
  return last
}
