import type { Hours } from '../../meetings/hours-words.ts'
import type { LocalDate } from '../../../kernel/instant.ts'
import { takeDays } from './quick-days.ts'
import { takeEnglish, type QuickEnglish } from './quick-english.ts'
import { takeHours, type DayPart } from './quick-hours.ts'
import { QuickWords } from './quick-words.ts'
import { OFFICE_DAYS, type Repeat } from './repeat.ts'

/** An appointment as a line of words tells it. */
export interface QuickEntry {
  readonly title: string
  readonly place: string
  readonly first: LocalDate
  /** The last day that is in it: `first`, unless it lasts several. */
  readonly last: LocalDate
  /** On its first day; null: whole days. */
  readonly hours: Hours | null
  readonly repeat: Repeat | null
  /** Minutes before it begins; null: nothing was said. */
  readonly reminder: number | null
}

/**
 * Reads a line such as `9h30 mai họp tổ`, `chiều thứ sáu gặp đoàn tại phòng 2`, `25/11 đến 27/11 công tác Đà Nẵng` or `8h thứ hai hằng tuần giao ban`; with or
 * without accents, in any order; in English too (`tomorrow 9:30 team meeting`). `otherwise` is the day that is meant when none is named. Undefined when no words are left for a title,
 * which begins with a capital unless its first word has one of its own (`eOffice`).
 */
export function quickEntry(line: string, today: LocalDate, otherwise: LocalDate): QuickEntry | undefined {
  const words = new QuickWords(line.slice(0, MOST_LETTERS))
  const english = takeEnglish(words, today)
  const reminder = english.reminder ?? takeReminder(words)
  const repeat = english.repeat ?? takeRepeat(words)
  const isWholeDay = words.take(/ca ngay/) !== undefined || english.isWholeDay
  const days = english.days ?? takeDays(words, today)
  const hours = isWholeDay ? undefined : hoursOf(words, english, days?.part)
  const again = repeat ?? (days?.isEach === true ? EACH_WEEK : undefined)
  words.take(/(?:vao )?(?:luc|vao)(?=[\s\u0001]*(?:\u0001|$))/)
  const place =
    english.place ??
    words.takeBehind(/tai|@|o(?= (?:phong|tang|hoi truong|so|nha|ubnd|tru so|van phong|truong))/) ??
    ''
  const title = begun(words.rest)
  if (title === '') return undefined
  const first = days?.first ?? otherwise
  const lasting = days?.last !== undefined && days.last > first ? days.last : first
  return {
    title,
    place,
    first,
    last: lasting,
    hours: lasting > first ? null : (hours ?? null),
    repeat: again === undefined ? null : of(again, days?.weekday),
    reminder,
  }
}

const begun = (words: string): string =>
  words.replace(/^\p{Ll}(?!\p{L}*\p{Lu})/u, (letter) => letter.toLocaleUpperCase('vi'))

const MOST_LETTERS = 500
const DAY_MINUTES = 24 * 60

/** From when until when; what is said in English goes before. */
function hoursOf(words: QuickWords, english: QuickEnglish, spoken: DayPart | undefined): Hours | undefined {
  const { from, until, lasts, part } = english
  const hours = from === undefined ? takeHours(words, part ?? spoken) : { from, until: until ?? from + 60 }
  if (hours === undefined || hours.from >= DAY_MINUTES) return undefined
  const end = lasts === undefined || until !== undefined ? hours.until : hours.from + lasts
  return { from: hours.from, until: Math.min(end, DAY_MINUTES) }
}
const EACH_WEEK: Repeat = { every: 'week', interval: 1, weekdays: [], last: null }

const of = (repeat: Repeat, weekday: number | undefined): Repeat =>
  repeat.every === 'week' && repeat.weekdays.length === 0 && weekday !== undefined
    ? { ...repeat, weekdays: [weekday] }
    : repeat

const EVERY: Readonly<Record<string, Repeat['every']>> = {
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
  nam: 'year',
}

function takeRepeat(words: QuickWords): Repeat | undefined {
  const plain = { interval: 1, weekdays: [], last: null } as const
  if (words.take(/(?:hang|moi|cac) ngay lam viec/) !== undefined)
    return { ...plain, every: 'week', weekdays: OFFICE_DAYS }
  const counted = words.take(/(?:(?:hang|moi) )?(\d{1,2}|hai|ba|bon) (ngay|tuan|thang|nam) (?:mot|1) lan/)
  if (counted !== undefined)
    return { ...plain, every: EVERY[counted[2] ?? ''] ?? 'week', interval: countOf(counted[1] ?? '') }
  const each = words.take(/(?:hang|moi) (ngay|tuan|thang|nam)/)
  return each === undefined ? undefined : { ...plain, every: EVERY[each[1] ?? ''] ?? 'week' }
}

const SPOKEN: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4 }
const countOf = (text: string): number => Math.max(1, SPOKEN[text] ?? Number(text))

const MINUTES: Readonly<Record<string, number>> = { p: 1, phut: 1, gio: 60, tieng: 60, ngay: 1440 }

function takeReminder(words: QuickWords): number | null {
  const found = words.take(/nhac(?: truoc)? (\d{1,3}) ?(p|phut|gio|tieng|ngay)/)
  return found === undefined ? null : Number(found[1]) * (MINUTES[found[2] ?? ''] ?? 1)
}
