import { localDateOf, millisOf, partsOf, type LocalDate } from '#shared/kernel/instant.ts'
import { foldText } from '#shared/kernel/text-folding.ts'

/** Days from `from` to `to`, both included. */
export interface DateRange {
  readonly from: LocalDate
  readonly to: LocalDate
  /** The date as words of a text, for documents that only speak of it; empty when it was not written as one. */
  readonly words: readonly string[]
}

const FULL = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/.-])/
const DAY_MONTH = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/.\p{L}-])/u
const MONTH_YEAR = /(?<![\d/.-])(\d{1,2})\/((?:19|20)\d{2})(?![\d/.\p{L}-])/u
/** Words that only lead to a date. */
const LEAD = /(^|\s)(ngày|tháng)\s*$/iu
const DAY_MS = 86_400_000

const spoken: readonly (readonly [
  words: string,
  range: (today: LocalDate) => readonly [LocalDate, LocalDate],
])[] = [
  ['hom nay', (today) => [today, today]],
  ['hom qua', (today) => [plus(today, -1), plus(today, -1)]],
  ['tuan nay', (today) => week(today)],
  ['tuan truoc', (today) => week(plus(today, -7))],
  ['thang nay', (today) => month(partsOf(today).year, partsOf(today).month)],
  ['thang truoc', (today) => month(partsOf(today).year, partsOf(today).month - 1)],
]

/** Finds one date or span of days in a search, and what is left of the search without it. */
export function findDate(
  text: string,
  today: LocalDate,
): { readonly date: DateRange | null; readonly rest: string } {
  return writtenDate(text, today) ?? spokenDate(text, today) ?? { date: null, rest: text }
}

type Found = { readonly date: DateRange; readonly rest: string }

function writtenDate(text: string, today: LocalDate): Found | undefined {
  const full = FULL.exec(text)
  if (full !== null) {
    const [, day = '', , ofMonth = '', year = ''] = full
    const date = dayOf(Number(year), Number(ofMonth), Number(day))
    if (date !== undefined) return without(text, full, date, date, [day, ofMonth, year])
  }
  const ofYear = MONTH_YEAR.exec(text)
  if (ofYear !== null && Number(ofYear[1]) >= 1 && Number(ofYear[1]) <= 12)
    return without(text, ofYear, ...month(Number(ofYear[2]), Number(ofYear[1])), [])
  const short = DAY_MONTH.exec(text)
  if (short === null) return undefined
  const { year } = partsOf(today)
  const [, day = '', ofMonth = ''] = short
  const candidates = [year, year - 1].map((one) => dayOf(one, Number(ofMonth), Number(day)))
  const date = candidates.find((one) => one !== undefined && one <= today)
  return date === undefined ? undefined : without(text, short, date, date, [day, ofMonth])
}

function without(
  text: string,
  match: RegExpExecArray,
  from: LocalDate,
  to: LocalDate,
  words: readonly string[],
): Found {
  const before = text.slice(0, match.index).replace(LEAD, '$1')
  return {
    date: { from, to, words: words.map((word) => String(Number(word))) },
    rest: `${before} ${text.slice(match.index + match[0].length)}`,
  }
}

function spokenDate(text: string, today: LocalDate): Found | undefined {
  const folded = foldText(text)
  for (const [words, range] of spoken) {
    const at = ` ${folded} `.indexOf(` ${words} `)
    if (at < 0) continue
    const [from, to] = range(today)
    return { date: { from, to, words: [] }, rest: cut(text, at, words) }
  }
  return undefined
}

/** Folding keeps the number of words, so the words are cut out by their place. */
function cut(text: string, at: number, words: string): string {
  const first = foldText(text).slice(0, at).split(' ').filter(Boolean).length
  const parts = text.trim().split(/\s+/)
  parts.splice(first, words.split(' ').length)
  return parts.join(' ')
}

function dayOf(year: number, ofMonth: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, ofMonth - 1, day))
  const isReal = date.getUTCMonth() === ofMonth - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

const plus = (date: LocalDate, days: number): LocalDate =>
  localDateOf(new Date(millisOf(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString(), 0)

/** Monday to Sunday. */
function week(date: LocalDate): readonly [LocalDate, LocalDate] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return [plus(date, -weekday), plus(date, 6 - weekday)]
}

function month(year: number, ofMonth: number): readonly [LocalDate, LocalDate] {
  const first = new Date(Date.UTC(year, ofMonth - 1, 1)).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, ofMonth, 0)).toISOString().slice(0, 10)
  return [first, last]
}
