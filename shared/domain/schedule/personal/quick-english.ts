import { addDays, weekdayOf } from '../../calendar/days.ts'
import { partsOf, type LocalDate } from '../../../kernel/instant.ts'
import { mondayOf, weekOf } from '../iso-week.ts'
import type { QuickDays } from './quick-days.ts'
import { existingDay } from './quick-days.ts'
import type { DayPart } from './quick-hours.ts'
import type { QuickWords } from './quick-words.ts'
import { OFFICE_DAYS, type Repeat } from './repeat.ts'

/** What of a line is said in English; the rest is read as Vietnamese. */
export interface QuickEnglish {
  readonly days: QuickDays | undefined
  readonly part: DayPart | undefined
  /** Minutes after midnight. */
  readonly from: number | undefined
  readonly until: number | undefined
  /** Minutes. */
  readonly lasts: number | undefined
  readonly repeat: Repeat | undefined
  readonly reminder: number | null
  readonly isWholeDay: boolean
  readonly place: string | undefined
}

/**
 * Takes the English words out of a line: `tomorrow 9:30 team meeting`, `every Monday 14:00-15:00`, `at 2pm for 45 minutes`. Only such as are no Vietnamese syllables, with accents or without, or stand
 * where those do not.
 */
export function takeEnglish(words: QuickWords, today: LocalDate): QuickEnglish {
  const take = (pattern: RegExp): RegExpExecArray | undefined => words.take(pattern, isPlain)
  const reminder = takeReminder(take)
  const lasts = takeLength(take)
  const repeat = takeRepeat(take)
  const isWholeDay = take(/all day/) !== undefined
  const days = takeDays(take, today)
  const part =
    partOf(take(/in the (morning|afternoon|evening)/)?.[1]) ??
    (days === undefined ? undefined : partOf(take(/(morning|afternoon|evening)/)?.[1]))
  const hours = isWholeDay ? {} : takeHours(take, part)
  const isEnglish = [days, repeat, lasts, hours.from].some((one) => one !== undefined)
  const place = words.takeBehind(isEnglish ? /at(?= (?:the )?[a-z])|in(?= the )/ : PLACE)
  return {
    ...{ days, part, lasts, repeat, reminder, isWholeDay, place },
    ...{ from: hours.from, until: hours.until },
  }
}

type Take = (pattern: RegExp) => RegExpExecArray | undefined

/** What was written with accents is Vietnamese. */
const isPlain = (written: string): boolean => /^[\u0020-\u007e–—]*$/u.test(written)

const PLACE =
  /(?:at|in)(?= (?:the )?(?:(?:meeting|conference) )?(?:room|hall|office|building|headquarters|department|ministry)(?![a-z]))/

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const FULL = DAY_NAMES.join('|')
const SHORT = 'sun|mon|tues?|wed|thurs?|thu|fri|sat'
const NAMED = new RegExp(`(?:(next|this|every|each) (${FULL}|${SHORT})|(?:on )?(${FULL}))`)
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
// `may` and `sep` are Vietnamese syllables too.
const MONTH =
  '(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:,? (\\d{4}))?'
const DAY_MONTH = new RegExp(`(?:on )?(?:the )?${DAY} (?:of )?${MONTH}${YEAR}`)
const MONTH_DAY = new RegExp(`(?:on )?${MONTH} ${DAY}(?!/)${YEAR}`)
const OF_MAY = /on (?:(\d{1,2})(?:st|nd|rd|th)? may|may (\d{1,2})(?:st|nd|rd|th)?)(?:,? (\d{4}))?/

function takeDays(take: Take, today: LocalDate): QuickDays | undefined {
  if (take(/(?:the )?day after tomorrow/) !== undefined) return { first: addDays(today, 2) }
  const near = take(/(today|tonight|tomorrow)/)?.[1]
  if (near !== undefined)
    return {
      first: addDays(today, near === 'tomorrow' ? 1 : 0),
      part: near === 'tonight' ? 'toi' : undefined,
    }
  const dayMonth = take(DAY_MONTH)
  if (dayMonth !== undefined) return dated(dayMonth[1], dayMonth[2], dayMonth[3], today)
  const monthDay = take(MONTH_DAY)
  if (monthDay !== undefined) return dated(monthDay[2], monthDay[1], monthDay[3], today)
  const ofMay = take(OF_MAY)
  if (ofMay !== undefined) return dated(ofMay[1] ?? ofMay[2], 'may', ofMay[3], today)
  const named = take(NAMED)
  if (named === undefined) return undefined
  const [, which, short, full] = named
  const name = (full ?? short ?? '').slice(0, 3)
  const weekday = DAY_NAMES.findIndex((one) => one.startsWith(name))
  const coming = addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const inWeek = addDays(mondayOf(weekOf(today)), (weekday + 6) % 7)
  const first = which === 'next' ? addDays(inWeek, 7) : which === 'this' ? inWeek : coming
  return { first, weekday, isEach: which === 'every' || which === 'each' }
}

function dated(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: LocalDate,
): QuickDays | undefined {
  const at = MONTHS.indexOf((month ?? '').slice(0, 3)) + 1
  const thisYear = partsOf(today).year
  const date = existingDay(year === undefined ? thisYear : Number(year), at, Number(day))
  const first =
    date !== undefined && date < today && year === undefined
      ? existingDay(thisYear + 1, at, Number(day))
      : date
  return first === undefined ? undefined : { first }
}

const TIME = '(\\d{1,2})(?::(\\d{2}))? ?(am|pm)?'
const RANGE_PM = new RegExp(
  `(?:from |at )?${TIME} ?(?:-|–|—|to|until|till) ?(\\d{1,2})(?::(\\d{2}))? ?(am|pm)`,
)
const RANGE_FROM = new RegExp(`(?:from|between) ${TIME} ?(?:-|–|—|to|until|till|and) ?${TIME}`)
const RANGE_COLON = /(\d{1,2}):(\d{2})() (?:to|until|till) (\d{1,2}):(\d{2})()/
const AT = new RegExp(`at ${TIME}`)
// `9 am` may be Vietnamese: so many of something.
const ALONE = /(\d{1,2})(?::(\d{2}) ?(am|pm)|()(am)|() ?(pm))/
const EARLIEST = 6

function takeHours(take: Take, part: DayPart | undefined): { from?: number; until?: number } {
  const range = take(RANGE_PM) ?? take(RANGE_FROM) ?? take(RANGE_COLON)
  if (range !== undefined) {
    const end = minutesOf(range[4], range[5], range[6], part)
    const spoken = minutesOf(range[1], range[2], range[3] ?? range[6], part)
    // `11-1pm` begins before noon.
    const from = spoken >= end && range[3] === undefined ? spoken - 12 * 60 : spoken
    return end > from && from >= 0 ? { from, until: end } : { from: spoken }
  }
  if (take(/(?:at )?noon/) !== undefined) return { from: 12 * 60 }
  const at = take(AT)
  if (at !== undefined) return { from: minutesOf(at[1], at[2], at[3], part) }
  const alone = take(ALONE)
  if (alone === undefined) return {}
  return { from: minutesOf(alone[1], alone[2], alone[3] ?? alone[5] ?? alone[7], part) }
}

function minutesOf(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  part: DayPart | undefined,
): number {
  const spoken = Number(hour)
  const isLate =
    half === undefined || half === ''
      ? part === undefined
        ? spoken > 0 && spoken < EARLIEST
        : part !== 'sang' && spoken < 12
      : half === 'pm' && spoken < 12
  const isMidnight = half === 'am' && spoken === 12
  return ((isMidnight ? 0 : spoken) + (isLate ? 12 : 0)) * 60 + Number(minute ?? 0)
}

const PARTS: Readonly<Record<string, DayPart>> = { morning: 'sang', afternoon: 'chieu', evening: 'toi' }
const partOf = (text: string | undefined): DayPart | undefined =>
  text === undefined ? undefined : PARTS[text]

function takeLength(take: Take): number | undefined {
  if (take(/for half an hour/) !== undefined) return 30
  if (take(/for (?:an|one) hour and a half/) !== undefined) return 90
  if (take(/for an hour/) !== undefined) return 60
  const found = take(/for (\d{1,3}(?:\.5)?) ?(minutes?|mins?|hours?|hrs?)/)
  if (found === undefined) return undefined
  return Math.round(Number(found[1]) * (found[2]?.startsWith('h') === true ? 60 : 1))
}

const EVERY: Readonly<Record<string, Repeat['every']>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
}
const plain = { interval: 1, weekdays: [], last: null } as const

function takeRepeat(take: Take): Repeat | undefined {
  if (take(/(?:every|each) (?:weekday|working day|workday)/) !== undefined)
    return { ...plain, every: 'week', weekdays: OFFICE_DAYS }
  const counted = take(/every (\d{1,2}|two|three|four|other) (day|week|month|year)s?/)
  if (counted !== undefined) {
    const spoken: Readonly<Record<string, number>> = { other: 2, two: 2, three: 3, four: 4 }
    const interval = Math.max(1, spoken[counted[1] ?? ''] ?? Number(counted[1]))
    return { ...plain, every: counted[2] as Repeat['every'], interval }
  }
  const each = take(/(?:every|each) (day|week|month|year)/)?.[1]
  if (each !== undefined) return { ...plain, every: each as Repeat['every'] }
  const adverb = take(/(daily|weekly|monthly|yearly)/)?.[1]
  return adverb === undefined ? undefined : { ...plain, every: EVERY[adverb] ?? 'week' }
}

function takeReminder(take: Take): number | null {
  const found = take(/remind(?: me)? (\d{1,3}) ?(minutes?|mins?|hours?|days?)(?: (?:before|earlier|ahead))?/)
  if (found === undefined) return null
  const unit = found[2]?.[0] === 'm' ? 1 : found[2]?.[0] === 'h' ? 60 : 1440
  return Number(found[1]) * unit
}
