import type { Hours } from '../../meetings/hours-words.ts'
import type { QuickWords } from './quick-words.ts'

/** Parts of the day that are spoken with an hour or instead of one. */
export const dayParts = ['sang', 'trua', 'chieu', 'toi'] as const
export type DayPart = (typeof dayParts)[number]

/** When one comes if only the part of the day is said. */
const USUAL: Readonly<Record<DayPart, number>> = { sang: 8 * 60, trua: 12 * 60, chieu: 14 * 60, toi: 19 * 60 }
const USUAL_MINUTES = 60
const DAY = 24 * 60
/** An hour of the small ones without its part of the day is one of the afternoon: nobody meets at two in the night. */
const EARLIEST = 6

const PART = '(?: (sang|trua|chieu|toi)(?! (?:nay|mai)))?'
const HOUR = `(\\d{1,2}) ?(?:h|g|gio|:) ?(\\d{2}|ruoi)?${PART}`
const RANGE = new RegExp(
  `(?:tu )?(\\d{1,2})(?: ?(?:h|g|gio|:) ?(\\d{2}|ruoi)?)?${PART} ?(?:-|–|—|den) ?${HOUR}`,
)
const ONE = new RegExp(`(?:(?:vao )?luc |tu )?${HOUR}`)

/** Takes out from when until when; undefined when no hour and no part of the day is said. */
export function takeHours(words: QuickWords, spoken: DayPart | undefined): Hours | undefined {
  const lasts = takeLength(words)
  const range = words.take(RANGE)
  const one = range ?? words.take(ONE)
  const part = spoken ?? takePart(words)
  if (one === undefined) {
    if (part === undefined) return undefined
    return within(USUAL[part], USUAL[part] + (lasts ?? USUAL_MINUTES))
  }
  const own = partOf(one[3])
  const last = partOf(one[6])
  const from = minutesOf(one[1], one[2], own ?? part ?? (range === undefined ? undefined : last))
  if (range === undefined) return within(from, from + (lasts ?? USUAL_MINUTES))
  const until = minutesOf(one[4], one[5], last ?? own ?? part)
  return within(from, until > from ? until : until + (until + DAY / 2 <= DAY ? DAY / 2 : 0))
}

function within(from: number, until: number): Hours | undefined {
  return from < DAY && until > from ? { from, until: Math.min(until, DAY) } : undefined
}

function takeLength(words: QuickWords): number | undefined {
  const found =
    words.take(/(?:trong )?(\d{1,3}) ?(phut|tieng)( ruoi)?/) ?? words.take(/(?:trong )?(\d{2,3})(p)/)
  if (found === undefined) return undefined
  const unit = found[2] === 'tieng' ? 60 : 1
  return Number(found[1]) * unit + (found[3] === undefined ? 0 : unit / 2)
}

/** Of itself a part of the day stands at the beginning of the line, or is called one. */
function takePart(words: QuickWords): DayPart | undefined {
  const called =
    words.take(/buoi (sang|trua|chieu|toi)/) ?? words.take(/(sang|trua|chieu|toi)/, (_, isFirst) => isFirst)
  return partOf(called?.[1])
}

const partOf = (text: string | undefined): DayPart | undefined => dayParts.find((one) => one === text)

function minutesOf(hour: string | undefined, minute: string | undefined, part: DayPart | undefined): number {
  const spoken = Number(hour)
  const isLate =
    part === undefined
      ? spoken > 0 && spoken < EARLIEST
      : (part === 'chieu' && spoken < 12) ||
        (part === 'toi' && spoken < 12) ||
        (part === 'trua' && spoken < 10)
  const minutes = minute === 'ruoi' ? 30 : Number(minute ?? 0)
  return minutes < 60 ? (spoken + (isLate ? 12 : 0)) * 60 + minutes : DAY
}
