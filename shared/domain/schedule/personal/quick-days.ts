import { addDays, weekdayOf } from '../../calendar/days.ts'
import { mondayOf, weekOf } from '../iso-week.ts'
import { partsOf, type LocalDate } from '../../../kernel/instant.ts'
import { dayParts, type DayPart } from './quick-hours.ts'
import type { QuickWords } from './quick-words.ts'

/** The days that a line names. */
export interface QuickDays {
  readonly first: LocalDate
  readonly last?: LocalDate
  /** The part of the day that was said with it: `chiều mai`. */
  readonly part?: DayPart | undefined
  /** When a day of the week was named: 0 Sunday to 6 Saturday. */
  readonly weekday?: number
  /** `mỗi thứ hai`: every week. */
  readonly isEach?: boolean
}

/** Takes the days out of a line; undefined when it names none. A day that is past means that of next year, a day of the week the next one. */
export function takeDays(words: QuickWords, today: LocalDate): QuickDays | undefined {
  return (
    takeRange(words, today) ?? takeDate(words, today) ?? takeWeekday(words, today) ?? takeNamed(words, today)
  )
}

const PART = '(?:(?:buoi )?(sang|trua|chieu|toi) )?'
const DATE = '(?:ngay )?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?'

function takeRange(words: QuickWords, today: LocalDate): QuickDays | undefined {
  const long = words.take(new RegExp(`(?:tu )?${DATE} ?(?:-|–|den) ?(?:het )?${DATE}`))
  const short =
    long === undefined
      ? words.take(/(?:tu )?(?:ngay )?(\d{1,2}) ?(?:-|–|den) ?(?:ngay )?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/)
      : undefined
  const [start, end] =
    long !== undefined
      ? [dateOf(long[1], long[2], long[3] ?? long[6], today), dateOf(long[4], long[5], long[6], today)]
      : [dateOf(short?.[1], short?.[3], short?.[4], today), dateOf(short?.[2], short?.[3], short?.[4], today)]
  if (start === undefined || end === undefined) return undefined
  return end >= start ? { first: start, last: end } : { first: start }
}

function takeDate(words: QuickWords, today: LocalDate): QuickDays | undefined {
  const found =
    words.take(new RegExp(`${PART}${DATE}`)) ??
    words.take(new RegExp(`${PART}(?:ngay )?(\\d{1,2}) thang (\\d{1,2})(?: nam (\\d{4}))?`))
  if (found !== undefined) {
    const first = dateOf(found[2], found[3], found[4], today)
    return first === undefined ? undefined : { first, part: partOf(found[1]) }
  }
  const ofMonth = words.take(new RegExp(`${PART}ngay (?:mung )?(\\d{1,2})`))
  const first = ofMonth === undefined ? undefined : dayOfMonth(Number(ofMonth[2]), today)
  return first === undefined ? undefined : { first, part: partOf(ofMonth?.[1]) }
}

const SPOKEN: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }

function takeWeekday(words: QuickWords, today: LocalDate): QuickDays | undefined {
  const found = words.take(
    new RegExp(
      `(moi |cac )?${PART}(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))(?: (tuan (?:sau|den|nay)))?`,
    ),
  )
  if (found === undefined) return undefined
  const [, each, part, spoken, short, , week] = found
  const number = spoken ?? short
  const weekday = number === undefined ? 0 : (SPOKEN[number] ?? Number(number) - 1)
  const next = addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const inWeek = addDays(mondayOf(weekOf(today)), (weekday + 6) % 7)
  const first = week === undefined ? next : week === 'tuan nay' ? inWeek : addDays(inWeek, 7)
  return { first, weekday, part: partOf(part), isEach: each !== undefined }
}

const AHEAD: Readonly<Record<string, number>> = { nay: 0, mai: 1, kia: 2 }
/** Who is called so is written large; a day is not, but at the beginning. */
const isNoName = (written: string, isFirst: boolean): boolean =>
  isFirst || !/(?:^| )M(?:ai|ốt)$/u.test(written)

function takeNamed(words: QuickWords, today: LocalDate): QuickDays | undefined {
  const withPart = words.take(/(?:buoi )?(sang|trua|chieu|toi) (nay|mai)/)
  if (withPart !== undefined)
    return { first: addDays(today, AHEAD[withPart[2] ?? ''] ?? 0), part: partOf(withPart[1]) }
  const named = words.take(/(?:hom (nay)|ngay (mai|kia)|(mai))/, isNoName)
  if (named !== undefined)
    return { first: addDays(today, AHEAD[named[1] ?? named[2] ?? named[3] ?? ''] ?? 0) }
  const isInTwo = words.take(/mot/, (written) => written === 'mốt') !== undefined
  return isInTwo ? { first: addDays(today, 2) } : undefined
}

const partOf = (text: string | undefined): DayPart | undefined => dayParts.find((one) => one === text)

function dateOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: LocalDate,
): LocalDate | undefined {
  if (day === undefined || month === undefined) return undefined
  const thisYear = partsOf(today).year
  const date = existingDay(year === undefined ? thisYear : Number(year), Number(month), Number(day))
  if (date === undefined || year !== undefined || date >= today) return date
  return existingDay(thisYear + 1, Number(month), Number(day))
}

function dayOfMonth(day: number, today: LocalDate): LocalDate | undefined {
  const { year, month } = partsOf(today)
  const isPast = day < partsOf(today).day
  return isPast
    ? existingDay(month === 12 ? year + 1 : year, (month % 12) + 1, day)
    : existingDay(year, month, day)
}

/** The day of that date; undefined where the calendar has none. */
export function existingDay(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}
