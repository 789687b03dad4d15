import { timeOf, wallMsOf } from './calendar-time.ts'
import { expandRule, type Effort } from './expand-rule.ts'
import { propertiesOf, propertyOf, type JComponent, type JValue } from './jcal.ts'
import { ruleOf } from './recurrence-rule.ts'

const DAY_MS = 86_400_000
const OFFSET = /^([+-])(\d\d):?(\d\d)(?::?\d\d)?$/
/** An observance comes once a year: the last one lies in these. */
const LOOKED_BACK_MS = 1200 * DAY_MS

/** The moment an observance begins, as a reading of the wall, and what the clock is ahead of UTC from then on. */
interface Onset {
  readonly ms: number
  readonly minutes: number
}

/** What rules give in a year; `isCut` when not all of it could be looked at: nobody may take it for whole. */
interface Ruled {
  readonly onsets: readonly Onset[]
  readonly isCut: boolean
}

/**
 * Tells minutes east of UTC by what a calendar says itself of a zone (RFC 5545, 3.6.5): the observance that began last. Each year is worked
 * out once; when the effort is spent, rules count no more.
 */
export function observedOffsets(zone: JComponent, effort: Effort): (wallMs: number) => number | undefined {
  let named: readonly Onset[] | undefined
  const years = new Map<number, Ruled>()
  const before = minutesOf(propertyOf(zone[2][0] ?? zone, 'tzoffsetfrom')?.[3])
  return (wallMs) => {
    if (named === undefined) {
      named = sorted(zone[2].flatMap(namedOnsets))
      effort.timesLeft -= named.length
    }
    effort.timesLeft -= zone[2].length / 10
    const year = new Date(wallMs).getUTCFullYear()
    const known = years.get(year)
    const ruled = known ?? ruledIn(zone, year, effort)
    if (known === undefined) effort.timesLeft -= zone[2].length
    years.set(year, ruled)
    if (ruled.isCut) effort.timesLeft = 0
    const found = [lastOf(named, wallMs), lastOf(ruled.onsets, wallMs)].filter((one) => one !== undefined)
    return sorted(found).at(-1)?.minutes ?? before
  }
}

const sorted = (onsets: readonly Onset[]): readonly Onset[] => onsets.toSorted((a, b) => a.ms - b.ms)

/** The first day of an observance, and the days that it lists. */
function namedOnsets(observance: JComponent): readonly Onset[] {
  const minutes = minutesOf(propertyOf(observance, 'tzoffsetto')?.[3])
  const startMs = startOf(observance)
  if (minutes === undefined || startMs === undefined) return []
  const listed = propertiesOf(observance, 'rdate').flatMap((property) => timeOf(property) ?? [])
  return [startMs, ...listed.map(wallMsOf)].map((ms) => ({ ms, minutes }))
}

function ruledIn(zone: JComponent, year: number, effort: Effort): Ruled {
  const ruled = zone[2].map((one) => ruledOnsets(one, year, effort))
  return { onsets: sorted(ruled.flatMap(({ onsets }) => onsets)), isCut: ruled.some(({ isCut }) => isCut) }
}

/** The days in a year, and shortly before it, on which an observance comes again by its rule. */
function ruledOnsets(observance: JComponent, year: number, effort: Effort): Ruled {
  const minutes = minutesOf(propertyOf(observance, 'tzoffsetto')?.[3])
  const startMs = startOf(observance)
  const rule = ruleOf(propertyOf(observance, 'rrule')?.[3])
  if (minutes === undefined || startMs === undefined || typeof rule === 'string')
    return { onsets: [], isCut: false }
  const untilMs = rule.until === undefined ? undefined : wallMsOf(rule.until) + DAY_MS
  const toMs = Date.UTC(year + 1, 0, 1)
  const { startsMs, isCut } = expandRule(
    rule,
    startMs,
    untilMs,
    { fromMs: toMs - LOOKED_BACK_MS, toMs },
    effort,
  )
  return { onsets: startsMs.map((ms) => ({ ms, minutes })), isCut }
}

function startOf(observance: JComponent): number | undefined {
  const property = propertyOf(observance, 'dtstart')
  const start = property && timeOf(property)
  return start && wallMsOf(start)
}

/** The last one that is not behind this reading. */
function lastOf(onsets: readonly Onset[], wallMs: number): Onset | undefined {
  let [from, to] = [0, onsets.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((onsets[middle]?.ms ?? Infinity) <= wallMs) from = middle + 1
    else to = middle
  }
  return onsets[from - 1]
}

function minutesOf(value: JValue | undefined): number | undefined {
  const [, sign, hours, minutes] = OFFSET.exec(typeof value === 'string' ? value : '') ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -size : size
}
