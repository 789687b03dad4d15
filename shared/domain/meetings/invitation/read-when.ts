import { addDays, weekdayOf } from '../../calendar/days.ts'
import { atMinute } from '../../calendar/working-calendar.ts'
import type { Instant, LocalDate } from '../../../kernel/instant.ts'
import { partsOf } from '../../../kernel/instant.ts'
import { foldedAlike } from './plain-lines.ts'

/** When a meeting is, as far as a text says it. */
export interface When {
  readonly from: Instant
  /** Null: not told. */
  readonly until: Instant | null
  /** How far it may be believed, 0 to 1. */
  readonly confidence: number
}

interface Clock {
  readonly at: number
  readonly end: number
  readonly minutes: number
  /** No half of a day was told and the hour is one of the night. */
  readonly isGuessed: boolean
}
interface Day {
  readonly at: number
  readonly end: number
  readonly date: LocalDate
  readonly isYearTold: boolean
}

const NOON = 12 * 60
const MORNING = 8 * 60
const AFTERNOON = 14 * 60
const MORNING_ENDS = 11 * 60 + 30
const DAY_ENDS = 17 * 60

/** Reads the day and the hours of a meeting from words such as `14 giờ 00, thứ Năm ngày 26/11/2026`; a day without a year is the next one after the letter. */
export function readWhen(words: string, issuedOn: LocalDate): When | undefined {
  const text = foldedAlike(words.normalize('NFC')).replaceAll(/\s/g, ' ')
  const days = daysIn(text, issuedOn)
  const day = days[0] ?? dayOfWeek(text, issuedOn)
  if (day === undefined) return undefined
  const clocks = clocksIn(text)
  const first = clocks[0]
  const half = halfOf(text)
  if (first === undefined && half === undefined && !WHOLE_DAY.test(text) && days.length < 2) return undefined
  const from = first?.minutes ?? (half === 'chieu' ? AFTERNOON : MORNING)
  const second = clocks[1]
  const isRange = first !== undefined && second !== undefined && joins(text.slice(first.end, second.at))
  const last = isRange || first === undefined ? lastDay(text, days) : lastDay(text, days, first.end)
  const until = isRange
    ? endOf(from, second.minutes, last?.date === day.date)
    : usualEnd(text, from, last !== undefined && last.date !== day.date)
  const told = [
    days.length === 0 ? 0.5 : day.isYearTold ? 1 : 0.85,
    first === undefined ? 0.5 : first.isGuessed ? 0.6 : 1,
    weekdayAgrees(text, day.date) ? 1 : 0.5,
    day.date < issuedOn ? 0.4 : 1,
  ]
  const untilDay = last?.date ?? day.date
  const ends = until === null ? null : atMinute(untilDay, until)
  const begins = atMinute(day.date, from)
  return {
    from: begins,
    until: ends !== null && ends > begins ? ends : null,
    confidence: Math.min(...told),
  }
}

const WHOLE_DAY = /(?:\b(?:01|1|mot)|\bca) ngay\b(?! \d)/
const HALF_DAY = /(?:1\/2|½|\bnua) ngay\b|\b(?:01|1|mot) buoi\b/

/** When it ends although no hour is named for it: a meeting of a whole day, or of half of one. */
function usualEnd(text: string, from: number, isLonger: boolean): number | null {
  if (isLonger || WHOLE_DAY.test(text)) return DAY_ENDS
  if (HALF_DAY.test(text)) return from < NOON ? MORNING_ENDS : DAY_ENDS
  return null
}

/** `2-4 giờ chiều`: the half belongs to both. */
const endOf = (from: number, until: number, isSameDay: boolean): number =>
  isSameDay && until <= from && until < NOON ? until + NOON : until

const CONNECTS = /^(?:[^;.]*?)(?:[-–—~]|\bden\b|\btoi\b|\bket thuc\b)/
const PARTS = /\b(?:dang ky|don tiep|hop tru bi|phien 2|buoi 2)\b/
const joins = (between: string): boolean =>
  between.length < 60 && CONNECTS.test(between) && !PARTS.test(between)

/** The last day of a meeting of several: named behind a connecting word. */
function lastDay(text: string, days: readonly Day[], from = 0): Day | undefined {
  const [first, second] = days
  if (first === undefined || second === undefined || second.date <= first.date) return first
  const between = text.slice(Math.max(first.end, from), second.at)
  return second.at < first.end || joins(between) || /\bva\b/.test(between) ? second : first
}

const CLOCK =
  /(?<![\d/])(\d{1,2})\s*(?:gio|g(?=\d|\b)|h(?!a|o|u|i)|:(?=\d{2}))\s*(?:(\d{2})(?!\d|\s*[/.]\s*\d|\s*thang|\s*-\s*\d{1,2}\s*-)|(ruoi))?\s*(?:phut\b|ph\b|p\b|')?(?:\s*(?:\(\s*)?(sang|trua|chieu|toi)\b)?/g
/** `8-11h`: the first hour has no unit of its own. */
const BARE_RANGE = /(?<![\d/.:-]|(?:gio|h)\s*)(\d{1,2})(?=\s*(?:-|–|den)\s*\d{1,2}\s*(?:gio|h))/g

function clocksIn(text: string): readonly Clock[] {
  const half = halfOf(text)
  const bare = [...text.matchAll(BARE_RANGE)]
    .filter(({ 0: { length }, index }) => !/^\s*[/h:]/.test(text.slice(index + length)))
    .map((match) => clockOf(match, half))
  const told = [...text.matchAll(CLOCK)].map((match) => clockOf(match, half))
  return [...bare, ...told]
    .filter((clock): clock is Clock => clock !== undefined)
    .toSorted((a, b) => a.at - b.at)
}

function clockOf(match: RegExpMatchArray, half: string | undefined): Clock | undefined {
  const [all, hour = '', minute, andHalf, own] = match
  const told = own ?? half
  const hours = Number(hour)
  const minutes = andHalf === undefined ? Number(minute ?? 0) : 30
  if (hours > 23 || minutes > 59) return undefined
  const isLater = hours < 12 && (told === 'chieu' || told === 'toi') && hours < (own === undefined ? 7 : 12)
  const isNight = told === undefined && hours >= 1 && hours < 6
  return {
    at: match.index ?? 0,
    end: (match.index ?? 0) + all.length,
    minutes: (isLater || isNight ? hours + 12 : hours) * 60 + minutes,
    isGuessed: isNight,
  }
}

function halfOf(text: string): string | undefined {
  return /\b(?:buoi )?(sang|chieu|toi)\b(?! (?:da|thieu|uu|nay den))/.exec(text)?.[1]
}

const NUMERIC = /(?<![\d/])(\d{1,2})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?(?![\d/]|\s*(?:gio|h)\b)/g
const WORDED = /(?<!\d)(\d{1,2})\s+thang\s+(\d{1,2})(?:(?:\s*,?\s*nam\s+|\s*[/-]\s*)(\d{4}))?/g
/** `26-27/11/2026`, `ngày 26 và 27 tháng 11`: the first day borrows the month of the second. */
const RANGE_OF_DAYS =
  /(?<![\d/:h.-]|thu )(\d{1,2})\s*(?:-|–|,|va|den)\s*(?:ngay\s+)?(\d{1,2})(?:\s*\/\s*|\s+thang\s+)(\d{1,2})(?:(?:\s*,?\s*nam\s+|\s*\/\s*)(\d{4}))?/g

function daysIn(text: string, issuedOn: LocalDate): readonly Day[] {
  const found: Day[] = []
  const add = (
    match: RegExpMatchArray,
    day: string | undefined,
    month: string | undefined,
    year: string | undefined,
  ): void => {
    const date = dateOf(Number(day), Number(month), year, issuedOn)
    const at = match.index ?? 0
    if (date !== undefined)
      found.push({ at, end: at + match[0].length, date, isYearTold: year !== undefined })
  }
  for (const match of text.matchAll(RANGE_OF_DAYS))
    if (Number(match[1]) < Number(match[2])) add(match, match[1], match[3], match[4])
  for (const match of text.matchAll(NUMERIC))
    // A point or a dash parts hours as well; a day is told by them only with its year.
    if (match[2] === '/' || match[4] !== undefined) add(match, match[1], match[3], match[4])
  for (const match of text.matchAll(WORDED)) add(match, match[1], match[2], match[3])
  return found.toSorted((a, b) => a.at - b.at)
}

function dateOf(
  day: number,
  month: number,
  told: string | undefined,
  issuedOn: LocalDate,
): LocalDate | undefined {
  const { year } = partsOf(issuedOn)
  if (told !== undefined) return existing(told.length === 2 ? 2000 + Number(told) : Number(told), month, day)
  const date = existing(year, month, day)
  return date !== undefined && date < issuedOn ? existing(year + 1, month, day) : date
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}

const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }
const WEEKDAY = /(?<!lan |hop |ky |khoa )\b(?:thu (hai|ba|tu|nam|sau|bay|[2-7])\b|(chu nhat))/

function weekdayIn(text: string): number | undefined {
  const [, word, sunday] = WEEKDAY.exec(text) ?? []
  if (sunday !== undefined) return 0
  return word === undefined ? undefined : (WEEKDAYS[word] ?? Number(word) - 1)
}

function weekdayAgrees(text: string, date: LocalDate): boolean {
  const told = weekdayIn(text)
  return told === undefined || told === weekdayOf(date)
}

/** `thứ Năm tuần này`: the next such day after the letter, a week later for `tuần sau`. */
function dayOfWeek(text: string, issuedOn: LocalDate): Day | undefined {
  const told = weekdayIn(text)
  if (told === undefined) return undefined
  const ahead = ((told - weekdayOf(issuedOn) + 6) % 7) + 1
  const monday = (told + 6) % 7
  const isThisWeek = monday > (weekdayOf(issuedOn) + 6) % 7
  const days = /tuan (?:sau|toi)/.test(text) && isThisWeek ? ahead + 7 : ahead
  return { at: 0, end: 0, date: addDays(issuedOn, days), isYearTold: false }
}
